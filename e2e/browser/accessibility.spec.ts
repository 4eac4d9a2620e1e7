/** Every route, phone in light and desktop in dark: axe finds nothing, nothing scrolls sideways, targets are large enough. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { desktop, phone } from './support/profile.ts';
import { ines, mira, scenario, vessel } from './support/scenario.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const { id, container, lot } = vessel(0);
const location = container.locationId ?? '';
const gone = '00000000-0000-7000-8000-000000000000';

const routes = [
  '/',
  '/scan',
  '/items',
  '/items?search=nothing+is+called+this',
  `/items/${lot.itemId}`,
  '/locations',
  `/locations/${location}`,
  `/lots/${container.lotId}`,
  `/containers/${id}`,
  '/items/new?key=gtin%3A09506000134352',
  `/items/${lot.itemId}/edit`,
  `/lots/new?item=${lot.itemId}`,
  `/lots/${container.lotId}/edit`,
  `/lots/${container.lotId}/receive`,
  `/locations/new?parent=${location}`,
  `/locations/${location}/edit`,
  `/containers/${id}/edit`,
  '/movements',
  '/reviews',
  '/settings',
  '/settings/device',
  '/settings/lab',
  '/settings/people',
  '/settings/roles',
  '/settings/about',
  '/settings/backup',
  '/help',
  '/help?topic=scanning',
  '/help?q=nothing+is+called+this',
  `/items/${gone}`,
  '/no-such-page',
] as const;

/** What an admin sees more of. */
const adminRoutes = [
  '/settings',
  '/settings/lab',
  '/settings/people',
  '/settings/people/new',
  '/settings/backup',
] as const;

/** Runs in the page through the debugger, which the page's own policy does not bind. */
async function axe(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Runtime.evaluate', { expression: axeSource });
  const expression = `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } }).then((r) => r.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`;
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return (result.value as AxeViolation[]).map(
    (found) =>
      `${found.id}: ${found.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(' | ')}`,
  );
}

async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth
      ? [`the page is ${root.scrollWidth} px wide in ${root.clientWidth}`]
      : [];
  });
}

for (const [name, viewport, colorScheme] of [
  ['phone, light', phone, 'light'],
  ['desktop, dark', desktop, 'dark'],
] as const) {
  test(`every route stands up to axe and fits the screen: ${name}`, async ({ device }) => {
    test.setTimeout(300_000);
    expect(scenario.records.length).toBeGreaterThan(0);
    const page = (
      await device({
        viewport,
        colorScheme,
        args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
      })
    ).page();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      for (const problem of [...(await axe(page)), ...(await sideways(page))]) found.push(`${path} ${problem}`);
    };
    await look('/sign-in');
    await look('/setup?code=ABC');
    await look('/join?code=ABC');
    await signIn(page, mira);
    for (const path of routes) await look(path);
    await page.goto('/');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    for (const query of ['', 'ethanol', 'nothing is called this']) {
      await page.getByRole('combobox').fill(query);
      await expect(page.getByRole('dialog')).toBeVisible();
      for (const problem of [...(await axe(page)), ...(await sideways(page))])
        found.push(`palette ${query} ${problem}`);
    }
    await page.keyboard.press('Escape');
    await look('/join?code=ABC');
    await page.goto('/settings');
    await page.getByRole('button', { name: /^Sign out/ }).click();
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await signIn(page, ines);
    for (const path of adminRoutes) await look(path);
    await page.goto('/settings/people');
    await page.getByRole('link', { name: mira.name }).click();
    await page.getByRole('heading', { name: mira.name, level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Make a new code' }).click();
    await page.getByRole('button', { name: 'Copy the code' }).waitFor();
    for (const problem of [...(await axe(page)), ...(await sideways(page))]) found.push(`person ${problem}`);
    expect(found).toEqual([]);
  });
}
