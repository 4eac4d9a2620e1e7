/**
 * pnpm proof [--server-kills N] [--browser-kills N] [--minutes M] [--seed S]
 *
 * Real crashes: a server process and a browser killed at random instants under load. With --minutes the server is
 * killed for at least that long. The last line is {"passed":N,"failed":N}, counted by kill. Runs of at least 100 server
 * or 50 browser kills put their figures into docs/figures.md.
 */
import { parseArgs } from 'node:util';
import { chromiumVersion } from '../bench/app.ts';
import { machine, writeFigures } from '../bench/figures.ts';
import { killBrowser } from './browser-kills.ts';
import { killServer, type Verdict } from './server-kills.ts';

const { values } = parseArgs({
  options: {
    'server-kills': { type: 'string' },
    'browser-kills': { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
  },
});
const count = (text: string | undefined, otherwise: number): number => {
  const value = Number(text ?? otherwise);
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${text} is not a number of kills or minutes`);
  return value;
};

interface Part {
  readonly id: string;
  readonly what: string;
  readonly kills: number;
  /** From so many kills on, the figure is worth keeping. */
  readonly goal: number;
  run(kills: number, seed: number): Promise<Verdict>;
}

const endMs = Date.now() + count(values.minutes, 0) * 60_000;
const parts: readonly Part[] = [
  {
    id: 'R1',
    what: 'server killed (SIGKILL) while four clients push',
    kills: count(values['server-kills'], 100),
    goal: 100,
    run: (kills, seed) => killServer(kills, endMs, seed),
  },
  {
    id: 'R2',
    what: 'browser killed between taps, half of the time without a network',
    kills: count(values['browser-kills'], 50),
    goal: 50,
    run: killBrowser,
  },
];

const tally = { passed: 0, failed: 0 };
const seed = count(values.seed, Date.now() % 1_000_000);
process.stdout.write(`seed ${seed}\n`);
for (const part of parts.filter(({ kills, id }) => kills > 0 || (id === 'R1' && Date.now() < endMs))) {
  const { faults, kills, ops, met } = await part.run(part.kills, seed);
  tally.passed += faults.length === 0 ? kills : 0;
  tally.failed += faults.length === 0 ? 0 : 1;
  process.stdout.write(`${part.id}: ${kills} kills, ${ops} ops promised, ${met}, ${faults.length} faults\n`);
  for (const fault of faults.slice(0, 20)) process.stdout.write(`    ${fault}\n`);
  if (kills < part.goal) continue;
  const what = `${part.what}; ${ops.toLocaleString('en')} promised ops, each there once; ${met}; figure: faults in ${kills} kills`;
  const row = { id: part.id, what, figure: faults.length, unit: 'faults', baseline: null, ratio: null, goal: '0' };
  writeFigures([{ ...row, met: faults.length === 0 }], machine(await chromiumVersion()));
}
process.stdout.write(`${JSON.stringify(tally)}\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
