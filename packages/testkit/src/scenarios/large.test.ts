import { hasValidCheckDigit } from '@tidylab/domain/barcodes/gs1/check-digit';
import { decidePosting } from '@tidylab/domain/ledger/decide';
import { type Fields, recordSchemas } from '@tidylab/domain/records';
import { expect, test } from 'vitest';
import { largeScenario } from './large.ts';

const lab = largeScenario({ items: 3_000, expiryYear: 2027 });
const fieldsOf = <K extends 'item' | 'barcode'>(kind: K): Fields<K>[] =>
  lab.records.flatMap((record) => (record.kind === kind ? [record.fields as Fields<K>] : []));

test('there are as many items as asked for, each with a name of its own', () => {
  expect(fieldsOf('item')).toHaveLength(3_000);
  expect(new Set(fieldsOf('item').map(({ name }) => name)).size).toBe(3_000);
});

test('every record satisfies the schema of its kind, with an id of its own', () => {
  for (const { kind, fields } of lab.records)
    expect(recordSchemas[kind].safeParse(fields).success, JSON.stringify(fields)).toBe(true);
  expect(new Set(lab.records.map(({ id }) => id)).size).toBe(lab.records.length);
});

test('barcodes are GTINs of the range for examples with their check digits right', () => {
  for (const { key } of fieldsOf('barcode')) {
    expect(key).toMatch(/^gtin:0952\d{10}$/);
    expect(hasValidCheckDigit(key.slice('gtin:'.length))).toBe(true);
  }
});

test('each list of receipts is one posting that the ledger accepts, and together they stock every lot once', () => {
  for (const entries of lab.receipts) expect(decidePosting('receive', entries)).toMatchObject({ ok: true });
  expect(new Set(lab.receipts.flat().map(({ what }) => what)).size).toBe(3_000);
});

test('the same arguments give the same lab', () => {
  expect(largeScenario({ items: 50, expiryYear: 2027 })).toEqual(largeScenario({ items: 50, expiryYear: 2027 }));
});
