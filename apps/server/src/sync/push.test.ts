import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { isStamp, makeStamp, stampMs } from '@tidylab/domain/kernel/stamp';
import { resultStatuses } from '@tidylab/sync/protocol/messages';
import type { Op } from '@tidylab/sync/protocol/op';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bucket, consume, count, person, receive, voidOf } from './testing/bodies.testkit.ts';
import { dayMs, startMs, TestLab, type TestDevice } from './testing/sync-lab.testkit.ts';

let at: TestLab;
let device: TestDevice;
beforeEach(() => {
  at = new TestLab();
  device = at.device();
});
afterEach(() => at.close());

const balance = (): unknown => at.parts().get(`balance ${bucket}`);
const storedOf = (op: { dev: string; n: number }) => at.lab.decide.log.resultAt(op.dev, op.n);
const nOf = (dev = device.dev): number | undefined => at.lab.decide.log.device(dev)?.n;

test('[O1, F2] each op takes one seq of a dense feed and one transaction', async () => {
  const { body } = await device.push([device.op('post-receive', receive(9)), device.op('post-consume', consume(2))]);
  expect(body.results.map(({ seq, status }) => [seq, status])).toEqual([
    [1, 'applied'],
    [2, 'applied'],
  ]);
  expect(body.head.startsWith('2.')).toBe(true);
  expect(balance()).toMatchObject({ qty: 7 });
});

test('[P2] the same push sent again finds its stored results, and nothing is done twice', async () => {
  const ops = [device.op('post-receive', receive(9)), device.op('post-consume', { entries: [] })];
  const first = await device.push(ops);
  const again = await device.push(ops);
  expect(again.body.results).toEqual(first.body.results);
  expect(again.body.head).toBe(first.body.head);
  expect(balance()).toMatchObject({ qty: 9 });
});

test('[P3] every op ends in one of five results and advances n', async () => {
  const applied = device.op('post-receive', receive(9));
  const ops = [
    applied,
    device.op('post-consume', { entries: [] }),
    device.op('not-yet-invented', {}),
    device.op('post-consume', consume(1), { user: 'nobody' }),
    device.op('void-posting', voidOf(applied)),
    device.op('void-posting', voidOf(applied)),
  ];
  const { body } = await device.push(ops);
  expect(body.results.map(({ n, status, seq }) => [n, status, seq])).toEqual([
    [1, 'applied', 1],
    [2, 'rejected', 2],
    [3, 'parked', 3],
    [4, 'parked', 4],
    [5, 'applied', 5],
    [6, 'duplicate', 6],
  ]);
  for (const { status, eff } of body.results) {
    expect(resultStatuses).toContain(status);
    expect(isStamp(eff)).toBe(true);
  }
  expect(nOf()).toBe(6);
});

test('[P4] a rejected op keeps its payload on the server, and its review is in the feed', async () => {
  const op = device.op('post-consume', { entries: [], note: 'what was meant' });
  const result = await device.result(op);
  expect(result).toMatchObject({ status: 'rejected', code: 'no-entries' });
  expect(at.parts().get(`review rejected:${op.id}`)).toEqual({
    kind: 'rejected',
    op: op.id,
    dev: device.dev,
    user: 'ana',
    eff: result.eff,
    code: 'no-entries',
    detail: '',
    about: 'post-consume',
  });
  expect(at.rows('SELECT raw FROM op')).toEqual([{ raw: JSON.stringify(op) }]);
});

test('[P5] an n above the next one answers gap, and what came before it is done', async () => {
  const ops = [
    device.op('post-receive', receive(1)),
    device.op('post-receive', receive(2)),
    device.op('post-receive', receive(4)),
  ];
  const { body } = await device.push([ops[0], ops[2]]);
  expect(body.gap).toEqual({ expected: 2 });
  expect(body.results.map(({ n }) => n)).toEqual([1]);
  expect((await device.push([ops[1], ops[2]])).body.results.map(({ n }) => n)).toEqual([2, 3]);
  expect(balance()).toMatchObject({ qty: 7 });
});

test('[P6] another id at an n that has a result is a fork, and nothing after it is looked at', async () => {
  const first = device.op('post-receive', receive(1));
  await device.push([first]);
  const { body } = await device.push([
    device.op('post-receive', receive(100), { n: 1 }),
    device.op('post-receive', receive(100), { n: 2 }),
  ]);
  expect(body.fork).toEqual({ n: 1, op: first.id });
  expect(body.results).toEqual([]);
  expect(nOf()).toBe(1);
});

test('[P10] a known id under another n is a duplicate, consumes that n and carries the first result', async () => {
  const first = device.op('post-receive', receive(5));
  const before = await device.result(first);
  const again = device.op('post-receive', receive(5), { id: first.id });
  const result = await device.result(again);
  const { id: _id, n: _n, ...verdict } = before;
  expect(result).toMatchObject({ n: 2, status: 'duplicate', first: verdict });
  expect(await device.result(again)).toEqual(result);
  expect(await device.result(device.op('post-consume', consume(1)))).toMatchObject({ n: 3, status: 'applied' });
  expect(balance()).toMatchObject({ qty: 4 });
});

test('[P10] an op that another device brings under its own n is a duplicate too, refused or not', async () => {
  const other = at.device('ben');
  const refused = device.op('post-consume', { entries: [] });
  const first = await device.result(refused);
  const carried = other.op('post-consume', { entries: [] }, { id: refused.id });
  expect(await other.result(carried)).toMatchObject({
    status: 'duplicate',
    first: { status: 'rejected', code: 'no-entries', seq: first.seq },
  });
});

test('[P11] a fact that is there already makes the op a duplicate with the result of the op that made it', async () => {
  const other = at.device('ben');
  const posting = device.op('post-receive', receive(5));
  const made = device.op('void-posting', voidOf(posting));
  const { body } = await device.push([posting, made]);
  const result = await other.result(other.op('void-posting', voidOf(posting)));
  expect(result).toMatchObject({ status: 'duplicate', first: { status: 'applied', seq: body.results[1]?.seq } });
  expect(balance()).toMatchObject({ qty: 0 });
});

test('[T3] the server gives the stamp that counts: not ahead of its clock, and above the stream’s last', async () => {
  const ahead = device.op('post-receive', receive(1), { hlc: makeStamp(startMs + 9 * dayMs, 0) });
  const first = await device.result(ahead);
  expect(first.eff).toBe(makeStamp(startMs, 0xffff));
  const behind = device.op('post-receive', receive(1), { hlc: makeStamp(startMs - dayMs, 0) });
  expect((await device.result(behind)).eff).toBe(makeStamp(startMs + 1, 0));
});

interface Refused {
  readonly name: string;
  readonly code: string;
  make(op: (over?: Partial<Op>, body?: Op['body']) => Op): unknown;
}
const refusals: Refused[] = [
  { name: 'no shape of an op', code: 'malformed', make: (op) => ({ id: op().id, dev: device.dev, n: 1 }) },
  { name: 'a stamp that is none', code: 'malformed', make: (op) => op({ hlc: 'yesterday' }) },
  { name: 'another lab', code: 'wrong-lab', make: (op) => op({ lab: uuidv5('another lab') }) },
  { name: 'more than 64 KB', code: 'too-large', make: (op) => op({}, { ...receive(1), note: 'x'.repeat(65_536) }) },
  { name: 'no signature', code: 'unsigned', make: (op) => ({ ...op(), sig: '' }) },
  { name: 'a signature of something else', code: 'unsigned', make: (op) => ({ ...op(), body: receive(2) }) },
  { name: 'a signature that is no base64url', code: 'unsigned', make: (op) => ({ ...op(), sig: '*'.repeat(86) }) },
  { name: 'a fraction', code: 'quantity-out-of-range', make: (op) => ({ ...op(), body: receive(0.5) }) },
  { name: 'a number beyond 2^53', code: 'quantity-out-of-range', make: (op) => ({ ...op(), body: receive(2 ** 53) }) },
  { name: 'less than nothing', code: 'quantity-not-positive', make: (op) => op({}, receive(-5)) },
  { name: 'nothing', code: 'quantity-not-positive', make: (op) => op({}, receive(0)) },
  {
    name: 'a count of less than nothing',
    code: 'quantity-not-positive',
    make: (op) => op({ type: 'post-count' }, count(-1)),
  },
  {
    name: 'a record of no kind',
    code: 'no-permission',
    make: (op) => op({ type: 'create-record' }, { kind: 'unicorn' }),
  },
  {
    name: 'a record without its fields',
    code: 'record-invalid',
    make: (op) => op({ type: 'create-record' }, { ...person('x'), fields: {} }),
  },
];

test.each(refusals)(
  '[P7] an op with $name is rejected as $code, and the one after it is applied',
  async ({ code, make }) => {
    const op = make((over = {}, body = receive(1)) => device.op('post-receive', body, over));
    const { status, body } = await device.push([op, device.op('post-receive', receive(3), { n: 2 })]);
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { n: 1, status: 'rejected', code },
      { n: 2, status: 'applied' },
    ]);
    expect(balance()).toMatchObject({ qty: 3 });
  },
);

test('[P7] the questions are asked in their order: an op that fails several is told the first', async () => {
  const large = { ...receive(0.5), note: 'x'.repeat(65_536) };
  const nobodys = { user: 'nobody', type: 'not-yet-invented' };
  const foreign = device.op('x', {}, { ...nobodys, lab: uuidv5('other') });
  expect(await device.result({ ...foreign, sig: '', body: large })).toMatchObject({ code: 'wrong-lab' });
  expect(await device.result({ ...device.op('x', {}, nobodys), sig: '', body: large })).toMatchObject({
    code: 'too-large',
  });
  expect(await device.result({ ...device.op('x', {}, nobodys), sig: '' })).toMatchObject({ code: 'unsigned' });
  expect(await device.result(device.op('x', {}, nobodys))).toMatchObject({ status: 'parked', code: 'no-grant' });
  expect(await device.result(device.op('x', {}))).toMatchObject({ status: 'parked', code: 'unknown-type' });
});

test('[P7] a handler that throws ends in internal, leaves no trace, and the stream goes on', async () => {
  const person1 = person('half written');
  at.handle('explode@1', {
    act: () => 'post-receive',
    apply: (op, when) => {
      at.lab.decide.handlers.get('create-record@1')?.apply({ ...op, body: person1 }, when);
      throw new TypeError('a bug');
    },
  });
  const { body } = await device.push([device.op('explode', {}), device.op('create-record', person1)]);
  expect(body.results).toMatchObject([{ status: 'rejected', code: 'internal' }, { status: 'applied' }]);
  expect(at.world.logged()).toContain('a bug');
  expect(storedOf({ dev: device.dev, n: 1 })).toMatchObject({ code: 'internal' });
});

test('[O6, L8] what a device may save is never refused for its form, whatever records it names', async () => {
  const named = uuidv5('nobody knows this place');
  expect(await device.result(device.op('post-consume', consume(2, `c:${named}`)))).toMatchObject({ status: 'applied' });
});

test('[R1, R2] a record is made at rev 1, and an id that exists is refused and not overwritten', async () => {
  const id = uuidv5('a person');
  await device.push([device.op('create-record', person('Ana', id)), device.op('create-record', person('Eve', id))]);
  expect(storedOf({ dev: device.dev, n: 2 })).toMatchObject({ status: 'rejected', code: 'record-exists', detail: id });
  expect(at.parts().get(`person ${id}`)).toEqual({ rev: 1, fieldRevs: {}, deletedAt: null, fields: { name: 'Ana' } });
});

test('[T3, T4] a server’s clock that jumps back never reorders a stream, and one that jumps ahead drags nobody along', async () => {
  const { clock } = at.world;
  const stamps: string[] = [];
  const post = async (one: TestDevice): Promise<string> => {
    const { eff } = await one.result(one.op('post-receive', receive(1)));
    stamps.push(eff);
    return eff;
  };
  const other = at.device('ben');
  const true0 = clock.now();
  clock.advance(7_200_000);
  const ahead = await post(device);
  expect(stampMs(ahead)).toBe(true0 + 7_200_000);
  clock.advance(-7_200_000);
  const back = [await post(device), await post(device)];
  expect([...back].sort()).toEqual(back);
  expect(back.every((eff) => eff > ahead)).toBe(true);
  expect(stampMs(await post(other))).toBe(true0);
  clock.advance(7_300_000);
  expect(stampMs(await post(device))).toBe(true0 + 7_300_000);
  const mine = at.rows(`SELECT eff FROM op WHERE dev = '${device.dev}' ORDER BY n`).map(({ eff }) => eff as string);
  expect([...mine].sort()).toEqual(mine);
});

test('[N4] an op that is sent again after a restore asks for the stamp it had, and is never given a later one for it', async () => {
  const op = device.op('post-receive', receive(1));
  const early = makeStamp(at.world.clock.now() - 5_000, 3);
  at.world.clock.advance(60_000);
  const { body } = await device.push([op], { again: [{ n: 1, eff: early }] });
  expect(body.results).toMatchObject([{ n: 1, eff: early }]);
  const next = device.op('post-receive', receive(1));
  const late = makeStamp(at.world.clock.now() + 90_000, 0);
  expect((await device.push([next], { again: [{ n: 2, eff: late }] })).body.results).toMatchObject([{ eff: next.hlc }]);
});
