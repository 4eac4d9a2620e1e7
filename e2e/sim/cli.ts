/**
 * pnpm sim [--seeds N] [--from S] [--seed S] [--minutes M] [--mutants] [--mutant NAME]
 *
 * Runs the corpus and then N seeds, on every core. The last line is `{"passed":N,"failed":N}`, counted by seed (by
 * mutant with --mutants).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SimConfig } from './config.ts';
import { mutants } from './mutants.ts';
import { Pool } from './pool.ts';
import type { SeedOutcome } from './run-seed.ts';
import type { Job } from './worker.ts';
import { faultNames, outcomeNames } from './world/coverage.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    mutants: { type: 'boolean' },
    mutant: { type: 'string' },
    config: { type: 'string' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const corpusFolder = new URL('../corpus/', import.meta.url);
const occurrencesMin = 20;
/** From so many seeds on, every fault and outcome must have occurred. */
const seedsForCoverage = 300;
const seedsPerMutantMax = 300;

const job = (seed: number, keep: number, config: Partial<SimConfig> = {}, mutant: string | null = null): Job => ({
  seed,
  keep,
  config,
  mutant,
});

function corpus(): Job[] {
  return readdirSync(corpusFolder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const { seed, config } = JSON.parse(readFileSync(new URL(name, corpusFolder), 'utf8')) as {
        seed: number;
        config?: Partial<SimConfig>;
      };
      return job(seed, 60, config);
    });
}

function report(outcome: SeedOutcome, { config, mutant }: Job): void {
  say(`seed ${outcome.seed} FAILED: ${outcome.message}`);
  for (const line of outcome.trace.slice(-25)) say(`    ${line}`);
  const settings = Object.keys(config).length > 0 ? ` --config '${JSON.stringify(config)}'` : '';
  say(`  again: pnpm sim --seed ${outcome.seed}${settings}${mutant === null ? '' : ` --mutant '${mutant}'`}`);
}

async function runSeeds(jobs: Iterator<Job>): Promise<boolean> {
  const started = Date.now();
  const counts = new Map<string, number>();
  const tally = { passed: 0, failed: 0, events: 0, ops: 0 };
  await new Pool().run(
    () => jobs.next().value as Job | undefined,
    (outcome, of) => {
      tally[outcome.ok ? 'passed' : 'failed']++;
      tally.events += outcome.events;
      tally.ops += outcome.ops;
      for (const [name, count] of Object.entries(outcome.coverage)) counts.set(name, (counts.get(name) ?? 0) + count);
      if (!outcome.ok) report(outcome, of);
    },
  );
  const total = tally.passed + tally.failed;
  const seconds = (Date.now() - started) / 1000;
  const rare = printCoverage(counts, total >= seedsForCoverage);
  say(
    `${total} seeds in ${seconds.toFixed(1)} s, ${(total / seconds).toFixed(2)} seeds/s; ${tally.ops} ops, ${tally.events} events`,
  );
  const failed = tally.failed + (rare ? 1 : 0);
  say(JSON.stringify({ passed: tally.passed, failed }));
  return failed === 0;
}

/** How often each thing happened; true when one of them is too rare to prove anything. */
function printCoverage(counts: ReadonlyMap<string, number>, enough: boolean): boolean {
  const names = [...faultNames, ...outcomeNames];
  const others = [...counts.keys()].filter((name) => !(names as string[]).includes(name)).sort();
  for (const name of [...names, ...others]) say(`  ${String(counts.get(name) ?? 0).padStart(8)}  ${name}`);
  const rare = enough ? names.filter((name) => (counts.get(name) ?? 0) < occurrencesMin) : [];
  if (rare.length > 0) say(`FAILED: fewer than ${occurrencesMin} times: ${rare.join(', ')}`);
  return rare.length > 0;
}

function* seeds(count: number, from: number, minutes: number): Generator<Job> {
  yield* corpus();
  const end = Date.now() + minutes * 60_000;
  for (let i = 0; i < count || Date.now() < end; i++) yield job(from + i, 60);
}

/** Runs each mutant until an invariant catches it. */
async function runMutants(): Promise<boolean> {
  const tally = { passed: 0, failed: 0 };
  const at = new Map(mutants.map(({ name }) => [name, 0]));
  const over = new Set<string>();
  let turn = 0;
  const next = (): Job | undefined => {
    const open = mutants.filter(({ name }) => !over.has(name));
    const mutant = open[turn++ % Math.max(1, open.length)];
    if (!mutant) return undefined;
    const seed = (at.get(mutant.name) ?? 0) + 1;
    at.set(mutant.name, seed);
    return job(seed, 30, {}, mutant.name);
  };
  await new Pool().run(next, (outcome, { mutant, seed }) => {
    const name = mutant ?? '';
    if (over.has(name)) return;
    const caught = !outcome.ok && outcome.invariant !== null;
    if (!caught && outcome.ok && seed < seedsPerMutantMax) return;
    over.add(name);
    tally[caught ? 'passed' : 'failed']++;
    say(caught ? `caught  ${name}: after ${seed} seeds by ${outcome.message}` : `ESCAPED ${name}: ${outcome.message}`);
  });
  say(JSON.stringify(tally));
  return tally.failed === 0;
}

function chosen(): Iterator<Job> {
  if (values.seed !== undefined) {
    const config = values.config === undefined ? {} : (JSON.parse(values.config) as Partial<SimConfig>);
    return [job(Number(values.seed), 400, config, values.mutant ?? null)].values();
  }
  const from = Number(values.from ?? (values.minutes === undefined ? 1 : Date.now()));
  return seeds(Number(values.seeds ?? (values.minutes === undefined ? 300 : 0)), from, Number(values.minutes ?? 0));
}

process.exitCode = (values.mutants === true ? await runMutants() : await runSeeds(chosen())) ? 0 : 1;
