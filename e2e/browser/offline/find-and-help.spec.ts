/** Finding and help need no server: both are opened for the first time after the network is gone. */
import { readyForOffline, signIn } from '../support/app.ts';
import { expect, test } from '../support/lab.ts';
import { desktop } from '../support/profile.ts';
import { ines, mira, scenario, vessel } from '../support/scenario.ts';

test.setTimeout(120_000);

/** The number of a lot that stands in several containers: a use must ask which of them. */
const severalPlaces = ((): string => {
  const counts = new Map<string, number>();
  for (const record of scenario.records) {
    if (record.kind !== 'container' || record.fields.state === 'empty') continue;
    counts.set(record.fields.lotId, (counts.get(record.fields.lotId) ?? 0) + 1);
  }
  const lot = scenario.records.find((record) => record.kind === 'lot' && (counts.get(record.id) ?? 0) > 1);
  if (lot?.kind !== 'lot') throw new Error('the scenario has no lot in several containers');
  return lot.fields.lotNumber;
})();

test('the palette finds by every name, by keyboard alone, and brings what was opened before to the top', async ({
  server,
  device,
}) => {
  const { item, container, lot, id } = vessel(9);
  const profile = await device({ viewport: desktop });
  const page = profile.page();
  await signIn(page, mira);
  await page.reload();
  await readyForOffline(page);
  await server.kill();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();

  const field = page.getByRole('combobox', { name: /^Item, place/ });
  const ask = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await field.fill(text);
  };
  await ask(container.code);
  await expect(page.getByRole('option').first()).toContainText(container.label);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/containers/${id}$`));
  await expect(page.getByRole('heading', { name: container.label, level: 1 })).toBeVisible();

  await ask(lot.lotNumber);
  await expect(page.getByRole('option').filter({ hasText: item.name }).first()).toBeVisible();
  await field.fill('');
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText(container.label);
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  await ask('dark appearance');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await ask('Scan: Look up');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Scan', level: 1 })).toBeAttached();
  await expect(page).toHaveURL(/\/scan$/);
});

test('help opens offline at the topic of the screen, and is searched', async ({ server, device }) => {
  const profile = await device({ viewport: desktop });
  const page = profile.page();
  await signIn(page, ines);
  await page.reload();
  await readyForOffline(page);
  await server.kill();
  await page.goto('/movements');
  await page.getByRole('link', { name: 'Help with this screen' }).click();
  const topic = page.getByRole('heading', { name: 'Undo and history', level: 2 });
  await expect(topic).toBeFocused();
  await expect(topic).toBeInViewport();
  await page.getByLabel('Search the help').fill('group separator');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Scanners at the keyboard port']);
  await page.getByLabel('Search the help').fill('zebra crossing');
  await expect(page.getByText('No topic holds “zebra crossing”')).toBeVisible();
  await page.goto('/settings/people');
  await expect(page.getByText('When online')).toBeVisible();
  await page.goto('/settings/about');
  await page.getByRole('button', { name: 'Show the parts and their licences' }).click();
  const part = page.locator('details').filter({ has: page.getByText(/^react-dom /) });
  await part.locator('summary').click();
  await expect(part.getByText(/Permission is hereby granted/)).toBeVisible();
});

test('nothing covers a question of the scan loop', async ({ device }) => {
  const page = (await device()).page();
  await signIn(page, mira);
  await page.goto('/scan');
  await page.getByRole('button', { name: 'Use', exact: true }).click();
  await page.getByRole('button', { name: 'Type a code' }).click();
  await page.getByLabel('Code, lot number or name').fill(severalPlaces);
  await page.getByLabel('Code, lot number or name').press('Enter');
  const question = page.getByText(/^(Which|Where)/).first();
  await expect(question).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Search and commands' });
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(question).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await page.goto('/items');
  await page.reload();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(dialog).toBeVisible();
});
