// What a stage reports. Every outcome is a number of passed and failed; a runner that reports nothing has failed.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';

export const nothing = { passed: 0, failed: 0 };
export const onePassed = { passed: 1, failed: 0 };
export const oneFailed = { passed: 0, failed: 1 };
export const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/** A path for a runner's report; an older report is removed, so that it cannot be taken for this run's. */
export function reportFile(name) {
  const folder = join(cacheFolder, 'reports');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

const readReport = (path) => {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Cut off by a crash of the runner: as good as none.
    return undefined;
  }
};

// A runner may fail without a failing test (a file that does not load, no tests at all, a crash after the last test).
const withExitCode = (result, code) => {
  const failedElsewhere = result.failed === 0 && (code !== 0 || result.passed === 0);
  return failedElsewhere ? { ...result, failed: 1 } : result;
};

/** Vitest's JSON report. A test that was skipped is not a test that passed. */
export function vitestResult(path, code) {
  const report = readReport(path);
  if (report === undefined) return oneFailed;
  const passed = report.numPassedTests ?? 0;
  return withExitCode({ passed, failed: (report.numTotalTests ?? 0) - passed }, code);
}

/** Playwright's JSON report. A test that passed only when tried again has failed. */
export function playwrightResult(path, code) {
  const stats = readReport(path)?.stats;
  if (stats === undefined) return oneFailed;
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky + skipped }, code);
}

/** The simulation's last line, `{"passed":N,"failed":N}`. */
export function simulationResult(output, code) {
  const line = output.trim().split('\n').at(-1) ?? '';
  try {
    const { passed, failed } = JSON.parse(line);
    if (Number.isInteger(passed) && Number.isInteger(failed)) return withExitCode({ passed, failed }, code);
  } catch {
    // The last line is something else: the simulation did not reach its end.
  }
  return oneFailed;
}
