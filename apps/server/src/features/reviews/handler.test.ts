import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { resolveFact } from '@tidylab/domain/merge/review';
import type { RecordOf } from '@tidylab/domain/records';
import type { ReviewValue } from '@tidylab/sync/protocol/kinds';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDevice, TestLab } from '../../sync/testing/sync-lab.testkit.ts';

const lotId = uuidv5('a lot');
let at: TestLab;
let ana: TestDevice;
let ben: TestDevice;
beforeEach(async () => {
  at = new TestLab();
  at.world.roles.set('cleo', 'user');
  [ana, ben] = [at.device('ana'), at.device('ben')];
  const fields = { itemId: uuidv5('item'), lotNumber: 'L1', expiry: null, supplier: null, packSize: null };
  await ana.result(ana.op('create-record', { kind: 'lot', id: lotId, fields }));
  await ana.result(ana.op('edit-record', edit(1, null, 'Merck')));
  await ben.result(ben.op('edit-record', edit(1, null, 'Roth')));
});
afterEach(() => at.close());

const edit = (rev: number, from: unknown, to: unknown) => ({
  kind: 'lot',
  id: lotId,
  seen: { epoch: ana.epoch, rev },
  set: { supplier: { from, to } },
});
const reviews = (): [string, ReviewValue][] =>
  [...at.parts()].flatMap(([key, value]) =>
    key.startsWith('review ') && value
      ? [[key.slice('review '.length), value as ReviewValue] as [string, ReviewValue]]
      : [],
  );
const onlyReview = (): string => {
  const [review] = reviews();
  expect(reviews()).toHaveLength(1);
  return review?.[0] ?? '';
};
const resolve = (review: string, choice: string, over: Record<string, unknown> = {}) => ({
  review,
  fact: resolveFact(review),
  choice,
  ...over,
});
const supplier = () => (at.parts().get(`lot ${lotId}`) as RecordOf<'lot'>).fields.supplier;

test('[R10] keeping mine closes the review and makes my value current', async () => {
  const review = onlyReview();
  const done = await ben.result(ben.op('resolve-review', resolve(review, 'mine', { edit: edit(2, 'Merck', 'Roth') })));
  expect(done).toMatchObject({ status: 'applied' });
  expect([reviews(), supplier()]).toEqual([[], 'Roth']);
});

test('[R10] keeping theirs closes it and changes nothing', async () => {
  await ana.result(ana.op('resolve-review', resolve(onlyReview(), 'theirs')));
  expect([reviews(), supplier()]).toEqual([[], 'Merck']);
});

test('[R10] two who resolve the same review resolve it once', async () => {
  const review = onlyReview();
  await ben.result(ben.op('resolve-review', resolve(review, 'theirs')));
  const late = await ana.result(ana.op('resolve-review', resolve(review, 'mine', { edit: edit(2, 'Merck', 'Roth') })));
  expect(late).toMatchObject({ status: 'duplicate', first: { status: 'applied' } });
  expect([reviews(), supplier()]).toEqual([[], 'Merck']);
});

test('[R10] a choice made without knowing of a newer value does not bury it', async () => {
  const review = onlyReview();
  await ana.result(ana.op('edit-record', edit(2, 'Merck', 'VWR')));
  const late = await ben.result(ben.op('resolve-review', resolve(review, 'mine', { edit: edit(2, 'Merck', 'Roth') })));
  expect(late).toMatchObject({ status: 'merged' });
  expect(supplier()).toBe('VWR');
  expect(reviews().map(([key, { clash }]) => [key === review, clash?.yours])).toEqual([[false, { supplier: 'Roth' }]]);
});

test('[R10] a review is resolved by its author, by managers and by admins', async () => {
  const cleo = at.device('cleo');
  const body = resolve(onlyReview(), 'theirs');
  expect(await cleo.result(cleo.op('resolve-review', body))).toMatchObject({
    status: 'rejected',
    code: 'no-permission',
    detail: 'resolve-review',
  });
  expect(
    reviews()
      .map(([, { kind }]) => kind)
      .sort(),
  ).toEqual(['conflict', 'rejected']);
  expect(await ben.result(ben.op('resolve-review', body))).toMatchObject({ status: 'applied' });
});

test('[R10] a rejected change is put away by a person, and its payload stays on the server', async () => {
  const op = ben.op('post-receive', { entries: [] });
  await ben.result(op);
  const discarded = await ben.result(ben.op('resolve-review', resolve(`rejected:${op.id}`, 'dismiss')));
  expect(discarded).toMatchObject({ status: 'applied' });
  expect(reviews().map(([, { kind }]) => kind)).toEqual(['conflict']);
  expect(at.rows(`SELECT raw FROM op WHERE id = '${op.id}'`)).toEqual([{ raw: JSON.stringify(op) }]);
});

test.each([
  ['review-stays', (review: string) => resolve(`below-zero:${review}`, 'dismiss')],
  ['malformed', (review: string) => ({ ...resolve(review, 'theirs'), fact: uuidv5('another') })],
  ['malformed', (review: string) => resolve(review, 'both')],
  ['record-invalid', (review: string) => resolve(review, 'edit', { edit: edit(2, 'Merck', 7) })],
])('[R10] a resolution that cannot be right is refused as %s, and the review stays', async (code, bodyOf) => {
  const review = onlyReview();
  expect(await ana.result(ana.op('resolve-review', bodyOf(review)))).toMatchObject({ status: 'rejected', code });
  expect(reviews().map(([key]) => key)).toContain(review);
});

test('[R10] a review that was resolved before a restore does not open again when its edit is pushed again', async () => {
  const [cleo, dan] = [at.device('cleo'), at.device('ana')];
  const lost = cleo.op('edit-record', edit(1, null, 'Sigma'));
  await dan.result(dan.op('resolve-review', resolve(`conflict:${lost.id}:supplier`, 'theirs')));
  expect(await cleo.result(lost)).toMatchObject({ status: 'merged' });
  expect(reviews()).toHaveLength(1);
});
