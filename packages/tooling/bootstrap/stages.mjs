// The stages of `npm test`, in their order. Each resolves with { passed, failed }; a stage whose files are missing fails.
import { existsSync } from 'node:fs';
import { runChecks } from '../check/run.mjs';
import { build, buildServer } from './build.mjs';
import { chromiumEnvironment } from './chromium.mjs';
import { runNode } from './children.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, inRoot, toolScripts } from './paths.mjs';
import { onePassed, oneFailed, playwrightResult, reportFile, simulationResult } from './results.mjs';
import { SetupError, say } from './say.mjs';

const simulationSeeds = '300';
const kills = ['--server-kills', '10', '--browser-kills', '5'];

const missing = (path) => {
  if (existsSync(inRoot(path))) return false;
  say(`${path} does not exist, and a stage without its files has failed`);
  return true;
};

export const buildUnderLock = () => withLock(cacheFolder, 'bootstrap', build);
export const buildServerUnderLock = () => withLock(cacheFolder, 'bootstrap', buildServer);

async function buildStage() {
  if (missing('apps/web/index.html') || missing('apps/server/src/main.ts')) return oneFailed;
  await buildUnderLock();
  return onePassed;
}

/** Runs the simulation with the arguments given, else with the seeds of `npm test`. */
export function simulate(args) {
  const chosen = args.length > 0 ? args : ['--seeds', simulationSeeds];
  return runNode(toolScripts.tsx, [inRoot('e2e', 'sim', 'cli.ts'), ...chosen], { capture: 'tee' });
}

async function simulationStage() {
  if (missing('e2e/sim/cli.ts')) return oneFailed;
  const { code, output } = await simulate([]);
  return simulationResult(output, code);
}

async function browserStage() {
  if (missing('e2e/playwright.config.ts')) return oneFailed;
  const report = reportFile('browser');
  const env = { ...(await chromiumEnvironment()), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '-c', inRoot('e2e', 'playwright.config.ts'), '--reporter=list,json'];
  const { code } = await runNode(toolScripts.playwright, args, { cwd: inRoot('e2e'), env });
  return playwrightResult(report, code);
}

/** The smaller part of `pnpm proof`. */
async function killsStage() {
  if (missing('e2e/proof/cli.ts')) return oneFailed;
  const env = await chromiumEnvironment();
  const script = inRoot('e2e', 'proof', 'cli.ts');
  const { code, output } = await runNode(toolScripts.tsx, [script, ...kills], { env, capture: 'tee' });
  return simulationResult(output, code);
}

const stages = {
  check: () => runChecks([]),
  build: buildStage,
  sizes: () => runChecks(['sizes']),
  sim: simulationStage,
  e2e: browserStage,
  kills: killsStage,
};

/**
 * The stages to run: all, or those named. A name that is no stage is handed to the checks (`npm test -- check unit` runs
 * only the unit tests of the checks).
 * @returns {{name: string, run: () => Promise<{passed: number, failed: number}>}[]}
 */
export function chooseStages(names) {
  const rules = names.filter((name) => !(name in stages));
  const named = names.filter((name) => name in stages);
  if (rules.some((name) => name.startsWith('-')))
    throw new SetupError(`npm test takes stage names only: ${Object.keys(stages).join(', ')}`);
  const withRules = rules.length > 0 && !named.includes('check') ? ['check', ...named] : named;
  const chosen = names.length === 0 ? Object.keys(stages) : withRules;
  return chosen.map((name) => ({ name, run: name === 'check' ? () => runChecks(rules) : stages[name] }));
}
