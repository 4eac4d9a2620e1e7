// Runs the rules of `pnpm check`. Two work at a time (each is a process of its own), a line is printed as each ends, and all
// of them run even when one fails: whoever fixes them wants to see them all.
import { performance } from 'node:perf_hooks';
import { exitIfStopping } from '../bootstrap/children.mjs';
import { generateMessages } from '../bootstrap/messages.mjs';
import { add, nothing, oneFailed, onePassed } from '../bootstrap/results.mjs';
import { SetupError, seconds } from '../bootstrap/say.mjs';
import { boundaries } from './boundaries.mjs';
import { coverage } from './coverage.mjs';
import { format, lint, unit, unused } from './commands.mjs';
import { types } from './types.mjs';

// Loaded when they run: their libraries are slow to load, and absent before the first install.
const tidy = async () => (await import('./tidy.mjs')).tidy();
const sizes = async () => (await import('./sizes.mjs')).sizes();

// A rule resolves with { ok, output, counts? }; `advice` is what to do when it fails. `counts` where it runs tests.
const rules = {
  types: { run: types, advice: 'mend the types; nothing is silenced here (no ts-ignore)' },
  lint: {
    run: lint,
    advice: 'change the code as the message says; the rules and their reasons are in packages/tooling/oxlint.json',
  },
  format: { run: format, advice: 'run: pnpm format' },
  boundaries: {
    run: boundaries,
    advice: 'follow the comment of the named rule in packages/tooling/dependency-cruiser.cjs',
  },
  tidy: { run: tidy, advice: 'each line above says what to do' },
  unused: { run: unused, advice: 'delete what nobody uses; an entry point belongs in packages/tooling/knip.json' },
  unit: { run: unit, advice: 'run one file again with: pnpm exec vitest run <file>' },
  coverage: { run: coverage, advice: 'write the missing tests beside the files named; nothing is left out' },
  sizes: {
    run: sizes,
    advice:
      'load the part later (lazy route or import()), or leave it out; the limits are in packages/tooling/check/sizes.mjs',
  },
};
const byDefault = Object.keys(rules).filter((name) => name !== 'sizes');
const workers = 2;

async function runRule(name) {
  const startMs = performance.now();
  const { run, advice } = rules[name];
  const { ok, output, counts } = await run().catch((error) => ({
    ok: false,
    output: error instanceof SetupError ? error.message : (error.stack ?? String(error)),
  }));
  exitIfStopping();
  const result = counts ?? (ok ? onePassed : oneFailed);
  const tests = counts ? ` ${counts.passed} passed, ${counts.failed} failed` : '';
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(11)}${seconds(startMs).padStart(7)}${tests}\n`);
  if (!ok) process.stdout.write(`       → ${advice}\n`);
  return result;
}

/** Runs the rules named (all but sizes, which reads a build, when none is named); resolves with { passed, failed }. */
export async function runChecks(names) {
  const unknown = names.filter((name) => !(name in rules));
  if (unknown.length > 0)
    throw new SetupError(`no such rule: ${unknown.join(', ')}; there are ${Object.keys(rules).join(', ')}`);
  await generateMessages();
  const waiting = names.length > 0 ? [...names] : [...byDefault];
  const results = [];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) results.push(await runRule(name));
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results.reduce(add, nothing);
}
