import { expect, test } from 'vitest';
import { newLotOf, scannedSearch } from './item-search-params.ts';

test('what a scan knew is carried, and what an address makes up is dropped', () => {
  const scanned = { key: 'gtin:09506000134352', lot: 'L7', expiry: '2027-03-31', catalogue: '9065' };
  expect(scannedSearch({ ...scanned, colour: 'blue' })).toEqual(scanned);
  expect(scannedSearch({ key: 'javascript:1', lot: 7, expiry: '', catalogue: 'x'.repeat(81) })).toEqual({});
  expect(scannedSearch({ key: `raw:${'x'.repeat(300)}` })).toEqual({});
});

test('the form for the lot gets the item, and the lot and expiry of the scan', () => {
  expect(newLotOf('i', scannedSearch({ key: 'raw:1', lot: 'L7' }))).toEqual({ item: 'i', lot: 'L7' });
});
