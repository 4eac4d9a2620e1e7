import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { resolveFact } from '@tidylab/domain/merge/review';
import type { Lot } from '@tidylab/domain/records';
import { expect, test } from 'vitest';
import { checkIntent } from '../accept/check-intent.ts';
import type { FeedRow, Page } from '../protocol/messages.ts';
import type { OwnOp } from './coverage.ts';
import { deleteBody, editBody } from './editing.ts';
import { Replica } from './replica.ts';

const lotId = uuidv5('lot');
const itemId = uuidv5('item');
const fields: Lot = { itemId, lotNumber: 'L1', expiry: null, supplier: null, packSize: null };
const review = `conflict:${uuidv5('op')}:supplier`;

const recordAt = (rev: number, over: Partial<Lot> = {}) => ({
  rev,
  fieldRevs: rev === 1 ? {} : { supplier: rev },
  deletedAt: null,
  fields: { ...fields, ...over },
});

const page = (seq: number, parts: FeedRow['parts']): Page => ({
  proto: 1,
  lab: 'lab',
  epoch: 'epoch 1',
  scopeId: 's',
  rows: [{ seq, op: `op ${seq}`, dev: 'other', n: seq, eff: makeStamp(seq, 0), parts }],
  since: `${seq - 1}.${(seq - 1).toString(16).padStart(16, '0')}`,
  next: `${seq}.${seq.toString(16).padStart(16, '0')}`,
  head: `${seq}.${seq.toString(16).padStart(16, '0')}`,
  more: false,
  ackN: null,
  open: [],
  floor: 0,
  safeSeq: 0,
  skipped: 0,
});

function replicaWithLot(): Replica {
  const replica = new Replica();
  replica.applyPage(page(1, [{ kind: 'lot', key: lotId, value: recordAt(1) }]));
  return replica;
}

const own = (n: number, type: string, body: object): OwnOp => ({
  op: {
    id: uuidv5(`own ${n}`),
    dev: 'me',
    n,
    user: 'me',
    lab: 'lab',
    hlc: makeStamp(100 + n, 0),
    v: 1,
    type,
    body: body as Record<string, unknown>,
    sig: '',
  },
  state: 'pending',
  result: null,
});

const edited = (replica: Replica, changes: Partial<Lot>) => {
  const body = editBody(replica, 'lot', lotId, changes);
  if (!body.ok) throw new Error(body.code);
  expect(checkIntent({ type: 'edit-record', body: body.value })).toEqual({ ok: true, value: null });
  return body.value;
};

test('[R8] an own edit shows at once over the record of the base, whose other fields stay live', () => {
  const replica = replicaWithLot();
  const body = edited(replica, { supplier: 'Roth', lotNumber: 'L1' });
  expect(body).toEqual({
    kind: 'lot',
    id: lotId,
    seen: { epoch: 'epoch 1', rev: 1 },
    set: { supplier: { from: null, to: 'Roth' } },
  });
  replica.setOwn([own(1, 'edit-record', body)]);
  expect(replica.isOwn('lot', lotId)).toBe(true);
  replica.applyPage(page(2, [{ kind: 'lot', key: lotId, value: recordAt(2, { expiry: '2027-01-31' }) }]));
  expect(replica.record('lot', lotId)?.fields).toEqual({ ...fields, supplier: 'Roth', expiry: '2027-01-31' });
  replica.setOwn([]);
  expect(replica.record('lot', lotId)?.fields.supplier).toBeNull();
});

test("[R8] an edit behind an own pending edit has not seen what others wrote meanwhile, for it doesn't show", () => {
  const replica = replicaWithLot();
  replica.setOwn([own(1, 'edit-record', edited(replica, { supplier: 'Roth' }))]);
  replica.applyPage(page(2, [{ kind: 'lot', key: lotId, value: recordAt(2, { supplier: 'Merck' }) }]));
  expect(edited(replica, { supplier: 'VWR' }).seen.rev).toBe(1);
  expect(edited(replica, { supplier: 'VWR' }).set).toEqual({ supplier: { from: 'Roth', to: 'VWR' } });
  expect(edited(replica, { packSize: 6 }).seen.rev).toBe(2);
});

test('[R8] own ops on a record show in their order: made, edited, deleted, brought back', () => {
  const replica = new Replica();
  const rows = [own(1, 'create-record', { kind: 'lot', id: lotId, fields })];
  replica.setOwn(rows);
  rows.push(own(2, 'edit-record', edited(replica, { supplier: 'Roth' })));
  replica.setOwn([...rows]);
  expect(replica.record('lot', lotId)?.fields.supplier).toBe('Roth');
  const gone = deleteBody(replica, 'lot', lotId, 'deleted');
  rows.push(own(3, 'delete-record', gone.ok ? gone.value : {}));
  replica.setOwn([...rows]);
  expect(replica.record('lot', lotId)?.deletedAt).toBe(makeStamp(103, 0));
  const back = deleteBody(replica, 'lot', lotId, 'there');
  replica.setOwn([...rows, own(4, 'undelete-record', back.ok ? back.value : {})]);
  expect(replica.record('lot', lotId)?.deletedAt).toBeNull();
});

test('[R8, R10] a review that one resolved is gone at once, and the choice shows', () => {
  const replica = replicaWithLot();
  replica.applyPage(page(2, [{ kind: 'review', key: review, value: { kind: 'conflict' } }]));
  const edit = edited(replica, { supplier: 'Roth' });
  replica.setOwn([own(1, 'resolve-review', { review, fact: resolveFact(review), choice: 'mine', edit })]);
  expect(replica.all('review').size).toBe(0);
  expect(replica.record('lot', lotId)?.fields.supplier).toBe('Roth');
});

test('[R10] a resolution that somebody else was faster with shows nothing', () => {
  const replica = replicaWithLot();
  const edit = edited(replica, { supplier: 'Roth' });
  replica.applyPage(page(2, [{ kind: 'fact', key: resolveFact(review), value: { op: 'another' } }]));
  replica.setOwn([own(1, 'resolve-review', { review, fact: resolveFact(review), choice: 'mine', edit })]);
  expect(replica.record('lot', lotId)?.fields.supplier).toBeNull();
});

test.each([
  ['nothing-to-change', { lotNumber: 'L1' }],
  ['record-invalid', { lotNumber: '' }],
] as const)('[O6] an edit is refused before anything is saved: %s', (code, changes) => {
  expect(editBody(replicaWithLot(), 'lot', lotId, changes)).toMatchObject({ ok: false, code });
});

test('[R7, R9] what the server would keep out or refuse is told on the device', () => {
  const replica = replicaWithLot();
  const [outer, inner] = [uuidv5('outer'), uuidv5('inner')];
  const place = (parentId: string | null) => ({
    rev: 1,
    fieldRevs: {},
    deletedAt: null,
    fields: { name: 'P', type: 'shelf', parentId, code: 'ABCDEFGH1234', temperature: null },
  });
  replica.applyPage(
    page(2, [
      { kind: 'location', key: outer, value: place(null) },
      { kind: 'location', key: inner, value: place(outer) },
      { kind: 'balance', key: `${lotId}@l:${inner}`, value: { what: lotId, place: `l:${inner}`, qty: 0, count: null } },
    ]),
  );
  const changed = editBody(replica, 'location', outer, { parentId: inner });
  expect(changed).toMatchObject({ ok: false, code: 'place-in-itself' });
  expect(editBody(replica, 'lot', uuidv5('nobody'), {})).toMatchObject({ ok: false, code: 'record-unknown' });
  for (const [kind, id] of [
    ['lot', lotId],
    ['location', inner],
    ['item', itemId],
  ] as const)
    expect(deleteBody(replica, kind, id, 'deleted')).toMatchObject({
      ok: false,
      code: kind === 'item' ? 'record-unknown' : 'has-movements',
    });
  expect(deleteBody(replica, 'location', outer, 'deleted').ok).toBe(true);
  expect(deleteBody(replica, 'location', outer, 'there')).toMatchObject({ ok: false, code: 'nothing-to-change' });
});
