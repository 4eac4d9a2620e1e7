import { expect, test } from 'vitest';
import { assert, unreachable } from './assert.ts';
import { refusals } from './codes.ts';
import { ok, refuse } from './result.ts';

test('a refusal carries its code, and a detail only when there is one', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(refuse('malformed')).toStrictEqual({ ok: false, code: 'malformed' });
  expect(refuse('malformed', 'entries')).toStrictEqual({ ok: false, code: 'malformed', detail: 'entries' });
});

test('a broken assertion throws and names what was expected', () => {
  expect(() => assert('any', 'order')).not.toThrow();
  expect(() => assert(0, 'order')).toThrow('assertion failed: order');
});

test('a value that no branch handles is named in the error', () => {
  expect(() => unreachable('moved' as never, 'kind of movement')).toThrow(
    'assertion failed: kind of movement: "moved"',
  );
});

test('every refusal says who acts and how', () => {
  for (const { who, how } of Object.values(refusals)) {
    expect(['developer', 'person', 'server']).toContain(who);
    expect(['retry', 'fix', 'ask']).toContain(how);
  }
});
