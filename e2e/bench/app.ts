/**
 * S2 and S3 in a real Chromium, on the built app from the production server.
 * S2: the browser is started anew without a network, until the list of items is there. Beside it the same parts read
 * from segments of 1,000 in IndexedDB into a Map. S3: codes typed as a keyboard scanner types them.
 */
import type { Page as FeedPage, Part } from '@tidylab/sync/protocol/messages';
import type { Page } from '@playwright/test';
import { readyForOffline, signIn } from '../browser/support/app.ts';
import { desktop, openProfile, type Profile } from '../browser/support/profile.ts';
import { mira, vessels } from '../browser/support/scenario.ts';
import type { HttpDevice } from '../http/device.ts';
import { hydrateSegments, storeSegments, strictPuts, watchScans, watchStart } from './in-page.ts';
import { median, quantile, type Row, runs } from './measure.ts';
import { readFeed } from './pull.ts';

const segmentParts = 1_000;
const scans = 40;
const heardMs = 10_000;
const attemptsMax = 5;
/** A page of our origin in which the app does not run. */
const bare = '/icons/icon.svg';

/** The compiler that runs these scripts marks the names of functions; pages do not know its helper. */
async function knowHelper(profile: Profile): Promise<void> {
  await profile.context().addInitScript('globalThis.__name ??= (named) => named');
}

/** The last value of every part of the feed, a thousand to a text. */
async function segmentsOf(device: HttpDevice): Promise<string[]> {
  const last = new Map<string, Part>();
  for (const text of (await readFeed(device)).pages)
    for (const { parts } of (JSON.parse(text) as FeedPage).rows)
      for (const part of parts) last.set(`${part.kind} ${part.key}`, part);
  const all = [...last.values()];
  return Array.from({ length: Math.ceil(all.length / segmentParts) }, (_, at) =>
    JSON.stringify(all.slice(at * segmentParts, (at + 1) * segmentParts)),
  );
}

/** The device holds the whole lab and the app, and has been closed in good order. */
async function fill(profile: Profile, segments: readonly string[]): Promise<void> {
  await knowHelper(profile);
  const page = profile.page();
  page.setDefaultTimeout(300_000);
  await page.goto('/sign-in');
  await signInSlowly(page);
  await page.goto('/items');
  await readyForOffline(page);
  await page.goto(bare);
  await page.evaluate(storeSegments, segments);
  await profile.close();
}

/** A large lab takes longer to arrive than a test waits. */
async function signInSlowly(page: Page): Promise<void> {
  try {
    await signIn(page, mira);
  } catch {
    await page.getByRole('button', { name: /^Synced/ }).waitFor();
  }
}

async function coldStart(profile: Profile): Promise<{ usableMs: number; longestTaskMs: number }> {
  await profile.open();
  const page = profile.page();
  await profile.context().setOffline(true);
  await knowHelper(profile);
  await page.addInitScript(watchStart);
  await page.goto('/items');
  const start = await page.evaluate(() => window.benchStart);
  await profile.close();
  return start;
}

async function hydrate(profile: Profile): Promise<number> {
  await profile.open();
  await knowHelper(profile);
  await profile.page().goto(bare);
  const { ms, parts } = await profile.page().evaluate(hydrateSegments);
  if (parts === 0) throw new Error('the baseline read nothing');
  await profile.close();
  return ms;
}

export async function benchColdStart(url: string, device: HttpDevice, items: number): Promise<Row> {
  const profile = await openProfile(url, { viewport: desktop });
  try {
    await fill(profile, await segmentsOf(device));
    const [starts, longest, plain]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < runs; run++) {
      const start = await coldStart(profile);
      starts.push(start.usableMs);
      longest.push(start.longestTaskMs);
      plain.push(await hydrate(profile));
    }
    const [figure, baseline, task] = [median(starts), median(plain), median(longest)];
    return {
      id: 'S2',
      what: `cold start without a network to the list of ${items.toLocaleString('en')} items (longest task ${Math.round(task)} ms); baseline: the same parts as segments into a Map`,
      figure,
      unit: 'ms',
      baseline,
      ratio: figure / baseline,
      goal: '≤ 1,000 ms, no task over 200 ms',
      met: figure <= 1_000 && task <= 200,
    };
  } finally {
    await profile.remove();
  }
}

/** Chromium's version, from one that is open. */
export async function chromiumVersion(): Promise<string> {
  const profile = await openProfile('http://127.0.0.1');
  const version = profile.context().browser()?.version() ?? '';
  await profile.remove();
  return version;
}

/** On a machine with other work the keys may come too slowly for a scanner; then the code is scanned again, as people do. */
async function scanOnce(page: Page, code: string, done: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.type(code, { delay: 3 });
    await page.keyboard.press('Enter');
    const heard = page.waitForFunction((count) => window.benchScans.length > count, done, { timeout: heardMs });
    const ok = await heard.then(
      () => true,
      () => false,
    );
    if (ok) return;
    if (attempt === attemptsMax) throw new Error(`${code} was scanned ${attempt} times and never heard`);
  }
}

/** @param url of a server with the scenario. */
export async function benchScan(url: string): Promise<Row> {
  const profile = await openProfile(url, { viewport: desktop });
  try {
    await knowHelper(profile);
    const page = profile.page();
    await page.addInitScript(watchScans, 'Saved on this device');
    await signIn(page, mira);
    await page.goto('/scan');
    await page.getByRole('button', { name: 'Use', exact: true }).click();
    const codes = vessels.slice(0, 8).map(({ container }) => container.code);
    for (let at = 0; at < scans; at++) await scanOnce(page, codes[at % codes.length] ?? '', at);
    const measured = await page.evaluate(() => window.benchScans);
    const baseline = median(await page.evaluate(strictPuts, scans));
    const shown = measured.map(({ shownMs }) => shownMs);
    const commits = measured.map(({ commitMs }) => commitMs);
    const [figure, commit] = [quantile(shown, 0.95), quantile(commits, 0.95)];
    return {
      id: 'S3',
      what: `scan to "saved on this device" shown, p95 of ${scans} (p50 ${median(shown).toFixed(1)} ms; durable commit p50 ${median(commits).toFixed(1)} ms, p95 ${commit.toFixed(1)} ms); baseline: one strict put`,
      figure,
      unit: 'ms',
      baseline,
      ratio: figure / baseline,
      goal: 'p95 ≤ 100 ms, commit ≤ 50 ms',
      met: figure <= 100 && commit <= 50,
    };
  } finally {
    await profile.remove();
  }
}
