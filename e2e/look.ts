/**
 * `pnpm look`: every screen at 390 and 1280 px, light and dark, from the production server, into e2e/.out/look; with
 * `--readme` also the pictures of the README into docs/pictures.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { signIn } from './browser/support/app.ts';
import { desktop, openProfile, phone } from './browser/support/profile.ts';
import { mira, scenario, vessel } from './browser/support/scenario.ts';
import { startServer } from './browser/support/server.ts';

const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { id, container, lot } = vessel(0);
const location = container.locationId ?? scenario.records.find(({ kind }) => kind === 'location')?.id ?? '';

const screens: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['scan', '/scan'],
  ['items', '/items'],
  ['item', `/items/${lot.itemId}`],
  ['locations', '/locations'],
  ['location', `/locations/${location}`],
  ['lot', `/lots/${container.lotId}`],
  ['container', `/containers/${id}`],
  ['item-new', '/items/new?key=gtin%3A09506000134352'],
  ['item-edit', `/items/${lot.itemId}/edit`],
  ['lot-new', `/lots/new?item=${lot.itemId}`],
  ['receive', `/lots/${container.lotId}/receive`],
  ['location-edit', `/locations/${location}/edit`],
  ['container-edit', `/containers/${id}/edit`],
  ['movements', '/movements'],
  ['settings', '/settings'],
];

const sizes = { phone, desktop } as const;
const schemes = ['light', 'dark'] as const;

/** Nothing moves any more: fonts are there and no animation runs. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(
      document
        .getAnimations()
        .filter((one) => one.effect?.getTiming().iterations !== Infinity)
        .map((one) => one.finished),
    );
  });
}

async function shoot(
  url: string,
  size: keyof typeof sizes,
  scheme: (typeof schemes)[number],
  only: ReadonlySet<string>,
): Promise<void> {
  const profile = await openProfile(url, {
    viewport: sizes[size],
    colorScheme: scheme,
    args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  });
  const page = profile.page();
  const save = async (name: string, fullPage: boolean): Promise<void> => {
    await still(page);
    await page.screenshot({ path: inRoot(`e2e/.out/look/${name}-${size}-${scheme}.png`), fullPage });
  };
  await page.goto('/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await save('sign-in', true);
  await signIn(page, mira);
  for (const [name, path] of screens) {
    if (only.size > 0 && !only.has(name)) continue;
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await save(name, false);
  }
  if (process.argv.includes('--readme')) {
    await page.goto(size === 'phone' ? '/scan' : '/items');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await still(page);
    await page.screenshot({
      path: inRoot(`docs/pictures/${size === 'phone' ? 'scan-phone' : 'items-desktop'}-${scheme}.png`),
    });
  }
  await profile.remove();
}

async function shootSetup(url: string, code: string): Promise<void> {
  for (const size of ['phone', 'desktop'] as const) {
    const profile = await openProfile(url, { viewport: sizes[size] });
    await profile.page().goto(`/setup?code=${code}`);
    await profile.page().getByRole('heading', { level: 1 }).waitFor();
    await still(profile.page());
    await profile.page().screenshot({ path: inRoot(`e2e/.out/look/setup-${size}-light.png`), fullPage: true });
    await profile.remove();
  }
}

const only = new Set(process.argv.slice(2).filter((argument) => !argument.startsWith('--')));
mkdirSync(inRoot('e2e/.out/look'), { recursive: true });
mkdirSync(inRoot('docs/pictures'), { recursive: true });

if (only.size === 0 || only.has('setup')) {
  const fresh = await startServer([]);
  await shootSetup(fresh.url, await fresh.says(/code=(\S+)/));
  await fresh.remove();
}
const server = await startServer(['--scenario', 'lab']);
for (const size of ['phone', 'desktop'] as const)
  for (const scheme of schemes) await shoot(server.url, size, scheme, only);
await server.remove();
process.stdout.write('Pictures are in e2e/.out/look\n');
