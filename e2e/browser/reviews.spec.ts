/** Two devices that were offline edit one lot: different fields merge, the same field is decided by a person in two taps. */
import type { Page } from '@playwright/test';
import { signIn, synced } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { desktop, type Profile } from './support/profile.ts';
import { jonas, mira, vessel } from './support/scenario.ts';

// Two browsers on a busy machine.
test.describe.configure({ timeout: 120_000 });

const { container } = vessel(0);
const lotPath = `/lots/${container.lotId}`;

/** Opens the form while there is a network and saves without one. */
async function editOffline(profile: Profile, changes: Readonly<Record<string, string>>): Promise<void> {
  const page = profile.page();
  await page.goto(`${lotPath}/edit`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await profile.context().setOffline(true);
  for (const [label, text] of Object.entries(changes)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(new RegExp(`${lotPath}$`));
  for (const text of Object.values(changes)) await expect(page.getByText(text).first()).toBeVisible();
}

async function online(profile: Profile): Promise<void> {
  await profile.context().setOffline(false);
  await synced(profile.page());
}

const shows = (page: Page, text: string) => expect(page.getByRole('main').getByText(text).first()).toBeVisible();

async function twoDevices(device: (options?: object) => Promise<Profile>): Promise<[Profile, Profile]> {
  const [first, second] = [await device(), await device({ viewport: desktop })];
  await signIn(first.page(), mira);
  await signIn(second.page(), jonas);
  return [first, second];
}

test('different fields of one lot, edited on two devices without a network, are both there on both', async ({
  device,
}) => {
  const [first, second] = await twoDevices(device);
  await editOffline(first, { 'Lot number': 'FROM-THE-PHONE' });
  await editOffline(second, { Supplier: 'From the desktop' });
  await online(first);
  await online(second);
  for (const profile of [first, second]) {
    await shows(profile.page(), 'FROM-THE-PHONE');
    await shows(profile.page(), 'From the desktop');
    await profile.page().goto('/reviews');
    await expect(profile.page().getByText('Nothing to review')).toBeVisible();
  }
});

test('the same field edited on two devices is one review, resolved in two taps and gone on both', async ({
  device,
}) => {
  const [first, second] = await twoDevices(device);
  await editOffline(first, { Supplier: 'Merck of the phone' });
  await editOffline(second, { Supplier: 'Roth of the desktop' });
  await online(first);
  await online(second);
  for (const profile of [first, second]) {
    await shows(profile.page(), 'Merck of the phone');
    await profile.page().goto('/');
    await expect(profile.page().getByRole('main').getByRole('link', { name: 'Changed twice' })).toBeVisible();
  }
  const page = second.page();
  await page.getByRole('main').getByRole('link', { name: 'Changed twice' }).click();
  const card = page.getByRole('listitem').filter({ hasText: 'Roth of the desktop' });
  await expect(card).toContainText('Merck of the phone');
  await expect(card).toContainText(mira.name);
  await second.context().setOffline(true);
  await card.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText('Nothing to review')).toBeVisible();
  await online(second);
  await first.page().goto('/reviews');
  await expect(first.page().getByText('Nothing to review')).toBeVisible();
  for (const profile of [first, second]) {
    await profile.page().goto(lotPath);
    await shows(profile.page(), 'Roth of the desktop');
  }
});

test('a decision is taken back in one tap', async ({ device }) => {
  const [first, second] = await twoDevices(device);
  await editOffline(first, { Supplier: 'Merck of the phone' });
  await editOffline(second, { Supplier: 'Roth of the desktop' });
  await online(first);
  await online(second);
  const page = second.page();
  await page.goto('/reviews');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await synced(page);
  await page.goto(lotPath);
  await shows(page, 'Merck of the phone');
});
