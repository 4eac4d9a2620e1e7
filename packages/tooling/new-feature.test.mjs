import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot, toolScripts } from './bootstrap/paths.mjs';
import { writeFeature } from './new-feature.mjs';

const word = 'stock-takes';
const left = new Set(['dist', '.out', '.vite', 'coverage']);
let copy = '';
let files = [];

// Links between the packages are relative, so that the copies see each other; everything else is the packages installed here.
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tidylab-feature-'));
  for (const part of ['apps', 'packages', 'e2e'])
    cpSync(inRoot(part), join(copy, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !left.has(basename(path)),
    });
  symlinkSync(inRoot('node_modules'), join(copy, 'node_modules'));
  files = writeFeature(word, copy);
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (script, args) => spawnSync(process.execPath, [script, ...args], { cwd: copy, encoding: 'utf8' });

test('a new feature compiles as it is, in every workspace', () => {
  const messages = [
    '--project',
    join(copy, 'apps/web/project.inlang'),
    '--outdir',
    join(copy, 'apps/web/src/paraglide'),
  ];
  const made = run(
    toolScripts.paraglide,
    ['compile', ...messages, '--silent', '--no-emit-readme'].concat(['--strategy', 'globalVariable', 'baseLocale']),
  );
  expect(made.status, made.stdout + made.stderr).toBe(0);
  // Only the new files and what they import: the rest of the tree is compiled by the rule `types`.
  const seen = Object.entries({ 'apps/server': 'src', 'apps/web': 'src', e2e: 'browser' }).map(([project, sources]) => {
    const config = { extends: './tsconfig.json', include: [`${sources}/**/${word}*`, `${sources}/**/${word}/**/*`] };
    writeFileSync(join(copy, project, 'tsconfig.feature.json'), JSON.stringify(config));
    const args = ['-p', join(project, 'tsconfig.feature.json'), '--pretty', 'false', '--listFiles'];
    return run(toolScripts.tsc, args).stdout;
  });
  const lines = seen.join('\n').split('\n');
  for (const path of files.filter(
    (one) => /\.tsx?$/.test(one) && !one.startsWith('packages/domain/src/stock-takes/model.test'),
  ))
    expect(
      lines.some((line) => line.endsWith(path)),
      `${path} is not compiled`,
    ).toBe(true);
  expect(lines.filter((line) => line.includes(word) && line.includes(': error'))).toEqual([]);
}, 120_000);

test('what is there already is never written over', () => {
  const path = join(copy, files[0]);
  const before = readFileSync(path, 'utf8');
  expect(() => writeFeature(word, copy)).toThrow(files[0]);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.each([['Orders'], ['order'], ['my orders'], ['../orders']])('%s is not a word of a feature', (wrong) => {
  expect(() => writeFeature(wrong, copy)).toThrow('plural');
});
