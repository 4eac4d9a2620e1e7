import { checkIntent } from '@tidylab/sync/accept/check-intent';
import { expect, test } from 'vitest';
import { looseIntents, readVesselCount, vesselIntents } from './receipt.ts';

const uuid = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ids = [1, 2].map((n) => ({ container: uuid(n), barcode: uuid(n + 10), code: `ABCDEFGH000${n}` }));
const receipt = { lotId: uuid(50), locationId: uuid(60), labels: ['EtOH 4', 'EtOH 5'], qty: 500_000_000 };

test('each vessel gets a label of its own and a container, and one posting receives into all of them', () => {
  const intents = vesselIntents(receipt, ids);
  expect(intents.map(({ type, body }) => (type === 'create-record' ? body['kind'] : type))).toEqual([
    'barcode',
    'container',
    'barcode',
    'container',
    'post-receive',
  ]);
  expect(intents.at(-1)?.body).toEqual({
    via: 'list',
    entries: ids.map(({ container }) => ({
      what: receipt.lotId,
      from: 'v:supplier',
      to: `c:${container}`,
      qty: 500_000_000,
    })),
  });
  expect(intents[3]?.body['fields']).toMatchObject({ label: 'EtOH 5', code: 'ABCDEFGH0002', state: 'sealed' });
});

test('all of it is what the device and the server accept', () => {
  const intents = [...vesselIntents(receipt, ids), ...looseIntents(uuid(50), uuid(60), 1)];
  expect(intents.map((intent) => checkIntent(intent).ok)).toEqual(intents.map(() => true));
});

test('vessels may stand nowhere yet', () => {
  const intents = vesselIntents({ ...receipt, locationId: null }, ids);
  expect(intents[1]?.body['fields']).toMatchObject({ locationId: null });
});

test.each([
  ['1', 1],
  [' 12 ', 12],
  ['100', 100],
  ['0', null],
  ['101', null],
  ['1.5', null],
  ['', null],
  ['-3', null],
])('"%s" vessels are read as %s', (text, count) => {
  expect(readVesselCount(text)).toBe(count);
});
