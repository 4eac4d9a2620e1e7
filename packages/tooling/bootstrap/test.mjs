// `npm test`: stage after stage, a time for each, a stop at the first that fails, and always the closing line.
import { performance } from 'node:perf_hooks';
import { exitIfStopping } from './children.mjs';
import { add, nothing, oneFailed } from './results.mjs';
import { SetupError, say, seconds } from './say.mjs';
import { chooseStages } from './stages.mjs';

async function runStage({ name, run }) {
  const startMs = performance.now();
  say(`── ${name}`);
  const result = await run().catch((error) => {
    // A machine that cannot run a stage is a failed stage, so that the closing line is printed in any case.
    say(error instanceof SetupError ? error.message : (error.stack ?? String(error)));
    return oneFailed;
  });
  say(`── ${name}: ${result.passed} passed, ${result.failed} failed (${seconds(startMs)})`);
  return result;
}

/** Resolves with the exit code. */
export async function test(names, prepare) {
  const stages = [{ name: 'install', run: () => prepare().then(() => nothing) }, ...chooseStages(names)];
  let total = nothing;
  for (const stage of stages) {
    const result = await runStage(stage);
    total = add(total, result);
    exitIfStopping();
    if (total.failed > 0) break;
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
