import { afterEach, beforeEach, expect, test } from 'vitest';
import { limits } from '@tidylab/sync/protocol/version';
import { feedStart } from '@tidylab/sync/protocol/cursor';
import { helloReplySchema, pageSchema, pushReplySchema } from '@tidylab/sync/protocol/messages';
import { bucket, consume, receive } from './testing/bodies.testkit.ts';
import { dayMs, TestLab, type TestDevice } from './testing/sync-lab.testkit.ts';

let at: TestLab;
let device: TestDevice;
beforeEach(() => {
  at = new TestLab();
  device = at.device();
});
afterEach(() => at.close());

const wrote = (): number => at.lab.decide.log.head().seq;
const filled = async (ops: number): Promise<void> => {
  await device.push(Array.from({ length: ops }, () => device.op('post-receive', receive(1))));
};

test('[H1] hello tells the time, the epochs, the last op, the grants, the scope, the head and the floor', async () => {
  const first = await device.hello();
  expect(first.body).toMatchObject({
    lab: at.world.labId,
    time: at.world.clock.now(),
    device: null,
    head: feedStart,
    floor: 0,
  });
  const op = device.op('post-receive', receive(1));
  await device.push([op]);
  const { status, body } = await device.hello();
  expect(status).toBe(200);
  expect(helloReplySchema.parse(body)).toEqual(body);
  expect(body.device).toEqual({ n: 1, op: op.id });
  expect(body.grants).toEqual([{ user: 'ana', until: at.world.clock.now() + 30 * dayMs }]);
  expect(body.epochs).toEqual([{ id: device.epoch, forkSeq: 0 }]);
  expect(body.head.startsWith('1.')).toBe(true);
  expect(body.upgradeRequired).toBe(false);
  expect((await device.hello({ proto: 0 })).body.upgradeRequired).toBe(true);
});

test('[W1] hello, push, pull and live ask for the device’s own cookie and for nothing else', async () => {
  for (const [path, body] of [
    ['/hello', {}],
    ['/push', {}],
    ['/pull?since=x', undefined],
    ['/live', undefined],
  ] as const) {
    expect(await device.ask(path, body, { Cookie: '' })).toMatchObject({
      status: 401,
      body: { code: 'unknown-device' },
    });
    const stranger = `__Host-tl-device=${at.world.labId}.${'A'.repeat(43)}`;
    expect(await device.ask(path, body, { Cookie: stranger })).toMatchObject({ status: 401 });
  }
  await device.push([device.op('post-receive', receive(1))]);
  expect(wrote()).toBe(1);
});

test('[W1] the cookie of one lab never reads or writes another lab', async () => {
  const other = new TestLab({ ...at.world, labId: '01900000-0000-7000-8000-000000000001' });
  const theirs = other.device('ana');
  expect(
    await theirs.ask('/pull?since=' + feedStart, undefined, { Cookie: theirs.cookie(at.world.labId) }),
  ).toMatchObject({ status: 401 });
  expect(await theirs.ask('/pull?since=' + feedStart, undefined, { Cookie: device.cookie() })).toMatchObject({
    status: 200,
    body: { lab: at.world.labId, rows: [] },
  });
  await theirs.push([theirs.op('post-receive', receive(7))]);
  expect(wrote()).toBe(0);
  expect((await device.pull(feedStart)).body.rows).toEqual([]);
  other.labs.close();
});

test('[P9] what is not a message is refused whole, and nothing is written', async () => {
  const op = device.op('post-receive', receive(1));
  const other = at.device('ben');
  const cases: [Promise<{ status: number; body: { code?: string } }>, number, string][] = [
    [device.ask('/push', '<html>Sign in to the guest network</html>'), 400, 'malformed'],
    [device.ask('/push', 'null'), 400, 'malformed'],
    [device.ask('/hello', '{"proto":'), 400, 'malformed'],
    [device.push([op], { headSeen: 'x' }), 400, 'malformed'],
    [device.push([op, 'not an op']), 400, 'malformed'],
    [device.push([op, { id: 'x', dev: device.dev, n: 1.5 }]), 400, 'malformed'],
    [device.push([op], { dev: other.dev }), 403, 'wrong-device'],
    [device.push([op, other.op('post-receive', receive(1))]), 403, 'wrong-device'],
    [device.hello({ dev: other.dev }), 403, 'wrong-device'],
    [device.push(Array.from({ length: limits.pushOpsMax + 1 }, (_, i) => ({ ...op, n: i + 1 }))), 413, 'too-many-ops'],
    [device.push([{ ...op, body: { note: 'x'.repeat(limits.pushBytesMax) } }]), 413, 'too-large'],
    [device.ask('/pull?since=yesterday'), 400, 'malformed'],
    [device.ask(`/pull?since=${feedStart}&limit=0`), 400, 'malformed'],
  ];
  for (const [answer, status, code] of cases) expect(await answer).toMatchObject({ status, body: { code } });
  expect(wrote()).toBe(0);
  expect(at.lab.decide.log.device(device.dev)?.n).toBe(0);
});

test('[P9] an answer of ours parses and names the lab, the device, the epoch and the op', async () => {
  const op = device.op('post-receive', receive(1));
  const { status, body } = await device.push([op]);
  expect(status).toBe(200);
  expect(pushReplySchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    lab: at.world.labId,
    dev: device.dev,
    epoch: device.epoch,
    results: [{ id: op.id, n: 1 }],
  });
});

test('[F3] a cursor that is not of this feed is answered with epoch, before any op', async () => {
  await filled(2);
  const { body } = await device.pull();
  const op = device.op('post-receive', receive(1));
  const foreign = `2.${'f'.repeat(16)}`;
  const beyond = body.next.replace(/^2/, '9');
  for (const headSeen of [foreign, beyond]) {
    expect(await device.push([op], { headSeen })).toMatchObject({
      status: 409,
      body: { code: 'epoch', detail: device.epoch },
    });
    expect(await device.ask(`/pull?since=${headSeen}`)).toMatchObject({ status: 409, body: { code: 'epoch' } });
  }
  expect(await device.push([op], { epoch: 'another epoch' })).toMatchObject({ status: 409, body: { code: 'epoch' } });
  expect(wrote()).toBe(2);
  expect(await device.push([op])).toMatchObject({ status: 200 });
});

test('[F5] a page ends between seqs, whatever its limit, and the next one continues it', async () => {
  await filled(7);
  const seen: number[] = [];
  for (let more = true; more; ) {
    const since = device.cursor;
    const { body } = await device.pull(since, 3);
    expect(pageSchema.parse(body)).toEqual(body);
    expect(body.since).toBe(since);
    seen.push(...body.rows.map(({ seq }) => seq));
    expect(Number(body.next.split('.')[0])).toBe(seen.at(-1));
    more = body.more;
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const { body } = await device.pull();
  expect(body).toMatchObject({ rows: [], more: false, since: device.cursor, next: device.cursor });
});

test('[F5] rows larger than a page should be come whole, one at least', async () => {
  const note = 'x'.repeat(60_000);
  await device.push(
    [1, 2, 3, 4, 5, 6].map(() => device.op('post-receive', { ...receive(1), note: note.slice(0, 2_000) })),
  );
  const sizes = at.lab.decide.log.rowsAfter(0, 500, 5_000).map(({ row }) => row.length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(5_000);
  expect(at.lab.decide.log.rowsAfter(0, 500, 1)).toHaveLength(1);
});

test('[F6] a page tells the stream’s highest n at its end, and which of its ops are still parked there', async () => {
  const other = at.device('ben');
  await filled(1);
  await other.push([other.op('post-receive', receive(1))]);
  const parked = device.op('post-consume', consume(1), { user: 'carl' });
  await device.push([parked, device.op('post-consume', consume(1))]);
  const page = async (limit: number) => (await device.pull(feedStart, limit)).body;
  expect(await page(1)).toMatchObject({ ackN: { dev: device.dev, n: 1 }, open: [] });
  expect(await page(2)).toMatchObject({ ackN: { n: 1 }, open: [] });
  expect(await page(3)).toMatchObject({ ackN: { n: 2, op: parked.id }, open: [2] });
  expect(await page(4)).toMatchObject({ ackN: { n: 3 }, open: [2] });
  at.world.roles.set('carl', 'user');
  device.signIn('carl');
  expect(await page(4)).toMatchObject({ ackN: { n: 3 }, open: [2] });
  expect(await page(5)).toMatchObject({ ackN: { n: 3 }, open: [] });
  expect((await other.pull(feedStart, 1)).body).toMatchObject({ ackN: null, open: [] });
});

test('[F1] a row holds everything the op changed, each thing whole', async () => {
  const op = device.op('post-receive', { ...receive(5), note: 'n' });
  await device.push([op]);
  const [row] = (await device.pull()).body.rows;
  expect(row).toMatchObject({ seq: 1, op: op.id, dev: device.dev, n: 1 });
  expect(row?.parts.map(({ kind, key }) => [kind, key])).toEqual([
    ['posting', op.id],
    ['balance', bucket],
  ]);
  expect(row?.parts[0]?.value).toMatchObject({ id: op.id, kind: 'receive', note: 'n', voidedBy: null });
});

test('[F9] live says only the head: at once, and after each commit', async () => {
  const live = await at.app.request('/live', { headers: { Cookie: device.cookie() } });
  expect(live.headers.get('Content-Type')).toBe('text/event-stream');
  expect(live.headers.get('X-Accel-Buffering')).toBe('no');
  const reader = live.body?.getReader();
  if (!reader) throw new Error('live has no body');
  const next = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toBe('retry: 3000\ndata: 0\n\n');
  await filled(1);
  expect(await next()).toBe('data: 1\n\n');
  device.signIn();
  expect(await next()).toBe('data: 1\n\n');
  await reader.cancel();
  await filled(1);
  expect(wrote()).toBe(2);
});

test('answers are kept by nobody', async () => {
  const response = await at.app.request(`/pull?since=${feedStart}`, { headers: { Cookie: device.cookie() } });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});
