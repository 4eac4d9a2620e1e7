import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invalidScans } from './fixtures/invalid.ts';
import { validScans } from './fixtures/valid.ts';
import { lookupKeys } from './lookup-keys.ts';
import { parseScan, type Scan } from './parse-scan.ts';

const today = '2026-11-22';

test.each(validScans)('reads $why', ({ text, symbology, knownLots, scan, keys }) => {
  const read = parseScan(text, { today, ...(symbology ? { symbology } : {}), ...(knownLots ? { knownLots } : {}) });
  expect(read).toMatchObject(scan);
  expect(lookupKeys(read)).toEqual(keys);
});

test.each(invalidScans)('refuses $why', ({ text, symbology, code }) => {
  const read = parseScan(text, { today, ...(symbology ? { symbology } : {}) });
  expect(read).toMatchObject({ kind: 'unreadable', code });
  expect(lookupKeys(read)).toEqual([]);
});

test('a broken separator form without an identifier is a plain code, a real separator is a claim', () => {
  expect(parseScan('AB^C', { today })).toEqual({ kind: 'raw', text: 'AB^C' });
  expect(parseScan('AB\u001dC', { today })).toMatchObject({ kind: 'unreadable', code: 'unknown-ai' });
});

test('an ambiguous scan names every reading, and none of them is wrong', () => {
  const read = parseScan('010952012345678810ABC12317271231', { today });
  expect(read).toMatchObject({
    kind: 'ambiguous',
    readings: expect.arrayContaining([
      expect.objectContaining({ lot: 'ABC123', expiry: '2027-12-31' }),
      expect.objectContaining({ lot: 'ABC12317271231' }),
    ]),
  });
});

test('any text at all is read without throwing, and a key is never longer than a label can be', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 1200 }),
      fc.constantFrom(undefined, ']d2', ']C1', ']E0', ']Q1'),
      (text, symbology) => {
        const read: Scan = parseScan(text, { today, ...(symbology ? { symbology } : {}) });
        for (const key of lookupKeys(read)) expect(key.length).toBeLessThan(210);
      },
    ),
    { numRuns: 500 },
  );
});

test('a text of digits alone is read in bounded time however often it branches', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('10', '21', '22', '30', '37', '240', '241', '90', '91', '20'), {
        minLength: 20,
        maxLength: 400,
      }),
      (parts) => {
        const read = parseScan(`]C1${parts.join('').slice(0, 900)}`, { today });
        expect(['gs1', 'ambiguous', 'unreadable']).toContain(read.kind);
      },
    ),
    { numRuns: 40 },
  );
});
