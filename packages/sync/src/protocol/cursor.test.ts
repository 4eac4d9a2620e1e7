import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedStart, parseCursor, seqOf, writeCursor } from './cursor.ts';

const chain = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 });

test('[F3] a cursor is a seq and eight bytes of the chain, and reads back as it was written', () => {
  fc.assert(
    fc.property(fc.nat(), chain, (seq, bytes) => {
      const text = writeCursor(seq, bytes);
      expect(parseCursor(text)).toEqual({ seq, chain: bytes });
      expect(seqOf(text)).toBe(seq);
    }),
  );
  expect(parseCursor(feedStart)).toEqual({ seq: 0, chain: '0000000000000000' });
});

test.each([
  '',
  '1',
  '1.',
  '.0000000000000000',
  '01.0000000000000000',
  '-1.0000000000000000',
  '1.000000000000000',
  '1.00000000000000000',
  '1.000000000000000G',
  '1.000000000000000A',
  '1.0000000000000000 ',
  '99999999999999999.0000000000000000',
])('"%s" is no cursor', (text) => {
  expect(parseCursor(text)).toBeUndefined();
});
