import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { playwrightResult, simulationResult, vitestResult } from './results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tidylab-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

let reports = 0;
const report = (content) => {
  reports += 1;
  const path = join(folder, `${reports}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

test('a skipped test counts as failed', () => {
  expect(vitestResult(report({ numTotalTests: 5, numPassedTests: 4 }), 0)).toEqual({ passed: 4, failed: 1 });
});

test('a test file that does not load fails although no test did', () => {
  expect(vitestResult(report({ numTotalTests: 4, numPassedTests: 4 }), 1)).toEqual({ passed: 4, failed: 1 });
});

test('a run without a report, with half a report, or without tests has failed', () => {
  expect(vitestResult(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(vitestResult(report('{"numTotal'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightResult(report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }), 0)).toEqual({
    passed: 0,
    failed: 1,
  });
});

test('a browser test that passed at the second try has failed', () => {
  expect(playwrightResult(report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 1 } }), 1)).toEqual({
    passed: 7,
    failed: 3,
  });
});

test('the simulation is counted by its last line', () => {
  expect(simulationResult('seed 1\n{"passed":300,"failed":0}\n', 0)).toEqual({ passed: 300, failed: 0 });
  expect(simulationResult('{"passed":300,"failed":0}\nError: out of memory\n', 1)).toEqual({ passed: 0, failed: 1 });
  expect(simulationResult('{"passed":300,"failed":0}\n', 1)).toEqual({ passed: 300, failed: 1 });
});
