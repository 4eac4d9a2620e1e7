import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';

const draws = (seed: number | bigint, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

test('the same seed gives the same stream, and neighbouring seeds give unrelated ones', () => {
  expect(draws(7, 50)).toEqual(draws(7, 50));
  const [a, b] = [draws(7, 200), draws(8, 200)];
  expect(a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) < 1e-3).length).toBeLessThan(5);
});

test('a seed above 32 bits is used whole', () => {
  expect(draws(1, 5)).not.toEqual(draws(1n + (1n << 40n), 5));
  expect(draws(2 ** 40, 5)).toEqual(draws(1n << 40n, 5));
});

test('next stays in [0, 1) and spreads evenly', () => {
  const tenths = new Array<number>(10).fill(0);
  for (const value of draws(42, 20_000)) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(1);
    const tenth = Math.floor(value * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('next fills all 53 bits: the lowest bit is set about half the time', () => {
  const odd = draws(3, 2000).filter((value) => (value * 2 ** 53) % 2 === 1).length;
  expect(Math.abs(odd - 1000)).toBeLessThan(150);
});

test('int gives every value below its bound and none other', () => {
  const random = seededRandom(5);
  const seen = new Set(Array.from({ length: 500 }, () => random.int(7)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(random.int(1)).toBe(0);
  expect(random.int(Number.MAX_SAFE_INTEGER)).toBeLessThan(Number.MAX_SAFE_INTEGER);
});

test('chance of zero never happens and chance of one always does', () => {
  const random = seededRandom(6);
  for (let i = 0; i < 200; i++) {
    expect(random.chance(0)).toBe(false);
    expect(random.chance(1)).toBe(true);
  }
});

test('bytes are as many as asked, and take every value', () => {
  const bytes = seededRandom(9).bytes(10_000);
  expect(bytes).toHaveLength(10_000);
  expect(new Set(bytes).size).toBe(256);
});

test('shuffle keeps what is in the list, leaves the list alone and reaches every order', () => {
  const random = seededRandom(10);
  const list = [1, 2, 3] as const;
  const orders = new Set(Array.from({ length: 200 }, () => random.shuffle(list).join('')));
  expect(orders.size).toBe(6);
  expect(list).toEqual([1, 2, 3]);
});

test('pick reaches every member', () => {
  const random = seededRandom(11);
  expect(new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c']))).size).toBe(3);
});

test('a bound, a list or a seed that cannot work is a bug and throws', () => {
  const random = seededRandom(12);
  expect(() => random.int(0)).toThrow('positive bound');
  expect(() => random.pick([])).toThrow('not empty');
  expect(() => seededRandom(0.5)).toThrow('whole number');
});
