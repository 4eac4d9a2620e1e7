/**
 * The browser is killed between taps, with the network on and off, and opened again on the same profile. Whatever it
 * called "saved on this device" must reach the server, once.
 */
import type { Page } from '@playwright/test';
import { once } from 'node:events';
import { seededRandom } from '@tidylab/testkit/random';
import { readyForOffline, signIn } from '../browser/support/app.ts';
import { deviceOps } from '../browser/support/ledger.ts';
import { openProfile, type Profile } from '../browser/support/profile.ts';
import { mira, vessel } from '../browser/support/scenario.ts';
import { startServer } from '../browser/support/server.ts';
import { judgeFile } from './judge.ts';
import type { Verdict } from './server-kills.ts';

const tapsMax = 4;
const delayMs = 150;
const syncMs = 120_000;

/** Taps Use on a page that was just loaded and so says nothing of earlier taps; resolves when it says "saved". */
async function tap(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Use', exact: true }).click();
  await page.getByText('Saved on this device').first().waitFor();
}

/** A life of the browser: some taps, each of which is either saved or cut off. */
async function live(
  profile: Profile,
  path: string,
  choose: { taps: number; offline: boolean; cutLast: boolean; waitMs: number },
): Promise<{ saved: number; begun: number }> {
  const { taps, offline, cutLast, waitMs } = choose;
  const page = profile.page();
  if (offline) await profile.context().setOffline(true);
  let saved = 0;
  for (let at = 0; at < taps; at++) {
    await page.goto(path);
    await tap(page);
    saved++;
  }
  if (!cutLast) return { saved, begun: saved };
  await page.goto(path);
  await page.getByRole('main').getByRole('button', { name: 'Use', exact: true }).click();
  if (waitMs > 0) await once(AbortSignal.timeout(waitMs), 'abort');
  return { saved, begun: saved + 1 };
}

export async function killBrowser(kills: number, seed: number): Promise<Verdict> {
  const random = seededRandom(seed);
  const server = await startServer(['--scenario', 'lab']);
  const profile = await openProfile(server.url);
  try {
    await signIn(profile.page(), mira);
    await profile.page().reload();
    await readyForOffline(profile.page());
    // Chromium writes cookies to disk every half minute only; killed before that, it would ask for the password again.
    await profile.close();
    await profile.open();
    let [saved, begun, cutOff] = [0, 0, 0];
    for (let kill = 0; kill < kills; kill++) {
      const choose = {
        taps: 1 + random.int(tapsMax),
        offline: random.chance(0.5),
        cutLast: random.chance(0.5),
        waitMs: random.int(delayMs),
      };
      const lived = await live(profile, `/containers/${vessel(random.int(6)).id}`, choose);
      saved += lived.saved;
      begun += lived.begun;
      if (choose.cutLast || choose.offline) cutOff++;
      await profile.kill();
      await profile.open();
    }
    await profile.page().goto('/');
    await profile
      .page()
      .getByRole('button', { name: /^Synced/ })
      .waitFor({ timeout: syncMs });
    return {
      ...judge(server.data, saved, begun),
      kills,
      met: `${cutOff} kills with a tap or unsent changes under way`,
    };
  } finally {
    await profile.remove();
    await server.remove();
  }
}

function judge(data: string, saved: number, begun: number): { faults: string[]; ops: number } {
  const ops = deviceOps(data);
  const applied = ops.filter(({ status }) => status === 'applied').length;
  const faults = judgeFile(data, []);
  if (applied < saved) faults.push(`${saved} uses were called saved and ${applied} arrived`);
  if (applied > begun) faults.push(`${begun} uses were begun and ${applied} arrived`);
  if (applied !== ops.length) faults.push(`${ops.length - applied} uses were not applied`);
  return { faults, ops: saved };
}
