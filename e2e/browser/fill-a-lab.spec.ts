/** A lab that starts empty is filled on a phone without a network, and is there on another device afterwards. */
import type { Page } from '@playwright/test';
import { bigNumber, readyForOffline, signIn, synced, tapUse } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { deviceOps } from './support/ledger.ts';
import { desktop } from './support/profile.ts';

test.use({ serverArgs: [] });

const ada = { login: 'ada', name: 'Ada Quist', password: 'violet kettle under nine bridges' };

async function setUpEmpty(page: Page, code: string): Promise<void> {
  await page.goto(`/setup?code=${code}`);
  await page.getByLabel('Name of the lab').fill('Cold Spring');
  await page.getByLabel('Your name').fill(ada.name);
  await page.getByLabel('Login').fill(ada.login);
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.getByRole('radio', { name: /^Empty/ }).check();
  await page.getByRole('button', { name: 'Set up the lab' }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await synced(page);
}

/** Follows a link of the bottom bar: no page is loaded anew. */
const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();

async function newLocation(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Save the location' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText(`Saved on this device: ${name}.`)).toBeVisible();
}

async function newEthanol(page: Page): Promise<void> {
  await goTo(page, 'Items');
  await page.getByRole('link', { name: 'New item' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ethanol absolute');
  // A draft outlives the page.
  await page.reload();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ethanol absolute');
  await page.getByLabel('Unit').selectOption('L');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByLabel('CAS number').fill('64-17-6');
  await page.getByRole('button', { name: 'Save the item' }).click();
  await expect(page.getByText(/check digit does not fit/)).toBeVisible();
  await page.getByLabel('CAS number').fill('64175');
  await page.getByLabel('Find a hazard statement').fill('H225, H319');
  await page.getByRole('button', { name: 'Add H225, H319' }).click();
  await expect(page.getByText('Highly flammable liquid and vapour.')).toBeVisible();
  await page.getByRole('button', { name: 'Save the item' }).click();
  await expect(page.getByRole('heading', { name: 'Ethanol absolute', level: 1 })).toBeVisible();
  await expect(page.getByText('64-17-5')).toBeVisible();
}

async function newLot(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Add a lot' }).click();
  await page.getByLabel('Lot number').fill('K4711');
  await page.getByLabel('Expiry', { exact: true }).fill('03/2027');
  await expect(page.getByText(/good until.*31/)).toBeVisible();
  await page.getByLabel('One vessel or pack, in L').fill('2.5');
  await page.getByRole('button', { name: 'Save the lot' }).click();
  await expect(page.getByRole('heading', { name: 'Lot K4711', level: 1 })).toBeVisible();
}

async function receiveThree(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Receive' }).click();
  await page.getByLabel('How many').fill('3');
  await page.getByLabel('First label').fill('EtOH 1');
  await expect(page.getByText('7.5 L in all')).toBeVisible();
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByLabel('Find a location').fill('solvent');
  await page.getByRole('button', { name: /^Solvent cabinet/ }).click();
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  await expect(page.getByText(/3 vessels received, 7.5 L in all/)).toBeVisible();
}

test('location, item, lot and three vessels are made offline, one is used, and all of it reaches another device', async ({
  server,
  device,
}) => {
  test.setTimeout(120_000);
  const profile = await device();
  const page = profile.page();
  await setUpEmpty(page, await server.says(/\/setup\?code=(\S+)/));
  await page.reload();
  await readyForOffline(page);
  await server.kill();

  await goTo(page, 'Locations');
  await expect(page.getByText('No locations yet')).toBeVisible();
  await page.getByRole('link', { name: 'New location' }).click();
  await newLocation(page, 'Lab 1');
  await page.getByRole('link', { name: 'New location inside' }).click();
  await newLocation(page, 'Solvent cabinet');

  await newEthanol(page);
  await newLot(page);
  await receiveThree(page);
  await page.getByRole('link', { name: 'EtOH 2' }).first().click();
  await expect(page.getByRole('heading', { name: 'EtOH 2', level: 1 })).toBeVisible();
  await tapUse(page);
  await expect(bigNumber(page)).toHaveText(/^0\s?L$/);

  await server.start();
  await page.reload();
  await synced(page);
  const ops = deviceOps(server.data);
  expect(ops.every(({ status }) => status === 'applied')).toBe(true);
  expect(ops.filter(({ type }) => type.startsWith('post-')).map(({ type }) => type)).toEqual([
    'post-receive',
    'post-consume',
  ]);

  const other = (await device({ viewport: desktop })).page();
  await signIn(other, ada);
  await other.goto('/items');
  await other.getByRole('link', { name: 'Ethanol absolute' }).click();
  await expect(bigNumber(other)).toHaveText(/^5\s?L$/);
  await other.goto('/locations');
  await other.getByRole('link', { name: 'Solvent cabinet' }).click();
  await expect(other.getByRole('link', { name: 'EtOH 3' })).toBeVisible();
});

test('a change of a record is said, undone by one tap, and a count and a correction set a bucket right', async ({
  server,
  device,
}) => {
  const page = (await device()).page();
  await setUpEmpty(page, await server.says(/\/setup\?code=(\S+)/));
  await goTo(page, 'Locations');
  await page.getByRole('link', { name: 'New location' }).click();
  await newLocation(page, 'Lab 1');
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Temperature').fill('2–8 °C');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved on this device.')).toBeVisible();
  await expect(page.getByText('2–8 °C')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByText('2–8 °C')).toBeHidden();

  await goTo(page, 'Items');
  await page.getByRole('link', { name: 'New item' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Gloves');
  await page.getByLabel('Type').selectOption('consumable');
  await page.getByRole('button', { name: 'Save the item' }).click();
  await page.getByRole('link', { name: 'Add a lot' }).click();
  await page.getByLabel('Lot number').fill('G1');
  await page.getByRole('button', { name: 'Save the lot' }).click();
  await page.getByRole('link', { name: 'Receive' }).click();
  await page.getByLabel('Quantity in pcs').fill('10');
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  await expect(page.getByText('Loose stock needs a place.')).toBeVisible();
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByRole('button', { name: 'Lab 1', exact: true }).click();
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  await expect(bigNumber(page)).toHaveText(/^10\s?pcs$/);

  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await page.getByLabel('There are, in pcs').fill('8');
  await page.getByRole('button', { name: 'Save the count' }).click();
  await expect(bigNumber(page)).toHaveText(/^8\s?pcs$/);
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await page.getByLabel('Quantity in pcs').fill('3');
  await page.getByLabel('Reason').selectOption('broken');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(bigNumber(page)).toHaveText(/^5\s?pcs$/);
  await synced(page);
  expect(deviceOps(server.data).map(({ status }) => status)).not.toContain('rejected');
});
