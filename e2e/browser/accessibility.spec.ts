/** Every route, phone in light and desktop in dark: axe finds nothing, nothing scrolls sideways, targets are large enough. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { desktop, phone } from './support/profile.ts';
import { mira, scenario, vessel } from './support/scenario.ts';

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
  '/movements',
  '/settings',
  `/items/${gone}`,
  '/no-such-page',
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
    test.setTimeout(180_000);
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
    await signIn(page, mira);
    for (const path of routes) await look(path);
    expect(found).toEqual([]);
  });
}
