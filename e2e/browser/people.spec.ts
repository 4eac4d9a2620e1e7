/** People: an admin adds one, who joins on another device; what they record carries their name, and roles bite at once. */
import type { Page } from '@playwright/test';
import { readyForOffline, signIn, synced, useOnce } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { deviceOps } from './support/ledger.ts';
import { desktop } from './support/profile.ts';
import { ines, jonas, scenario, vessel } from './support/scenario.ts';

// Several browsers on one small machine.
test.setTimeout(180_000);

const password = 'thimble orchard walrus nine';

async function addPerson(page: Page, name: string, login: string, role: string): Promise<string> {
  await page.goto('/settings/people');
  await page.getByRole('link', { name: 'Add a person' }).click();
  await expect(page.getByRole('heading', { name: 'Add a person', level: 1 })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Login', { exact: true }).fill(login);
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(page.getByText(`${name} was added`)).toBeVisible();
  return (await page.getByRole('status', { name: 'One-time code' }).textContent()) ?? '';
}

async function join(page: Page, code: string, name: string): Promise<void> {
  await page.goto(`/join?code=${code}`);
  await expect(page.getByText(new RegExp(`^${name}, choose a password`))).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await synced(page);
}

test('an admin adds a person, who joins on another device, and everybody sees who moved what', async ({
  server,
  device,
}) => {
  const { id } = vessel(0);
  const [office, bench] = [await device({ viewport: desktop }), await device()];
  await signIn(office.page(), ines);
  const code = await addPerson(office.page(), 'Bo Lindqvist', 'bo', 'User');
  await join(bench.page(), code, 'Bo Lindqvist');
  await useOnce(bench.page(), id);
  await synced(bench.page());
  await office.page().goto(`/containers/${id}`);
  await expect(office.page().getByText('Bo Lindqvist').first()).toBeVisible();
  expect(deviceOps(server.data).map(({ status }) => status)).toEqual(['applied']);
  const again = await device();
  await again.page().goto(`/join?code=${code}`);
  await expect(again.page().getByText(/wrong, was used already, or is too old/)).toBeVisible();
  await office.page().goto('/settings/people');
  await expect(office.page().getByText('Bo Lindqvist: Chose a password')).toBeVisible();
});

test('a person who is disabled is out at once; what their device sends later waits', async ({ server, device }) => {
  const { id } = vessel(1);
  const [office, bench] = [await device({ viewport: desktop }), await device()];
  await signIn(bench.page(), jonas);
  await signIn(office.page(), ines);
  await office.page().goto('/settings/people');
  await office.page().getByRole('link', { name: jonas.name }).click();
  await office.page().getByRole('button', { name: 'Disable', exact: true }).click();
  await office
    .page()
    .getByRole('button', { name: `Disable ${jonas.name}` })
    .click();
  await expect(office.page().getByRole('button', { name: 'Enable again' })).toBeVisible();
  await useOnce(bench.page(), id);
  await expect.poll(() => deviceOps(server.data).map(({ status }) => status)).toEqual(['parked']);
  await expect(bench.page().getByRole('heading', { level: 1 })).toBeVisible();
});

test('the last admin keeps the role, and another admin can take it over', async ({ device }) => {
  const [first, second] = [await device({ viewport: desktop }), await device({ viewport: desktop })];
  const page = first.page();
  await signIn(page, ines);
  const openSelf = async (): Promise<void> => {
    await page.goto('/settings/people');
    await page.getByRole('link', { name: ines.name }).click();
    await expect(page.getByRole('heading', { name: ines.name, level: 1 })).toBeVisible();
  };
  await openSelf();
  await page.getByRole('radiogroup', { name: 'Role' }).getByText('Manager').click();
  await expect(page.getByText(/the lab’s last admin/)).toBeVisible();
  const code = await addPerson(page, 'Ada Quist', 'ada', 'Admin');
  await join(second.page(), code, 'Ada Quist');
  await openSelf();
  await page.getByRole('radiogroup', { name: 'Role' }).getByText('Manager').click();
  // From that moment on the screen is an admin's no more, here and in the navigation.
  await expect(page.getByText('Only an admin may see and change this.').first()).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByRole('link', { name: /^People/ })).toHaveCount(0);
  await second.page().goto('/settings/people');
  await expect(second.page().getByText(`${ines.name}: Role changed: Admin → Manager`)).toBeVisible();
});

test('a changed role bites at the next push, whatever the device showed', async ({ server, device }) => {
  const [office, bench] = [await device({ viewport: desktop }), await device({ viewport: desktop })];
  await signIn(office.page(), ines);
  const code = await addPerson(office.page(), 'Kim Aalto', 'kim', 'Manager');
  await join(bench.page(), code, 'Kim Aalto');
  await bench.page().goto('/items/new');
  await expect(bench.page().getByRole('heading', { level: 1 })).toBeVisible();
  await office.page().goto('/settings/people');
  await office.page().getByRole('link', { name: 'Kim Aalto' }).click();
  await office.page().getByRole('radiogroup', { name: 'Role' }).getByText('User').click();
  await expect(office.page().getByText('The role is User now.', { exact: false })).toBeVisible();
  await bench.page().getByLabel('Name', { exact: true }).first().fill('Smuggled item');
  await bench
    .page()
    .getByRole('button', { name: /save|create/i })
    .first()
    .click();
  await expect
    .poll(() => deviceOps(server.data).map(({ type, status }) => [type, status]))
    .toEqual([['create-record', 'rejected']]);
});

test('people need the server and say so; the rest of Settings does not', async ({ server, device }) => {
  const page = (await device()).page();
  await signIn(page, ines);
  await page.goto('/settings/people');
  await expect(page.getByText(`${scenario.accounts.length} people`)).toBeVisible();
  await page.goto('/settings');
  await readyForOffline(page);
  await server.kill();
  await page.getByRole('link', { name: /^People/ }).click();
  await expect(page.getByText('When online')).toBeVisible();
  await server.start();
  await expect(page.getByText(`${scenario.accounts.length} people`)).toBeVisible();
});
