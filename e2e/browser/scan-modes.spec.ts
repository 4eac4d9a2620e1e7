/** Receive, Move and Count with a keyboard scanner and typed codes; the server's own file has the last word. */
import type { Container, Item, Location, Lot } from '@tidylab/domain/records';
import type { Page } from '@playwright/test';
import { signIn, synced } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { balanceOf, deviceOps, type StoredOp } from './support/ledger.ts';
import { desktop } from './support/profile.ts';
import { mira, scenario } from './support/scenario.ts';

interface Known<T> {
  readonly id: string;
  readonly fields: T;
}

const recordsOf = <T>(kind: string): Known<T>[] =>
  scenario.records.filter((record) => record.kind === kind).map(({ id, fields }) => ({ id, fields: fields as T }));

const locations = recordsOf<Location>('location');
const lots = recordsOf<Lot>('lot');
const containers = recordsOf<Container>('container');
const barcodes = recordsOf<{ key: string; targetId: string }>('barcode');

const place = (name: string): Known<Location> => {
  const found = locations.find(({ fields }) => fields.name === name);
  if (!found) throw new Error(`the scenario has no ${name}`);
  return found;
};

const shelf = place('Plastics, upper shelf');
const tray = place('Flammables, upper tray');
const box = place('Box enzymes');
const fridge = place('Refrigerator R1');

/** Six items that are kept loose, with a GTIN and one lot each that the lab knows. */
const loose = recordsOf<Item>('item')
  .flatMap((item) => {
    const gtin = barcodes.find(({ fields }) => fields.targetId === item.id && fields.key.startsWith('gtin:'));
    const lot = lots.find(({ fields }) => fields.itemId === item.id);
    const isLoose = !containers.some(({ fields }) =>
      lots.some(({ id, fields: { itemId } }) => id === fields.lotId && itemId === item.id),
    );
    return gtin && lot && isLoose ? [{ lot, gtin: gtin.fields.key.slice('gtin:'.length) }] : [];
  })
  .slice(0, 6);

/** A scanner as fast as scanners are: on a busy machine the keys of `keyboard.type` come as slowly as a person's. */
const wedge = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    (keys) => {
      for (const key of keys)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    },
    [...text, 'Enter'],
  );

const openScan = async (page: Page, mode: string): Promise<void> => {
  await page.getByRole('main').getByRole('link', { name: /^Scan/ }).click();
  await page.getByRole('button', { name: mode, exact: true }).click();
};

const bodyOf = (op: StoredOp): Record<string, unknown> =>
  (JSON.parse(op.raw) as { body: Record<string, unknown> }).body;

const result = (page: Page) => page.getByTestId('scan-result');

test('twelve lots are received with two taps and thirteen scans, six of them new to the lab', async ({
  server,
  device,
}) => {
  const page = (await device()).page();
  await signIn(page, mira);
  const before = loose.map(({ lot }) => balanceOf(server.data, lot.id, `l:${shelf.id}`));
  await page.getByRole('main').getByRole('link', { name: /^Scan/ }).click();
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  await wedge(page, shelf.fields.code);
  await expect(page.getByTestId('scan-place')).toContainText(shelf.fields.name);
  for (const { lot, gtin } of loose) {
    await wedge(page, `01${gtin}10${lot.fields.lotNumber}`);
    await expect(result(page)).toContainText(lot.fields.lotNumber);
    await expect(result(page)).toContainText('Saved on this device');
  }
  for (const [i, { gtin }] of loose.entries()) {
    await wedge(page, `01${gtin}1729013110NEW${i}`);
    await expect(result(page)).toContainText(`New lot NEW${i}`);
    await expect(result(page)).toContainText('Saved on this device');
  }
  await synced(page);
  const ops = deviceOps(server.data);
  expect(ops.map(({ status }) => status)).toEqual(ops.map(() => 'applied'));
  expect(ops.filter(({ type }) => type === 'post-receive')).toHaveLength(12);
  for (const [i, { lot }] of loose.entries())
    expect(balanceOf(server.data, lot.id, `l:${shelf.id}`)).toBe((before[i] ?? 0) + (lot.fields.packSize ?? 0));
  const made = ops.filter(({ type }) => type === 'create-record').map(bodyOf);
  expect(made.map(({ fields }) => fields)).toMatchObject(
    loose.map(({ lot }, i) => ({ itemId: lot.fields.itemId, lotNumber: `NEW${i}`, expiry: '2029-01-31' })),
  );
  for (const [i, { id }] of made.entries())
    expect(balanceOf(server.data, String(id), `l:${shelf.id}`)).toBe(loose[i]?.lot.fields.packSize);
});

test('a typed code is received and taken back with one tap', async ({ server, device }) => {
  const page = (await device({ viewport: desktop })).page();
  await signIn(page, mira);
  await openScan(page, 'Receive');
  await page.getByRole('button', { name: 'Type a code' }).click();
  const field = page.getByLabel('Code, lot number or name');
  const [first] = loose;
  await field.fill(first?.lot.fields.lotNumber ?? '');
  await field.press('Enter');
  await expect(page.getByTestId('scan-question')).toContainText('Where does it go?');
  await field.fill(shelf.fields.code);
  await field.press('Enter');
  await expect(result(page)).toContainText('Saved on this device');
  await page.getByTestId('scan-undo').click();
  await expect(result(page)).toContainText('Undone');
  await synced(page);
  expect(deviceOps(server.data).map(({ type, status }) => [type, status])).toEqual([
    ['post-receive', 'applied'],
    ['void-posting', 'applied'],
  ]);
});

test('a box moves with everything in it by two scans, and back by the UNDO card', async ({ server, device }) => {
  const page = (await device()).page();
  await signIn(page, mira);
  await openScan(page, 'Move');
  await wedge(page, box.fields.code);
  await expect(page.getByTestId('scan-basket')).toContainText(box.fields.name);
  await wedge(page, fridge.fields.code);
  await expect(result(page)).toContainText(`Now in ${fridge.fields.name}`);
  await synced(page);
  const moves = () => deviceOps(server.data).filter(({ type }) => type === 'edit-record');
  expect(moves().map(({ status }) => status)).toEqual(['applied']);
  expect(moves().map(bodyOf)).toMatchObject([
    { kind: 'location', id: box.id, set: { parentId: { from: box.fields.parentId, to: fridge.id } } },
  ]);
  await wedge(page, 'tidylab:undo');
  await expect(result(page)).toContainText('Undone');
  await synced(page);
  expect(bodyOf(moves()[1] as StoredOp)).toMatchObject({ set: { parentId: { to: box.fields.parentId } } });
});

test('a shelf is counted: what differs is listed, and nothing becomes zero by itself', async ({ server, device }) => {
  const page = (await device()).page();
  await signIn(page, mira);
  const held = (vessel: Known<Container>): number => balanceOf(server.data, vessel.fields.lotId, `c:${vessel.id}`);
  const here = containers.filter((vessel) => vessel.fields.locationId === tray.id && held(vessel) > 0);
  const [unseen, changed, ...others] = here;
  if (!unseen || !changed || others.length === 0) throw new Error('the scenario has too few vessels on the tray');
  const books = others.map(held);
  const book = held(changed);
  await openScan(page, 'Count');
  await wedge(page, tray.fields.code);
  await expect(page.getByTestId('scan-place')).toContainText(tray.fields.name);
  for (const vessel of others) {
    await wedge(page, vessel.fields.code);
    await expect(result(page)).toContainText(vessel.fields.label);
  }
  await wedge(page, changed.fields.code);
  await expect(result(page)).toContainText(changed.fields.label);
  // In the list it is there before and after the two seconds in which a number is not recorded yet.
  await page.getByTestId('scan-recent').getByRole('listitem').first().getByRole('button', { name: 'Less' }).click();
  await page.getByRole('button', { name: 'Done here' }).click();
  const review = page.getByTestId('scan-shelf');
  await expect(review).toContainText(`${others.length} as the book says`);
  await expect(review.getByRole('listitem')).toHaveCount(2);
  await expect(review.getByRole('listitem').filter({ hasText: changed.fields.label })).toContainText('the book said');
  const missing = review.getByRole('listitem').filter({ hasText: unseen.fields.label });
  await expect(missing).toContainText('Not scanned');
  await synced(page);
  expect(held(unseen)).toBeGreaterThan(0);
  expect(held(changed)).toBeLessThan(book);
  expect(others.map(held)).toEqual(books);
  await missing.getByRole('button', { name: /^Count as 0/ }).click();
  await expect(missing).toContainText('Counted');
  await synced(page);
  expect(held(unseen)).toBe(0);
  const counts = deviceOps(server.data);
  expect(counts.map(({ type, status }) => [type, status])).toEqual(counts.map(() => ['post-count', 'applied']));
  const entries = counts.flatMap((op) => bodyOf(op)['entries'] as { place: string; expectedSeen: number }[]);
  expect(new Set(entries.map((entry) => entry.place))).toEqual(new Set(here.map((vessel) => `c:${vessel.id}`)));
  expect(entries.every(({ expectedSeen }) => Number.isInteger(expectedSeen))).toBe(true);
});

test('the mode chosen last is there after a reload, and a card changes it', async ({ device }) => {
  const page = (await device()).page();
  await signIn(page, mira);
  await openScan(page, 'Count');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Count', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await wedge(page, 'tidylab:mode:move');
  await expect(page.getByRole('button', { name: 'Move', exact: true })).toHaveAttribute('aria-pressed', 'true');
});
