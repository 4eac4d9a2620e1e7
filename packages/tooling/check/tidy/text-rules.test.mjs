import { expect, test } from 'vitest';
import { fileOf } from './files.mjs';
import { bannedText, fileLength, foreignHosts, lineLength } from './text-rules.mjs';

// Banned words are put together here, so that this file is itself tidy.
const join = (...parts) => parts.join('');
const messages = (rule, path, text) => rule(fileOf(path, text)).map(({ line, message }) => `${line} ${message}`);

test.each([
  ['a.ts', join('// TO', 'DO: later')],
  ['a.md', join('FIX', 'ME')],
  ['a.ts', join('// @ts', '-ignore')],
  ['a.ts', join('// @ts', '-expect-error')],
  ['a.ts', join('/* eslint', '-disable no-console */')],
  ['a.ts', join('// oxlint', '-disable-next-line')],
  ['a.ts', join('// biome', '-ignore format: no')],
  ['a.ts', join('/* v8', ' ignore next */')],
  ['a.test.ts', join('test', ".only('a', run)")],
  ['a.test.ts', join('describe', ".skip('a', run)")],
  ['a.spec.ts', join('test.describe', ".only('a', run)")],
  ['a.spec.ts', join('await page.wait', 'ForTimeout(5)')],
  ['a.ts', join("const path = '/wor", "k/thing';")],
  ['a.md', join('see /tm', 'p/report')],
  ['a.md', join('from registry.', 'npmjs.org')],
])('in %s, %s is reported with its line', (path, text) => {
  expect(messages(bannedText, path, `first\n${text}\n`)).toEqual([expect.stringMatching(/^2 "/)]);
});

test.each([
  ["import { a } from '../work/a.ts';"],
  ["router.get('/items/work/', show);"],
  ['rows.skip(10).limit(5)'],
  ["test('only what is due', run)"],
])('%s is left alone', (text) => {
  expect(messages(bannedText, 'a.ts', text)).toEqual([]);
});

test('a host on the internet is reported in code, a host of this machine or of documentation is not', () => {
  const scheme = 'https:/';
  const text = `a('${scheme}/cdn.vendor.io/x.js'); b('http://localhost:4100'); c('${scheme}/lab.example.org'); d('http://10.0.0.7')`;
  expect(messages(foreignHosts, 'a.ts', text)).toEqual([expect.stringContaining('cdn.vendor.io')]);
  expect(messages(foreignHosts, 'a.md', text)).toEqual([]);
});

test('a line is reported when it is long without its longest literal', () => {
  const words = 'word + '.repeat(22);
  expect(messages(lineLength, 'a.ts', words)).toHaveLength(1);
  expect(messages(lineLength, 'a.ts', `say('${words}');`)).toEqual([]);
  expect(messages(lineLength, 'packages/domain/src/fixtures/a.ts', words)).toEqual([]);
  expect(messages(lineLength, 'a.md', words)).toEqual([]);
});

test('a file over 400 lines needs a reason on its first line', () => {
  const rest = 'a();\n'.repeat(400);
  expect(messages(fileLength, 'a.ts', rest)).toEqual([]);
  expect(messages(fileLength, 'a.ts', `${rest}a();\n`)).toHaveLength(1);
  expect(messages(fileLength, 'a.ts', `// long file: one table, one row a line\n${rest}`)).toEqual([]);
  expect(messages(fileLength, 'a.ts', `// long file:\n${rest}`)).toHaveLength(1);
});
