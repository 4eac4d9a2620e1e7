import { expect, test } from 'vitest';
import { fileOf } from './files.mjs';
import { functionLength, noAny, noBarrel, testTitles } from './syntax-rules.mjs';

const body = (lines) => `{\n${'  a();\n'.repeat(lines - 2)}}`;
const reported = (path, text) => functionLength(fileOf(path, text)).map(({ message }) => message);

test('a function of 70 lines is accepted and one of 71 is named', () => {
  expect(reported('apps/server/src/a.ts', `export function save() ${body(70)}`)).toEqual([]);
  expect(reported('apps/server/src/a.ts', `export function save() ${body(71)}`)).toEqual([
    expect.stringContaining('save has 71'),
  ]);
  expect(reported('apps/server/src/a.ts', `const save = async () => ${body(71)};`)).toEqual([
    expect.stringContaining('save has 71'),
  ]);
});

test('domain rules have 40 lines at most, their tests 70', () => {
  expect(reported('packages/domain/src/a.ts', `function fold() ${body(41)}`)).toEqual([
    expect.stringContaining('fold has 41'),
  ]);
  expect(reported('packages/domain/src/a.test.ts', `function fold() ${body(41)}`)).toEqual([]);
});

test('a component has 120 lines, also inside memo(); other functions of the file have 70', () => {
  expect(reported('apps/web/src/a.tsx', `function List() ${body(120)}`)).toEqual([]);
  expect(reported('apps/web/src/a.tsx', `const List = memo(() => ${body(121)});`)).toEqual([
    expect.stringContaining('List has 121'),
  ]);
  expect(reported('apps/web/src/a.tsx', `const useList = () => ${body(71)};`)).toHaveLength(1);
});

test('a group of tests may be long, a single test may not', () => {
  expect(reported('a.test.ts', `describe('a', () => ${body(200)});`)).toEqual([]);
  expect(reported('a.test.ts', `test('a', () => ${body(200)});`)).toHaveLength(1);
});

test('the type any is reported wherever it stands, the word is not', () => {
  const lines = (text) => noAny(fileOf('a.ts', text)).map(({ line }) => line);
  expect(lines('const a: string = "any";\nlet b: any;\nconst c = d as any;\nlet e: any[];')).toEqual([2, 3, 4]);
  expect(lines('// any: of them\nconst any = 1;')).toEqual([]);
});

test('export * is reported, named exports are not', () => {
  expect(noBarrel(fileOf('index.ts', "export { a } from './a.ts';\nexport * from './b.ts';"))).toEqual([
    expect.objectContaining({ line: 2 }),
  ]);
});

test('titles of tests and groups are read, also from test.each', () => {
  const text =
    "test('[OB1] one', f);\ndescribe('two', () => { it(`three ${x}`, f); });\ntest.each([1])('four', f);\ntester('no', f);";
  expect(testTitles(fileOf('a.test.ts', text)).map(({ title }) => title)).toEqual([
    '[OB1] one',
    'two',
    'three ${x}',
    'four',
  ]);
});
