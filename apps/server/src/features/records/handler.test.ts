import { uuidv5 } from '@tidylab/domain/kernel/ids';
import type { EditRecordBody } from '@tidylab/domain/merge/model';
import type { ReviewValue } from '@tidylab/sync/protocol/kinds';
import type { RecordOf } from '@tidylab/domain/records';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '../../sync/testing/bodies.testkit.ts';
import { type TestDevice, TestLab } from '../../sync/testing/sync-lab.testkit.ts';

let at: TestLab;
beforeEach(() => {
  at = new TestLab();
});
afterEach(() => at.close());

const code = 'ABCDEFGH1234';
const lotId = uuidv5('a lot');
const flask = uuidv5('a flask');
const [fridge, bench] = [uuidv5('fridge'), uuidv5('bench')];
const fieldsOf: Record<string, Record<string, unknown>> = {
  lot: { itemId: uuidv5('item'), lotNumber: 'L1', expiry: null, supplier: null, packSize: null },
  container: { lotId, label: 'EtOH 3', code, locationId: null, state: 'sealed', useStep: null },
  location: { name: 'Room', type: 'room', parentId: null, code, temperature: null },
};

const create = (kind: string, id: string) => ({ kind, id, fields: fieldsOf[kind] });
const edit = (
  device: TestDevice,
  kind: string,
  id: string,
  rev: number,
  changes: Record<string, [unknown, unknown]>,
): EditRecordBody => ({
  kind,
  id,
  seen: { epoch: device.epoch, rev },
  set: Object.fromEntries(Object.entries(changes).map(([field, [from, to]]) => [field, { from, to }])),
});
const held = (kind: string, id: string) => at.parts().get(`${kind} ${id}`) as RecordOf<'lot'>;
const reviews = (): ReviewValue[] =>
  [...at.parts()].flatMap(([key, value]) => (key.startsWith('review ') && value ? [value as ReviewValue] : []));

test('[R3, R4] two devices that were offline edit different fields of one record, and both edits stand', async () => {
  const [ana, ben] = [at.device('ana'), at.device('ben')];
  await ana.result(ana.op('create-record', create('lot', lotId)));
  const first = await ana.result(ana.op('edit-record', edit(ana, 'lot', lotId, 1, { expiry: [null, '2027-01-31'] })));
  const second = await ben.result(ben.op('edit-record', edit(ben, 'lot', lotId, 1, { supplier: [null, 'Merck'] })));
  expect([first.status, second.status]).toEqual(['applied', 'applied']);
  expect(held('lot', lotId)).toMatchObject({
    rev: 3,
    fieldRevs: { expiry: 2, supplier: 3 },
    fields: { expiry: '2027-01-31', supplier: 'Merck' },
  });
  expect(reviews()).toEqual([]);
});

test('[R5] the same field edited on two devices ends merged, with a review that holds the value that lost', async () => {
  const [ana, ben] = [at.device('ana'), at.device('ben')];
  await ana.result(ana.op('create-record', create('lot', lotId)));
  await ana.result(ana.op('edit-record', edit(ana, 'lot', lotId, 1, { supplier: [null, 'Merck'] })));
  const op = ben.op('edit-record', edit(ben, 'lot', lotId, 1, { supplier: [null, 'Roth'], packSize: [null, 6] }));
  expect(await ben.result(op)).toMatchObject({ status: 'merged' });
  expect(held('lot', lotId).fields).toMatchObject({ supplier: 'Merck', packSize: 6 });
  expect(reviews()).toMatchObject([
    {
      kind: 'conflict',
      op: op.id,
      user: 'ben',
      about: `lot:${lotId}`,
      clash: {
        record: { kind: 'lot', id: lotId },
        field: 'supplier',
        yours: { supplier: 'Roth' },
        theirs: { supplier: 'Merck' },
        before: { supplier: null },
        by: 'ana',
      },
    },
  ]);
});

test("[R4] a stream's own queued edits of one field all apply, from the creation on", async () => {
  const ana = at.device('ana');
  const { body } = await ana.push([
    ana.op('create-record', create('lot', lotId)),
    ana.op('edit-record', edit(ana, 'lot', lotId, 0, { supplier: [null, 'Merck'] })),
    ana.op('edit-record', edit(ana, 'lot', lotId, 0, { supplier: ['Merck', 'Roth'] })),
  ]);
  expect(body.results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
  expect(held('lot', lotId).fields.supplier).toBe('Roth');
});

test('[R4] in an epoch that is not this one the value that was shown decides', async () => {
  const [ana, ben] = [at.device('ana'), at.device('ben')];
  await ana.result(ana.op('create-record', create('lot', lotId)));
  const from = (value: unknown): EditRecordBody => ({
    ...edit(ben, 'lot', lotId, 70, { supplier: [value, 'Roth'] }),
    seen: { epoch: 'before the restore', rev: 70 },
  });
  expect(await ben.result(ben.op('edit-record', from('Merck')))).toMatchObject({ status: 'merged' });
  const other = at.device('ben');
  expect(await other.result(other.op('edit-record', from(null)))).toMatchObject({ status: 'applied' });
});

test('[R5] a vessel moved on two devices is where it was put last by clock', async () => {
  const [ana, ben] = [at.device('ana'), at.device('ben')];
  await ana.result(ana.op('create-record', create('container', flask)));
  const early = ben.op('edit-record', edit(ben, 'container', flask, 1, { locationId: [null, fridge] }));
  at.world.clock.advance(60_000);
  await ana.result(ana.op('edit-record', edit(ana, 'container', flask, 1, { locationId: [null, bench] })));
  expect(await ben.result(early)).toMatchObject({ status: 'merged' });
  expect((held('container', flask) as unknown as RecordOf<'container'>).fields.locationId).toBe(bench);
  expect(reviews()).toMatchObject([
    { kind: 'moved-twice', clash: { yours: { locationId: fridge }, theirs: { locationId: bench } } },
  ]);
});

test('[R7] two moves that together would make a circle: the second stays where it was, with a review', async () => {
  const [ana, ben] = [at.device('ana'), at.device('ana')];
  await ana.push([
    ana.op('create-record', create('location', fridge)),
    ana.op('create-record', create('location', bench)),
  ]);
  await ana.result(ana.op('edit-record', edit(ana, 'location', fridge, 1, { parentId: [null, bench] })));
  const second = await ben.result(ben.op('edit-record', edit(ben, 'location', bench, 1, { parentId: [null, fridge] })));
  expect(second).toMatchObject({ status: 'merged' });
  expect(held('location', bench).fields).toMatchObject({ parentId: null });
  expect(reviews()).toMatchObject([
    { kind: 'conflict', code: 'place-in-itself', clash: { yours: { parentId: fridge } } },
  ]);
});

test('[R9] only what has no movements is deleted; an edit after it stays in the record, with a review', async () => {
  const [ana, ben] = [at.device('ana'), at.device('ben')];
  await ana.push([ana.op('create-record', create('lot', lotId)), ana.op('create-record', create('container', flask))]);
  const seen = { epoch: ana.epoch, rev: 1 };
  await ana.result(ana.op('delete-record', { kind: 'container', id: flask, seen }));
  expect(held('container', flask).deletedAt).toMatch(/^[0-9a-f]{16}$/);
  const late = edit(ben, 'container', flask, 1, { label: ['EtOH 3', 'EtOH 4'] });
  expect(await ben.result(ben.op('edit-record', late))).toMatchObject({ status: 'merged' });
  expect(reviews()).toMatchObject([{ kind: 'edited-deleted', clash: { yours: { deletedAt: null }, by: 'ana' } }]);
  await ana.result(ana.op('undelete-record', { kind: 'container', id: flask, seen }));
  expect(held('container', flask)).toMatchObject({ deletedAt: null, fields: { label: 'EtOH 4' } });
  await ana.result(ana.op('post-receive', receive(3)));
  expect(await ana.result(ana.op('delete-record', { kind: 'lot', id: lotId, seen }))).toMatchObject({
    status: 'rejected',
    code: 'has-movements',
  });
});

test.each([
  ['record-unknown', { id: uuidv5('nobody') }],
  ['kind-unknown', { kind: 'unicorn' }],
  ['nothing-to-change', { set: {} }],
  ['record-invalid', { set: { colour: { from: null, to: 'red' } } }],
  ['record-invalid', { set: { packSize: { from: null, to: -1 } } }],
  ['malformed', { seen: 3 }],
])('an edit that cannot be right is refused as %s', async (refusal, over) => {
  const ana = at.device('ana');
  await ana.result(ana.op('create-record', create('lot', lotId)));
  const body = { ...edit(ana, 'lot', lotId, 1, { supplier: [null, 'Merck'] }), ...over };
  const result = await ana.result(ana.op('edit-record', body));
  const code = refusal === 'kind-unknown' ? 'no-permission' : refusal;
  expect(result).toMatchObject({ status: 'rejected', code });
  expect(held('lot', lotId).rev).toBe(1);
});

test('[W3] who may not edit a kind is refused, and nothing changes', async () => {
  const [ana, ben] = [at.device('ana'), at.device('ben')];
  await ana.result(ana.op('create-record', create('location', fridge)));
  const result = await ben.result(ben.op('edit-record', edit(ben, 'location', fridge, 1, { name: ['Room', 'Mine'] })));
  expect(result).toMatchObject({ status: 'rejected', code: 'no-permission', detail: 'edit-location' });
  expect(held('location', fridge).rev).toBe(1);
});
