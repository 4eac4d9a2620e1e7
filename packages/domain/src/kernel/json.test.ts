import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, isCanonical, type Json } from './json.ts';

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

/** The same value, its members inserted in the opposite order. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value as { [key: string]: Json }).reverse();
  return Object.fromEntries(members.map(([key, member]) => [key, reversed(member)]));
}

test('canonical JSON is JSON of the same value', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('the order in which members were written does not matter', () => {
  fc.assert(fc.property(json, (value) => canonical(reversed(value)) === canonical(value)));
});

test('keys stand in code-unit order without white space, undefined members are left out, minus zero is zero', () => {
  expect(canonical({ b: 1, a: [true, null, -0], Z: undefined, é: 'x"\n', '10': 2, '9': 3 })).toBe(
    '{"10":2,"9":3,"a":[true,null,0],"b":1,"é":"x\\"\\n"}',
  );
});

test('what can be written canonically is told from what cannot', () => {
  fc.assert(fc.property(json, isCanonical));
  for (const value of [
    1.5,
    Number.NaN,
    2 ** 53,
    { a: [0.1] },
    [undefined],
    undefined,
    () => 1,
    1n,
    { a: Symbol('s') },
  ]) {
    expect(isCanonical(value)).toBe(false);
  }
  expect(isCanonical({ a: undefined })).toBe(true);
});

test('a number that two machines might write differently is a bug', () => {
  for (const value of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(() => canonical([value])).toThrow('safe integers');
});

test('what JSON writes in a form of its own is not canonical', () => {
  expect(isCanonical({ at: new Date(0) })).toBe(false);
  expect(isCanonical([new Map([['a', 1]])])).toBe(false);
  expect(isCanonical({ toJSON: () => 1 })).toBe(false);
  expect(isCanonical(Object.assign(Object.create(null) as object, { a: 1 }))).toBe(true);
});
