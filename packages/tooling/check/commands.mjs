// The rules that are one command of a tool.
import { runNode } from '../bootstrap/children.mjs';
import { inRoot, toolScripts } from '../bootstrap/paths.mjs';
import { reportFile, vitestResult } from '../bootstrap/results.mjs';

const tooling = (...parts) => inRoot('packages', 'tooling', ...parts);

async function command(script, args) {
  const { code, output } = await runNode(script, args, { capture: true });
  return { ok: code === 0, output };
}

export const lint = () =>
  command(toolScripts.oxlint, ['-c', tooling('oxlint.json'), '--type-aware', '--deny-warnings', '.']);

export const format = () =>
  command(toolScripts.biome, ['format', `--config-path=${tooling()}`, '--no-errors-on-unmatched', '.']);

export const unused = () =>
  command(toolScripts.knip, ['--config', tooling('knip.json'), '--no-progress', '--no-config-hints']);

/** Unit and contract tests. */
export async function unit() {
  const report = reportFile('unit');
  const args = ['run', '--project', 'unit', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await runNode(toolScripts.vitest, args, { capture: true });
  const counts = vitestResult(report, code);
  return { ok: counts.failed === 0, output, counts };
}
