import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { bucketKey } from '@tidylab/domain/ledger/model';
import { expect, test } from 'vitest';
import type { Page, Part } from '../protocol/messages.ts';
import type { Op } from '../protocol/op.ts';
import type { Manifest } from '../protocol/stored.ts';
import { BaseDraft } from './base-draft.ts';
import { Replica } from './replica.ts';

const cursor = (seq: number): string => `${seq}.${seq.toString(16).padStart(16, '0')}`;
const manifest = (over: Partial<Manifest> = {}): Manifest => ({
  gen: 1,
  fmt: 1,
  lab: 'lab',
  epoch: 'e1',
  scopeId: 's',
  start: cursor(5),
  windowSeq: 0,
  windowEff: '0'.repeat(16),
  ackN: { dev: 'me', n: 1, op: 'op-1' },
  open: [],
  chunks: [],
  ...over,
});
const [lot, shelf] = ['lot', 'l:shelf'];
const bucket = bucketKey(lot, shelf);
const balance = (qty: number): Part => ({
  kind: 'balance',
  key: bucket,
  value: { what: lot, place: shelf, qty, count: null },
});
const page = (since: number, next: number, parts: Part[]): Page => ({
  proto: 1,
  lab: 'lab',
  epoch: 'e1',
  scopeId: 's',
  rows: [{ seq: next, op: `row ${next}`, dev: 'other', n: next, eff: makeStamp(next, 0), parts }],
  since: cursor(since),
  next: cursor(next),
  head: cursor(next),
  more: false,
  ackN: { dev: 'me', n: 2, op: 'op-2' },
  open: [],
  floor: 0,
  safeSeq: 0,
  skipped: 0,
});
const own = (n: number, type: string, body: Op['body'], ms: number) =>
  ({
    op: { id: `op-${n}`, dev: 'me', n, user: 'ana', lab: 'lab', hlc: makeStamp(ms, 0), v: 1, type, body, sig: '' },
    state: 'pending',
    result: null,
  }) as const;
const counting = (qty: number): Op['body'] => ({
  entries: [{ what: lot, place: shelf, qty, expectedSeen: null, headSeen: 0 }],
});
const taking = { entries: [{ what: lot, from: shelf, to: 'v:consumed', qty: 2 }] };

test('[S6] a draft is shown by nobody until it is adopted, and then in one step with the own ops laid over it', () => {
  const replica = new Replica();
  replica.applyPage(page(0, 4, []));
  replica.setOwn([own(1, 'post-consume', taking, 9), own(3, 'post-consume', taking, 10)]);
  const seen: (number | undefined)[] = [];
  replica.subscribe(() => void seen.push(replica.balance(bucket)?.qty));
  const draft = new BaseDraft(manifest());
  draft.put([balance(50), { kind: 'unheard of', key: 'k', value: 7 }]);
  expect(draft.applyPage(page(6, 7, [balance(1)]))).toBe(false);
  expect(draft.applyPage(page(5, 6, [balance(40)]))).toBe(true);
  expect(seen).toEqual([]);
  replica.adopt(draft);
  expect(seen).toEqual([38]);
  expect(replica.position).toEqual({ line: 'e1', seq: 6, ackN: { dev: 'me', n: 2, op: 'op-2' }, open: [] });
  expect([replica.cursor, replica.epoch, replica.all('unheard of').get('k')]).toEqual([cursor(6), 'e1', 7]);
  expect(replica.applyPage(page(6, 7, [balance(41)]))).toBe(true);
  expect([replica.position.line, replica.balance(bucket)?.qty]).toEqual(['e1', 39]);
});

test('[S7] what a fold writes is the base without own changes, parts of unknown kinds included', () => {
  const replica = new Replica();
  const draft = new BaseDraft(manifest());
  const parts = [balance(50), { kind: 'unheard of', key: 'k', value: { deep: [1] } }];
  draft.put(parts);
  replica.adopt(draft);
  replica.setOwn([own(3, 'post-consume', taking, 10)]);
  expect(replica.balance(bucket)?.qty).toBe(48);
  const sorted = (list: Part[]): Part[] => [...list].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  expect(sorted(replica.baseParts())).toEqual(sorted(parts));
});

test('[F12] a preview shows records, and neither balances nor postings', () => {
  const replica = new Replica();
  const person = { kind: 'person', key: 'p', value: { rev: 1, fieldRevs: {}, deletedAt: null, fields: { name: 'P' } } };
  replica.preview([person, balance(5)]);
  expect(replica.record('person', 'p')?.fields.name).toBe('P');
  expect(replica.balance(bucket)).toBeUndefined();
  expect(replica.cursor).toBe('0.0000000000000000');
});

test.each([
  [99, true],
  [101, undefined],
])('[V8] an own count at %i, with movements left out up to 100, is approximate: %s', (ms, approximate) => {
  const replica = new Replica();
  const draft = new BaseDraft(manifest({ windowSeq: 3, windowEff: makeStamp(100, 0) }));
  draft.put([balance(50)]);
  replica.adopt(draft);
  replica.setOwn([own(3, 'post-count', counting(7), ms)]);
  expect(replica.balance(bucket)).toMatchObject({ qty: 7 });
  expect(replica.balance(bucket)?.approximate).toBe(approximate);
});

test('[N2] a result of another epoch does not cover an op, one of the same does', () => {
  const draft = new BaseDraft(manifest({ ackN: null }));
  const replica = new Replica();
  replica.adopt(draft);
  const result = { id: 'op-1', n: 1, status: 'applied' as const, seq: 2, eff: makeStamp(1, 0) };
  const row = own(1, 'post-consume', taking, 1);
  replica.setOwn([{ ...row, state: 'acknowledged', result: { ...result, epoch: 'e0' } }]);
  expect(replica.overlaid).toHaveLength(1);
  replica.setOwn([{ ...row, state: 'acknowledged', result: { ...result, epoch: 'e1' } }]);
  expect(replica.overlaid).toHaveLength(0);
});
