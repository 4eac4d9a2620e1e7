import { expect, test } from 'vitest';
import { fileOf } from './files.mjs';
import { numbersIn, rulesOf, specAndTests } from './spec-rules.mjs';

const spec = (text) => fileOf('packages/sync/SPEC.md', text);
const tests = (text) => fileOf('packages/sync/src/a.test.ts', text);
const messages = (...files) =>
  specAndTests(files).map(({ path, line, message }) => `${path.split('/').at(-1)}:${line} ${message}`);

test('rules are headings, list items and table rows that begin with a number', () => {
  const text =
    '# Title\n### OB1 One\n- **OB2** two\n- [OB3] three\n| OB4 | four |\nIn OB5 we saw\n- OB6 is mentioned\n**OB7.** seven\n### OB8\n';
  expect(rulesOf(spec(text)).map(({ number }) => number)).toEqual(['OB1', 'OB2', 'OB3', 'OB4', 'OB7', 'OB8']);
});

test('a title may name several rules', () => {
  expect(numbersIn('[OB1][P2, P3] a page is applied once')).toEqual(['OB1', 'P2', 'P3']);
});

test('a rule that no title names is reported at its line', () => {
  expect(messages(spec('### OB1 one\n### OB2 two\n'), tests("test('[OB1] holds', f);"))).toEqual([
    'SPEC.md:2 no test is titled [OB2] …: write one, or delete the rule',
  ]);
});

test('a number that is no rule is reported at the test', () => {
  expect(messages(spec('### OB1 one\n'), tests("test('[OB1] a', f);\ntest('[OB9] b', f);"))).toEqual([
    expect.stringContaining('a.test.ts:2 [OB9]'),
  ]);
});

test('the same number twice is reported at the second place', () => {
  expect(messages(spec('### OB1 one\n### OB1 again\n'), tests("test('[OB1] a', f);"))).toEqual([
    expect.stringContaining('SPEC.md:2 OB1 stands twice'),
  ]);
});
