import { uuidv5 } from '@tidylab/domain/kernel/ids';
import type { ClashValue } from '@tidylab/domain/merge/review';
import type { Lot } from '@tidylab/domain/records';
import { expect, test } from 'vitest';
import { checkIntent } from '../accept/check-intent.ts';
import type { ReviewValue } from '../protocol/kinds.ts';
import { Replica } from './replica.ts';
import { resolveBody, type Resolution } from './resolving.ts';

const lotId = uuidv5('lot');
const review = `conflict:${uuidv5('op')}:supplier`;
const clash: ClashValue = {
  record: { kind: 'lot', id: lotId },
  field: 'supplier',
  yours: { supplier: 'Roth' },
  theirs: { supplier: 'Merck' },
  before: { supplier: null },
  by: 'ana',
  when: '0000000000010000',
};
const about = (over: Partial<ClashValue> = {}, kind: ReviewValue['kind'] = 'conflict'): ReviewValue => ({
  kind,
  op: uuidv5('op'),
  dev: 'd',
  user: 'ben',
  eff: '0000000000020000',
  code: kind,
  detail: '',
  about: `lot:${lotId}`,
  clash: { ...clash, ...over },
});

function resolved(supplier: string, resolution: Resolution, value = about(), deletedAt: string | null = null) {
  const replica = new Replica();
  const fields: Lot = { itemId: uuidv5('item'), lotNumber: 'L', expiry: null, supplier, packSize: null };
  const record = { rev: 7, fieldRevs: {}, deletedAt, fields };
  replica.applyChunk([{ kind: 'lot', key: lotId, value: record }], replica.cursor, replica.position, true);
  const body = resolveBody(replica, review, value, resolution);
  if (body.ok) expect(checkIntent({ type: 'resolve-review', body: body.value })).toEqual({ ok: true, value: null });
  return body.ok ? body.value : body.code;
}
const setBy = (body: ReturnType<typeof resolved>): unknown => (typeof body === 'string' ? body : body.edit?.set);

test('[R10] keeping mine sets my value from whatever is there now', () => {
  expect(setBy(resolved('Merck', { choice: 'mine' }))).toEqual({ supplier: { from: 'Merck', to: 'Roth' } });
  expect(setBy(resolved('VWR', { choice: 'mine' }))).toEqual({ supplier: { from: 'VWR', to: 'Roth' } });
  expect(setBy(resolved('Roth', { choice: 'mine' }))).toBeUndefined();
});

test('[R10] keeping theirs sets nothing, unless mine is what is there', () => {
  expect(setBy(resolved('Merck', { choice: 'theirs' }))).toBeUndefined();
  expect(setBy(resolved('VWR', { choice: 'theirs' }))).toBeUndefined();
  expect(setBy(resolved('Roth', { choice: 'theirs' }))).toEqual({ supplier: { from: 'Roth', to: 'Merck' } });
});

test('[R10] a value of its own instead of both must be one the field can hold', () => {
  expect(setBy(resolved('Merck', { choice: 'edit', values: { supplier: 'Merck / Roth' } }))).toEqual({
    supplier: { from: 'Merck', to: 'Merck / Roth' },
  });
  expect(resolved('Merck', { choice: 'edit', values: { supplier: 'x'.repeat(200) } })).toBe('record-invalid');
});

test('[R10] of a change and a deletion, keeping the one that stayed brings the record back', () => {
  const value = about({ field: 'deletedAt', yours: { deletedAt: null }, theirs: { deletedAt: 'x' } }, 'edited-deleted');
  expect(resolved('Merck', { choice: 'mine' }, value, 'x')).toMatchObject({ undelete: { kind: 'lot', id: lotId } });
  expect(resolved('Merck', { choice: 'theirs' }, value, 'x')).not.toHaveProperty('undelete');
});

test('[R10] a reason travels with the choice', () => {
  expect(resolved('Merck', { choice: 'dismiss', note: 'scanned twice' })).toMatchObject({ note: 'scanned twice' });
});
