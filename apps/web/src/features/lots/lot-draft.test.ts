import { expect, test } from 'vitest';
import { draftOfLot, emptyLot, readLot } from './lot-draft.ts';

const today = '2026-11-22';

test('a lot is read from what was typed, in the unit people see', () => {
  const draft = { lotNumber: ' L 7 ', expiry: '03/2027', packSize: '2,5', supplier: ' Carl Roth ' };
  expect(readLot(draft, 'L', today)).toEqual({
    ok: true,
    fields: { lotNumber: 'L 7', expiry: '2027-03-31', supplier: 'Carl Roth', packSize: 2_500_000_000 },
  });
});

test('only the lot number is needed', () => {
  expect(readLot({ ...emptyLot, lotNumber: 'A' }, '1', today)).toEqual({
    ok: true,
    fields: { lotNumber: 'A', expiry: null, supplier: null, packSize: null },
  });
});

test('every field that cannot be read is named', () => {
  expect(readLot({ ...emptyLot, expiry: 'soon', packSize: 'much' }, 'g', today)).toEqual({
    ok: false,
    faults: { lotNumber: 'needed', expiry: 'date-unclear', packSize: 'quantity-not-a-number' },
  });
});

test('a lot that is opened for editing and left alone reads back as it was', () => {
  const lot = { itemId: 'i', lotNumber: 'A', expiry: '2027-03-31', supplier: 'VWR', packSize: 2_500_000 };
  expect(readLot(draftOfLot(lot, 'mL', ','), 'mL', today)).toEqual({
    ok: true,
    fields: { lotNumber: 'A', expiry: '2027-03-31', supplier: 'VWR', packSize: 2_500_000 },
  });
});
