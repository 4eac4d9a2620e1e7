/**
 * A seeded source of chance: xoshiro128**, its 128 bits of state filled from a 64-bit seed by SplitMix64, so that
 * neighbouring seeds give unrelated streams. The same seed gives the same stream on every engine.
 */
import { assert } from '@tidylab/domain/kernel/assert';

export interface Random {
  /** A number in [0, 1) with 53 random bits. */
  next(): number;
  /** A whole number in [0, n), every value equally likely. */
  int(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** True with probability `p`. */
  chance(p: number): boolean;
  bytes(n: number): Uint8Array<ArrayBuffer>;
  /** A new list in random order. */
  shuffle<T>(list: readonly T[]): T[];
}

const mask64 = (1n << 64n) - 1n;

function seedState(seed: number | bigint): Uint32Array {
  let at = BigInt(seed) & mask64;
  const split = (): bigint => {
    at = (at + 0x9e3779b97f4a7c15n) & mask64;
    let mixed = at;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask64;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask64;
    return mixed ^ (mixed >> 31n);
  };
  const first = split();
  const second = split();
  return Uint32Array.from([first, first >> 32n, second, second >> 32n], (half) => Number(half & 0xffffffffn));
}

const rotl = (value: number, by: number): number => ((value << by) | (value >>> (32 - by))) >>> 0;

/** A stream of 32-bit words. */
function words(seed: number | bigint): () => number {
  const [a, b, c, d] = seedState(seed);
  let [s0, s1, s2, s3] = [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
  return () => {
    const word = Math.imul(rotl(Math.imul(s1, 5) >>> 0, 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotl(s3 >>> 0, 11);
    return word;
  };
}

/** @param seed any safe integer, or up to 64 bits as a bigint. */
export function seededRandom(seed: number | bigint): Random {
  assert(typeof seed === 'bigint' || Number.isSafeInteger(seed), `a seed is a whole number, got ${seed}`);
  const word = words(seed);
  const next = (): number => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53;
  const int = (n: number): number => {
    assert(Number.isSafeInteger(n) && n > 0, `int needs a positive bound, got ${n}`);
    // Draws above the last whole multiple of n are thrown away: a remainder alone would favour small values.
    const fair = 2 ** 53 - (2 ** 53 % n);
    let draw = next() * 2 ** 53;
    while (draw >= fair) draw = next() * 2 ** 53;
    return draw % n;
  };
  const pick = <T>(list: readonly T[]): T => {
    assert(list.length > 0, 'pick needs a list that is not empty');
    return list[int(list.length)] as T;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const out = [...list];
    for (let last = out.length - 1; last > 0; last--) {
      const other = int(last + 1);
      [out[last], out[other]] = [out[other] as T, out[last] as T];
    }
    return out;
  };
  return {
    next,
    int,
    pick,
    shuffle,
    chance: (p) => next() < p,
    bytes: (n) => Uint8Array.from({ length: n }, () => word() >>> 24),
  };
}
