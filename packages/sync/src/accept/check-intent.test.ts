import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { refusals } from '@tidylab/domain/kernel/codes';
import { resolveFact } from '@tidylab/domain/merge/review';
import { expect, test } from 'vitest';
import { consumed, counted, flask, lot, received, shelf, stampAt, voidBody } from '../testing/ops.testkit.ts';
import { checkIntent } from './check-intent.ts';

const id = uuidv5('a record');
const target = uuidv5('target');
const location = { name: 'Cold room', type: 'room', parentId: null, code: 'ABCDEFGH1234', temperature: null };
const create = (over: Record<string, unknown> = {}) => ({ kind: 'location', id, fields: location, ...over });
const seen = { epoch: 'e', rev: 1 };
const edit = (over: Record<string, unknown> = {}) => ({
  kind: 'location',
  id,
  seen,
  set: { name: { from: 'Cold room', to: 'Freezer room' } },
  ...over,
});
const review = `conflict:${target}:name`;
const resolve = (over: Record<string, unknown> = {}) => ({
  review,
  fact: resolveFact(review),
  choice: 'mine',
  ...over,
});
const moved = (from: string, to: string) => ({ what: lot, from, to, qty: 1 });
const voiding = voidBody(target, 'consume', stampAt(1), [consumed(5)]);

test.each([
  ['post-receive', { entries: [received(5)] }],
  ['post-consume', { entries: [consumed(5)], reason: 'assay', note: 'Spülung', via: 'scan' }],
  ['post-transfer', { entries: [moved(shelf, flask)] }],
  ['post-adjust', { entries: [moved(shelf, 'v:adjustment')] }],
  ['post-count', { entries: [counted(0)] }],
  ['void-posting', voiding],
  ['create-record', create()],
  ['edit-record', edit()],
  ['delete-record', { kind: 'lot', id, seen }],
  ['undelete-record', { kind: 'lot', id, seen }],
  ['resolve-review', resolve({ edit: edit() })],
])('[O6] a well-formed %s may be saved', (type, body) => {
  expect(checkIntent({ type, body })).toEqual({ ok: true, value: null });
});

test.each([
  ['quantity-not-whole', 'post-consume', { entries: [consumed(0.5)] }],
  ['quantity-not-whole', 'post-consume', { entries: [consumed(Number.NaN)] }],
  ['quantity-out-of-range', 'post-consume', { entries: [consumed(2 ** 53)] }],
  ['quantity-not-positive', 'post-consume', { entries: [consumed(0)] }],
  ['quantity-not-positive', 'post-consume', { entries: [consumed(-5)] }],
  ['quantity-not-positive', 'post-count', { entries: [counted(-1)] }],
  ['no-entries', 'post-consume', { entries: [] }],
  ['too-many-entries', 'post-consume', { entries: Array.from({ length: 501 }, () => consumed(1)) }],
  ['counted-twice', 'post-count', { entries: [counted(1), counted(2)] }],
  ['place-not-allowed', 'post-consume', { entries: [received(1)] }],
  ['same-place', 'post-transfer', { entries: [moved(shelf, shelf)] }],
  ['malformed', 'post-consume', { entries: [{ what: 'x' }] }],
  ['malformed', 'post-consume', {}],
  ['malformed', 'void-posting', { target: {} }],
  ['void-mismatch', 'void-posting', { ...voiding, fact: uuidv5('another fact') }],
  ['no-entries', 'void-posting', voidBody(target, 'consume', stampAt(1), [])],
  ['malformed', 'create-record', { kind: 'location', fields: location }],
  ['malformed', 'create-record', create({ id: 'x' })],
  ['kind-unknown', 'create-record', create({ kind: 'unicorn' })],
  ['kind-unknown', 'create-record', create({ kind: 'toString' })],
  ['record-invalid', 'create-record', create({ fields: { ...location, name: '' } })],
  ['record-invalid', 'create-record', create({ kind: 'item' })],
  ['nothing-to-change', 'edit-record', edit({ set: {} })],
  ['record-invalid', 'edit-record', edit({ set: { name: { from: 'x', to: '' } } })],
  ['record-invalid', 'edit-record', edit({ set: { colour: { from: null, to: 'red' } } })],
  ['kind-unknown', 'edit-record', edit({ kind: 'toString' })],
  ['kind-unknown', 'delete-record', { kind: 'unicorn', id, seen }],
  ['malformed', 'undelete-record', { kind: 'lot', id }],
  ['malformed', 'resolve-review', resolve({ fact: target })],
  ['kind-unknown', 'resolve-review', resolve({ undelete: { kind: 'unicorn', id, seen } })],
  ['record-invalid', 'resolve-review', resolve({ edit: edit({ set: { type: { from: 'room', to: 'moon' } } }) })],
  ['review-stays', 'resolve-review', { review: 'below-zero:x', fact: resolveFact('below-zero:x'), choice: 'dismiss' }],
  ['unknown-type', 'set-record', {}],
  ['unknown-type', 'constructor', {}],
])('[O6] %s is told before anything is saved: %s', (code, type, body) => {
  const verdict = checkIntent({ type, body: body as Record<string, unknown> });
  expect(verdict).toMatchObject({ ok: false, code });
  expect(Object.keys(refusals)).toContain(code);
});

test('[O6] a value that JSON would write in another way than it is signed is not saved', () => {
  const body = { entries: [consumed(1)], happened: new Date(0) };
  expect(checkIntent({ type: 'post-consume', body })).toMatchObject({ ok: false, code: 'malformed' });
});
