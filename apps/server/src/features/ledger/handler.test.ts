import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BalanceValue } from '@tidylab/sync/protocol/kinds';
import type { Op } from '@tidylab/sync/protocol/op';
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { bench, bucket, consume, count, lot, receive, shelf, voidOf } from '../../sync/testing/bodies.testkit.ts';
import { startMs, TestLab, type TestDevice } from '../../sync/testing/sync-lab.testkit.ts';

let at: TestLab;
let device: TestDevice;
let other: TestDevice;
beforeEach(() => {
  at = new TestLab();
  device = at.device();
  other = at.device('ben');
});
afterEach(() => at.close());

const balance = (): BalanceValue | undefined => at.parts().get(`balance ${bucket}`) as BalanceValue | undefined;
const review = (): unknown => at.parts().get(`review below-zero:${bucket}`);
/** When it was done: so many minutes before now. */
const before = (minutes: number): Partial<Op> => ({ hlc: makeStamp(startMs - minutes * 60_000, 0) });

test('[L8] a balance below zero is kept, with a review that ends when the balance is back', async () => {
  expect(await device.result(device.op('post-consume', consume(5)))).toMatchObject({ status: 'applied' });
  expect(balance()).toMatchObject({ qty: -5 });
  expect(review()).toMatchObject({ kind: 'below-zero', about: bucket, user: 'ana', detail: '-5' });
  await device.result(device.op('post-receive', receive(3)));
  expect(review()).toMatchObject({ detail: '-2' });
  await device.result(device.op('post-receive', receive(2)));
  expect(balance()).toMatchObject({ qty: 0 });
  expect(review()).toBeNull();
});

test('[L3] a movement that arrives late from before a count changes nothing, one from after it counts', async () => {
  await device.push([device.op('post-count', count(100), before(10))]);
  await other.push([other.op('post-consume', consume(7), before(20))]);
  expect(balance()).toMatchObject({ qty: 100 });
  await other.push([other.op('post-consume', consume(7), before(5))]);
  expect(balance()).toMatchObject({ qty: 93 });
});

test('[L1] a count that arrives late takes the movements after it that were here before it', async () => {
  await other.push([
    other.op('post-receive', receive(50), before(20)),
    other.op('post-consume', consume(7), before(5)),
  ]);
  await device.push([device.op('post-count', count(100), before(10))]);
  expect(balance()).toMatchObject({ qty: 93 });
});

test('[L9] voiding a movement takes it back, but not one that a count has overruled', async () => {
  const early = device.op('post-receive', receive(5), before(20));
  const counting = device.op('post-count', count(100), before(10));
  const late = device.op('post-consume', consume(7), before(5));
  await device.push([early, counting, late]);
  await device.push([device.op('void-posting', voidOf(early))]);
  expect(balance()).toMatchObject({ qty: 93 });
  await device.push([device.op('void-posting', voidOf(late))]);
  expect(balance()).toMatchObject({ qty: 100 });
});

test('[L9] voiding a count falls back to the one before it, then to the movements alone', async () => {
  const first = device.op('post-receive', receive(30), before(20));
  const counts = [device.op('post-count', count(40), before(10)), device.op('post-count', count(90), before(6))];
  await device.push([first, ...counts, device.op('post-consume', consume(1), before(2))]);
  expect(balance()).toMatchObject({ qty: 89, count: { op: counts[1]?.id } });
  await device.push([device.op('void-posting', voidOf(counts[1] as Op))]);
  expect(balance()).toMatchObject({ qty: 39, count: { op: counts[0]?.id } });
  await device.push([device.op('void-posting', voidOf(counts[0] as Op))]);
  expect(balance()).toMatchObject({ qty: 29, count: null });
});

test('[L9] a void of a posting that is not here is accepted and takes effect when the posting arrives', async () => {
  const posting = other.op('post-receive', receive(5));
  const voiding = device.op('void-posting', voidOf(posting));
  expect(await device.result(voiding)).toMatchObject({ status: 'applied' });
  expect(balance()).toBeUndefined();
  expect(await other.result(posting)).toMatchObject({ status: 'applied' });
  expect(at.parts().get(`posting ${posting.id}`)).toMatchObject({ voidedBy: voiding.id });
  expect(balance()).toBeUndefined();
  expect(await other.result(other.op('void-posting', voidOf(posting)))).toMatchObject({ status: 'duplicate' });
});

test('[L9] a void whose copy is not its target is rejected, and may be done right afterwards', async () => {
  const posting = device.op('post-receive', receive(5));
  await device.push([posting]);
  const wrong = voidOf({ ...posting, body: receive(6) });
  expect(await device.result(device.op('void-posting', wrong))).toMatchObject({
    status: 'rejected',
    code: 'void-mismatch',
  });
  expect(await device.result(device.op('void-posting', voidOf(posting)))).toMatchObject({ status: 'applied' });
  expect(balance()).toMatchObject({ qty: 0 });
});

test('[L4] no sum leaves the safe integers: not by a movement, not by a void', async () => {
  const most = Number.MAX_SAFE_INTEGER;
  const got = device.op('post-receive', receive(most));
  const taken = device.op('post-consume', consume(most));
  await device.push([got, taken]);
  expect(await device.result(device.op('post-receive', receive(most)))).toMatchObject({ status: 'applied' });
  expect(await device.result(device.op('post-receive', receive(1)))).toMatchObject({
    status: 'rejected',
    code: 'quantity-out-of-range',
  });
  expect(await device.result(device.op('void-posting', voidOf(taken)))).toMatchObject({
    status: 'rejected',
    code: 'quantity-out-of-range',
  });
  expect(balance()).toMatchObject({ qty: most });
});

test('[L4] the entries of one posting do not sum past the safe integers either', async () => {
  const most = Number.MAX_SAFE_INTEGER;
  const entry = { what: lot, from: 'v:supplier', to: shelf, qty: most };
  await device.push([device.op('post-consume', consume(most))]);
  const result = await device.result(device.op('post-receive', { entries: [entry, entry] }));
  expect(result).toMatchObject({ status: 'rejected', code: 'quantity-out-of-range' });
  expect(balance()).toMatchObject({ qty: -most });
});

test('[O1] a posting of two places changes both or none', async () => {
  await device.push([device.op('post-receive', receive(5))]);
  await device.push([device.op('post-transfer', { entries: [{ what: lot, from: shelf, to: bench, qty: 2 }] })]);
  expect([balance()?.qty, (at.parts().get(`balance ${lot}@${bench}`) as BalanceValue).qty]).toEqual([3, 2]);
  const bad = [
    { what: lot, from: shelf, to: bench, qty: 2 },
    { what: lot, from: shelf, to: shelf, qty: 1 },
  ];
  expect(await device.result(device.op('post-transfer', { entries: bad }))).toMatchObject({ code: 'same-place' });
  expect(balance()).toMatchObject({ qty: 3 });
});

test('[L4] an op that the server makes itself is told its wrong number too', () => {
  const made = (qty: number) => ({
    id: uuidv5(`made ${qty}`),
    source: 'api',
    user: 'ana',
    atMs: startMs,
    type: 'post-receive',
    v: 1,
    body: receive(qty),
  });
  at.lab.applyServerOps([made(0.5), made(2 ** 53), made(Number.NaN)]);
  expect(at.rows('SELECT code FROM op ORDER BY seq')).toEqual([
    { code: 'quantity-not-whole' },
    { code: 'quantity-out-of-range' },
    { code: 'quantity-not-whole' },
  ]);
});

/** Numbers below `max`, the same for the same seed. */
function numbers(seed: number): (max: number) => number {
  let state = seed;
  return (max) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * max);
  };
}

/** The rule over what is not voided, in the order of time; ties go by id. */
function reckoned(done: readonly Op[], voided: ReadonlySet<string>): number {
  const alive = done.filter(({ id }) => !voided.has(id)).sort((a, b) => (a.hlc + a.id < b.hlc + b.id ? -1 : 1));
  return alive.reduce((qty, { type, body }) => {
    const [entry] = body['entries'] as { qty: number }[];
    const own = entry?.qty ?? 0;
    return type === 'post-count' ? own : qty + (type === 'post-receive' ? own : -own);
  }, 0);
}

const bodies = { 'post-receive': receive, 'post-consume': consume, 'post-count': count } as const;
const types = Object.keys(bodies) as (keyof typeof bodies)[];

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
  '[L1] whatever arrives in whatever order, the balance is the fold of what is not voided (seed %i)',
  async (seed) => {
    const next = numbers(seed * 7_919 + 1);
    const done: Op[] = [];
    const voided = new Set<string>();
    for (let step = 0; step < 12; step++) {
      // A stream of its own for each op: within one stream the order of time is the order of n.
      const from = at.device();
      const target = next(4) === 0 ? done[next(done.length)] : undefined;
      const type = types[next(3)] ?? 'post-receive';
      const op = target
        ? from.op('void-posting', voidOf(target), before(next(12)))
        : from.op(type, bodies[type](1 + next(30)), before(next(12)));
      expect(await from.result(op)).toMatchObject({
        status: target && voided.has(target.id) ? 'duplicate' : 'applied',
      });
      if (target) voided.add(target.id);
      else done.push(op);
      expect(balance()?.qty ?? 0).toBe(reckoned(done, voided));
    }
  },
);
