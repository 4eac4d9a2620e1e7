/** The scan: pictures of real symbols, tilted, blurred and noisy, through getUserMedia; a wedge; typed codes; the tray. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Barcode } from '@tidylab/domain/records';
import type { Page } from '@playwright/test';
import { fakeCameraFlags } from '../camera/fake-camera.ts';
import { type Scene, writeY4m } from '../camera/make-y4m.ts';
import { readyForOffline, signIn, synced } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { deviceOps } from './support/ledger.ts';
import { desktop } from './support/profile.ts';
import { mira, scenario, vessel, vessels } from './support/scenario.ts';

const unknownGtin = '09524000059109';

/** A vessel whose item has a GTIN and whose lot stands nowhere else, so that the element string alone says what is meant. */
const printed = (() => {
  for (const one of vessels) {
    const alone =
      scenario.records.filter((record) => record.kind === 'container' && record.fields.lotId === one.container.lotId)
        .length === 1;
    const gtin = scenario.records
      .filter((record) => record.kind === 'barcode')
      .map((record) => record.fields as Barcode)
      .find(({ key, targetId }) => key.startsWith('gtin:') && targetId === one.lot.itemId)
      ?.key.slice('gtin:'.length);
    if (alone && gtin) return { ...one, gtin };
  }
  throw new Error('the scenario has no vessel with a GTIN and a lot of its own');
})();

const ownLabel =
  vessels.find(({ id, container }) => id !== printed.id && container.lotId !== printed.container.lotId) ?? vessel(0);

const expiryText = (printed.lot.expiry ?? '2031-01-31').slice(2).replaceAll('-', '');
const hard = { tiltDeg: 9, blurPx: 0.9, noise: 10, frames: 12 } as const;

const scenes: Scene[] = [
  { symbology: 'qrcode', text: `https://tidylab.example/c/${ownLabel.container.code}`, ...hard },
  {
    symbology: 'gs1datamatrix',
    text: `(01)${printed.gtin}(17)${expiryText}(10)${printed.lot.lotNumber}`,
    ...hard,
    tiltDeg: -7,
  },
  { symbology: 'gs1qrcode', text: `(01)${unknownGtin}(17)310331(10)A1`, ...hard, tiltDeg: 4 },
];

const withFilm = async (run: (path: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'tidylab-film-'));
  const path = join(folder, 'codes.y4m');
  writeY4m(path, scenes, 7);
  await run(path);
  rmSync(folder, { recursive: true, force: true });
};

const useMode = async (page: Page): Promise<void> => {
  await page.goto('/scan');
  await page.getByRole('button', { name: 'Use', exact: true }).click();
};

test('the camera reads our label, a GS1 DataMatrix and a GS1 QR code: two are used, the unknown one waits in the tray', async ({
  server,
  device,
}) => {
  test.setTimeout(120_000);
  await withFilm(async (path) => {
    const profile = await device({ args: fakeCameraFlags(path) });
    const page = profile.page();
    await signIn(page, mira);
    await useMode(page);
    const usedPlaces = (): string[] =>
      deviceOps(server.data).flatMap(({ type, raw }) =>
        type === 'post-consume'
          ? (JSON.parse(raw) as { body: { entries: { from: string }[] } }).body.entries.map(({ from }) => from)
          : [],
      );
    await expect.poll(() => usedPlaces().includes(`c:${ownLabel.id}`), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => usedPlaces().includes(`c:${printed.id}`), { timeout: 60_000 }).toBe(true);
    await expect(page.getByRole('button', { name: '1 unknown' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('Saved on this device').first()).toBeVisible();
  });
});

test('offline, a typed code is used and undone, and both reach the server later', async ({ server, device }) => {
  const profile = await device();
  const page = profile.page();
  await signIn(page, mira);
  await page.reload();
  await readyForOffline(page);
  await useMode(page);
  await profile.context().setOffline(true);
  await page.getByRole('button', { name: 'Type a code' }).click();
  await page.getByLabel('Code, lot number or name').fill(ownLabel.container.code.toLowerCase());
  await page.getByLabel('Code, lot number or name').press('Enter');
  await expect(page.getByText('Saved on this device').first()).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByText('Undone', { exact: true }).first()).toBeVisible();
  await profile.context().setOffline(false);
  await synced(page);
  expect(deviceOps(server.data).map(({ type, status }) => [type, status])).toEqual([
    ['post-consume', 'applied'],
    ['void-posting', 'applied'],
  ]);
});

test('a keyboard scanner works on any screen without a field, and its lost separators do not matter', async ({
  device,
}) => {
  const page = (await device({ viewport: desktop })).page();
  await signIn(page, mira);
  await page.goto('/items');
  await expect(page.getByRole('heading', { name: 'Items', level: 1 })).toBeVisible();
  await page.keyboard.type(ownLabel.container.code, { delay: 4 });
  await page.keyboard.press('Enter');
  await expect(page.getByText(ownLabel.container.label).first()).toBeVisible();
});

test('a code that means nothing is kept, linked to an item, and known from then on', async ({ server, device }) => {
  const page = (await device({ viewport: desktop })).page();
  await signIn(page, mira);
  await useMode(page);
  const type = async (text: string): Promise<void> => {
    const field = page.getByLabel('Code, lot number or name');
    if (!(await field.isVisible())) await page.getByRole('button', { name: 'Type a code' }).click();
    await field.fill(text);
    await field.press('Enter');
  };
  await type(unknownGtin);
  await page.getByRole('button', { name: '1 unknown' }).click();
  await page
    .getByRole('button', { name: /^Link to an item/ })
    .first()
    .click();
  await page.getByLabel('Find the item').fill(printed.item.name.slice(0, 8));
  await page
    .getByRole('button', { name: new RegExp(printed.item.name.slice(0, 8)) })
    .first()
    .click();
  await synced(page);
  await expect
    .poll(
      () =>
        deviceOps(server.data).filter(({ type: kind, status }) => kind === 'create-record' && status === 'applied')
          .length,
    )
    .toBe(1);
  await page.reload();
  await page.getByRole('button', { name: 'Look up', exact: true }).click();
  await type(unknownGtin);
  await expect(page.getByText(printed.item.name).first()).toBeVisible();
});

test('a refused camera is explained, and the other ways in still work', async ({ device }) => {
  const profile = await device({ args: ['--deny-permission-prompts', '--use-fake-device-for-media-stream'] });
  const page = profile.page();
  await signIn(page, mira);
  await useMode(page);
  await expect(page.getByText('The camera is not allowed')).toBeVisible();
  await expect(page.getByText(/choose Camera, then Allow/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Type a code' })).toBeEnabled();
});
