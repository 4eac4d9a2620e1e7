import { expect, test } from 'vitest';
import { Watched } from './changes.ts';

const keys = (changed: ReadonlyMap<string, object> | null): string | null =>
  changed ? [...changed.keys()].join('') : null;

test('what is new or replaced is told once', () => {
  const parts = new Map<string, object>([
    ['a', {}],
    ['b', {}],
  ]);
  const watched = new Watched<object>();
  expect(keys(watched.take(parts))).toBe('ab');
  expect(keys(watched.take(parts))).toBe('');
  parts.set('a', {}).set('c', {});
  expect(keys(watched.take(parts))).toBe('ac');
  expect(keys(watched.take(parts))).toBe('');
});

test('a part that went away, or away and back, asks for all to be looked at again', () => {
  const parts = new Map<string, object>([
    ['a', {}],
    ['b', {}],
    ['c', {}],
  ]);
  const watched = new Watched<object>();
  watched.take(parts);
  parts.delete('b');
  expect(watched.take(parts)).toBeNull();
  expect(keys(watched.take(parts))).toBe('');
  parts.delete('a');
  parts.set('d', {});
  expect(watched.take(parts)).toBeNull();
});
