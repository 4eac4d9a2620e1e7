import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { pageKey } from '@tidylab/sync/protocol/stored';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Engine } from './engine.ts';
import {
  cursorAt,
  Disk,
  FakeServer,
  type LockQueues,
  lot,
  opOf,
  portsOf,
  resultOf,
  rowOf,
  settled,
  shelf,
  startMs,
  type TestPorts,
  taking,
} from './testing/ports.testkit.ts';

let disk: Disk;
let server: FakeServer;
let queues: LockQueues;
const running: Engine[] = [];
beforeEach(() => {
  disk = new Disk();
  server = new FakeServer();
  queues = new Map();
});
afterEach(() => {
  for (const engine of running.splice(0)) engine.stop();
});

interface Tab {
  readonly engine: Engine;
  readonly ports: TestPorts;
}

/** A tab that is open and, when nobody else does, leads. */
async function openTab(): Promise<Tab> {
  const ports = portsOf(disk, server, queues);
  const engine = new Engine(ports);
  running.push(engine);
  await engine.open();
  void engine.lead();
  await settled();
  return { engine, ports };
}

const bucket = `${lot}@${shelf}`;
const balance = (qty: number) => ({
  kind: 'balance',
  key: bucket,
  value: { what: lot, place: shelf, qty, count: null },
});
const states = (): string[] => [...disk.rows.values()].map(({ state }) => state);
const acknowledged = (n: number, seq: number) =>
  rowOf(opOf(n), { state: 'acknowledged', sentAt: 1, result: resultOf(opOf(n), seq) });
const hold = (...rows: ReturnType<typeof rowOf>[]): void => {
  for (const row of rows) disk.rows.set(row.n, row);
};

test('[H1] hello comes before the first push or pull, once', async () => {
  hold(rowOf(opOf(1)));
  const { engine } = await openTab();
  expect(server.asked[0]?.path).toBe('/sync/v1/hello');
  engine.wake(true);
  await settled();
  expect(server.count('/hello')).toBe(1);
  expect([server.pushes().length, states()]).toEqual([1, ['acknowledged']]);
});

test.each(['epoch', 'unknown-device'])('[H1] after the surprise %s there is another hello', async (code) => {
  const { engine } = await openTab();
  server.instead = (path) => (path.includes('/pull') ? { status: 409, json: { code } } : undefined);
  engine.wake(true);
  await settled();
  server.instead = () => undefined;
  engine.wake(true);
  await settled();
  expect(server.count('/hello')).toBe(2);
});

test('[H2] when the server has less than it once acknowledged, the device sends from there again', async () => {
  hold(acknowledged(1, 41), acknowledged(2, 42), acknowledged(3, 43));
  server.push({ ops: [opOf(1)] } as never);
  await openTab();
  expect(server.pushes().map(({ ops }) => (ops as { n: number }[]).map(({ n }) => n))).toEqual([[2, 3]]);
  expect([...disk.rows.values()].map(({ state, result }) => [state, result?.seq])).toEqual([
    ['acknowledged', 41],
    ['acknowledged', 2],
    ['acknowledged', 3],
  ]);
});

test('[P6] a hello that names an op which is not ours ends the exchange: nothing is pushed, nothing is pulled', async () => {
  hold(acknowledged(1, 1), rowOf(opOf(2)));
  server.push({ ops: [opOf(1, { id: opOf(77).id })] } as never);
  const { engine } = await openTab();
  expect(engine.status()).toMatchObject({ problem: 'new-stream-needed', phase: 'attention' });
  engine.wake(true);
  await settled();
  expect([server.count('/push'), server.count('/pull')]).toEqual([0, 0]);
});

test('[P6] after a fork in a push nothing more is sent or applied, and the person is told until it is mended', async () => {
  const { engine, ports } = await openTab();
  server.push({ ops: [opOf(1, { id: opOf(77).id })] } as never);
  const pulled = server.count('/pull');
  await engine.record('ana', taking(1));
  await settled();
  expect(server.count('/push')).toBe(1);
  for (let round = 0; round < 3; round++) {
    ports.timers.firePauses();
    engine.wake(true);
    await settled();
  }
  expect([server.count('/push'), server.count('/pull')]).toEqual([1, pulled]);
  expect(engine.status()).toMatchObject({ problem: 'new-stream-needed', phase: 'attention' });
});

test('[P6] a page that acknowledges an op which this device does not hold is not applied', async () => {
  server.add([balance(5)], { dev: 'dev', n: 1, op: opOf(77).id });
  const { engine } = await openTab();
  expect(engine.replica.balance(bucket)).toBeUndefined();
  expect(disk.segments.size).toBe(0);
  expect(engine.status().problem).toBe('new-stream-needed');
});

test('[E1] a push that fails does not keep a pull from coming through', async () => {
  server.instead = (path) => (path.includes('/push') ? { status: 503, json: { code: 'busy' } } : undefined);
  server.add([balance(5)]);
  hold(rowOf(opOf(1)));
  const { engine, ports } = await openTab();
  expect(engine.replica.baseBalance(bucket)).toMatchObject({ qty: 5 });
  server.add([balance(6)]);
  engine.wake();
  await settled();
  expect(engine.replica.baseBalance(bucket)).toMatchObject({ qty: 6 });
  expect(server.count('/push')).toBe(1);
  server.instead = () => undefined;
  ports.timers.firePauses();
  await settled();
  expect(states()).toEqual(['acknowledged']);
});

test('[E1] a pull that never answers does not keep a push from coming through', async () => {
  server.instead = (path) => (path.includes('/pull') ? ('offline' as const) : undefined);
  const { engine } = await openTab();
  await engine.record('ana', taking(1));
  await settled();
  expect(states()).toEqual(['acknowledged']);
});

test('[E2] one tab exchanges, the other follows what is stored and takes over when it is alone', async () => {
  const first = await openTab();
  const second = await openTab();
  expect([first.engine.leads, second.engine.leads]).toEqual([true, false]);
  server.add([balance(5)]);
  await second.engine.record('ana', taking(2));
  first.engine.wake(true);
  await settled();
  expect(states()).toEqual(['acknowledged']);
  expect(second.engine.replica.baseBalance(bucket)).toMatchObject({ qty: 5 });
  expect(second.engine.replica.cursor).toBe(first.engine.replica.cursor);
  expect(second.ports.timers.waiting.length).toBeLessThan(2);
  first.engine.stop();
  await settled();
  expect(second.engine.leads).toBe(true);
  await second.engine.record('ana', taking(1));
  await settled();
  expect(states()).toEqual(['acknowledged', 'acknowledged']);
});

test('[E2] two tabs that lead at once, as after a lock was lost, apply the same pages and send nothing twice', async () => {
  hold(rowOf(opOf(1)));
  server.add([balance(5)]);
  const first = await openTab();
  queues.clear();
  const second = await openTab();
  expect([first.engine.leads, second.engine.leads]).toEqual([true, true]);
  server.add([balance(6)]);
  for (const { engine } of [first, second]) engine.wake(true);
  await settled();
  for (const { engine } of [first, second]) {
    expect(engine.replica.balance(bucket)?.qty).toBe(6);
    expect(engine.replica.cursor).toBe(cursorAt(server.feed.length));
  }
  expect(server.results.size).toBe(1);
});

test('[S4] a page that another tab stored first is applied as that tab stored it', async () => {
  const { engine } = await openTab();
  server.add([balance(5)]);
  const theirs = {
    ...server.page(cursorAt(0)),
    rows: [{ ...(server.feed[0] as (typeof server.feed)[0]), parts: [balance(9)] }],
  };
  const key = pageKey('epoch', 'scope', cursorAt(0));
  server.instead = (path) => {
    if (!path.includes('/pull')) return undefined;
    disk.segments.set(key, {
      key,
      fmt: 1,
      type: 'page',
      lab: 'lab',
      epoch: 'epoch',
      scopeId: 'scope',
      since: theirs.since,
      next: theirs.next,
      payload: { alg: 'none', kid: '', data: JSON.stringify(theirs) },
    });
    server.instead = () => undefined;
    return undefined;
  };
  engine.wake(true);
  await settled();
  expect(engine.replica.balance(bucket)?.qty).toBe(9);
});

test('[E3] a push that is too large is halved until it goes through, and grows again afterwards', async () => {
  hold(...Array.from({ length: 7 }, (_, at) => rowOf(opOf(at + 1))));
  server.instead = (path, body) =>
    path.includes('/push') && (body as { ops: unknown[] }).ops.length > 2
      ? { status: 413, json: { code: 'too-large' } }
      : undefined;
  await openTab();
  expect(states()).toEqual(Array.from({ length: 7 }, () => 'acknowledged'));
  const sizes = server.pushes().map(({ ops }) => ops.length);
  expect(sizes.slice(0, 3)).toEqual([7, 4, 2]);
});

test('[E3, E5] an op that is too large on its own is not tried in a circle', async () => {
  hold(rowOf(opOf(1)));
  server.instead = (path) => (path.includes('/push') ? { status: 413, json: { code: 'too-large' } } : undefined);
  const { engine } = await openTab();
  expect(server.count('/push')).toBeLessThan(10);
  const tried = server.count('/push');
  engine.wake();
  await settled();
  expect(server.count('/push')).toBe(tried);
});

test.each([
  ['a gap at an n that was just sent', { gap: { expected: 1 }, results: [] }],
  ['no result at all', { results: [] }],
])('[E5] a server that answers %s again and again is not asked in a circle', async (_, over) => {
  hold(rowOf(opOf(1)));
  server.instead = (path) =>
    path.includes('/push') ? { status: 200, json: { ...server.push({ ops: [] } as never), ...over } } : undefined;
  await openTab();
  expect(server.count('/push')).toBeLessThan(4);
});

test('[E5, F4] a page that does not lead on is not stored and not asked for in a circle', async () => {
  const { engine } = await openTab();
  server.add([balance(5)]);
  server.instead = (path) =>
    path.includes('/pull')
      ? { status: 200, json: { ...server.page(cursorAt(0)), next: cursorAt(0), more: true } }
      : undefined;
  const asked = server.count('/pull');
  engine.wake(true);
  await settled();
  expect(server.count('/pull') - asked).toBeLessThan(4);
  expect(disk.segments.size).toBe(0);
  expect(engine.replica.balance(bucket)).toBeUndefined();
});

test.each([
  ['lab', 'other', 'not-our-server'],
  ['epoch', 'other', 'epoch'],
  ['scopeId', 'other', 'epoch'],
  ['since', cursorAt(9), 'not-our-server'],
])('[F4] a page with another %s than the base is not applied', async (member, value, problem) => {
  const { engine } = await openTab();
  server.add([balance(5)]);
  server.instead = (path) =>
    path.includes('/pull') ? { status: 200, json: { ...server.page(cursorAt(0)), [member]: value } } : undefined;
  engine.wake(true);
  await settled();
  expect(engine.replica.cursor).toBe(cursorAt(0));
  expect(engine.status().problem).toBe(problem);
});

test('[F4] many pages are followed to the head, and read again from the disk by the next start', async () => {
  for (let qty = 1; qty <= 9; qty++) server.add([balance(qty)]);
  server.pageMax = 2;
  const { engine } = await openTab();
  expect([engine.replica.cursor, engine.replica.balance(bucket)?.qty, disk.segments.size]).toEqual([cursorAt(9), 9, 5]);
  engine.stop();
  server.instead = () => 'offline';
  const later = await openTab();
  expect([later.engine.replica.cursor, later.engine.replica.balance(bucket)?.qty]).toEqual([cursorAt(9), 9]);
  expect(later.engine.status()).toMatchObject({ hasData: true, problem: 'network' });
});

test('[P8] a parked op that was decided is asked for again, and its result is replaced', async () => {
  hold(rowOf(opOf(1)));
  const parked = resultOf(opOf(1), 1, { status: 'parked', code: 'no-grant' });
  server.results.set(1, parked);
  server.add([], { op: opOf(1).id, dev: 'dev', n: 1 });
  const open = { value: [1] };
  server.instead = (path) =>
    path.includes('/pull')
      ? {
          status: 200,
          json: { ...server.page(new URL(path, 'http://x').searchParams.get('since') ?? ''), open: open.value },
        }
      : undefined;
  const { engine } = await openTab();
  expect(engine.status()).toMatchObject({ parked: 1, phase: 'locked', unsent: 0 });
  expect(engine.replica.overlaid).toHaveLength(1);
  server.results.set(1, resultOf(opOf(1), 2));
  server.add([balance(-1)], { op: opOf(1).id, dev: 'dev', n: 1, decides: opOf(1).id });
  open.value = [];
  engine.wake(true);
  await settled();
  expect(disk.rows.get('0000000000000001')).toMatchObject({
    state: 'acknowledged',
    result: { status: 'applied', seq: 2 },
  });
  expect(engine.status()).toMatchObject({ parked: 0, phase: 'synced' });
  expect(engine.replica.overlaid).toHaveLength(0);
});

test('[T2] what the device does next is above what it has seen, as far as that is not five minutes ahead', async () => {
  server.add([balance(1)], { eff: makeStamp(startMs + 200_000, 7) });
  const { engine } = await openTab();
  const near = await engine.record('ana', taking(1));
  expect(near.ok && near.value.hlc).toBe(makeStamp(startMs + 200_000, 8));
  server.add([balance(2)], { eff: makeStamp(startMs + 400 * 86_400_000, 0) });
  engine.wake(true);
  await settled();
  const far = await engine.record('ana', taking(1));
  expect(far.ok && far.value.hlc <= makeStamp(startMs + 300_000, 9)).toBe(true);
});

test('[O7] a disk without room is told, keeps the lead alive, and sends when there is room again', async () => {
  const { engine, ports } = await openTab();
  disk.broken = 'storage-full';
  expect(await engine.record('ana', taking(1))).toMatchObject({ ok: false, code: 'storage-full' });
  engine.wake(true);
  await settled();
  disk.broken = null;
  expect(await engine.record('ana', taking(1))).toMatchObject({ ok: true });
  ports.timers.firePauses();
  await settled();
  expect(states()).toEqual(['acknowledged']);
});

test('a lab of another server is not ours: nothing is sent to it', async () => {
  hold(rowOf(opOf(1)));
  server.instead = (path) =>
    path.includes('/hello') ? { status: 200, json: { ...server.hello(), lab: 'another' } } : undefined;
  const { engine } = await openTab();
  expect(engine.status()).toMatchObject({ problem: 'not-our-server', unsent: 1 });
  expect(server.pushes()).toEqual([]);
});

test('the status tells how much waits, since when, and when the server was last heard', async () => {
  server.instead = () => 'offline';
  const { engine, ports } = await openTab();
  const heard: string[] = [];
  engine.onStatus(() => heard.push(engine.status().phase));
  await engine.record('ana', taking(1));
  await settled();
  expect(engine.status()).toMatchObject({
    phase: 'offline',
    unsent: 1,
    unsentByType: { 'post-consume': 1 },
    oldestUnsentMs: startMs,
    contactMs: null,
    offlineSinceMs: startMs,
    problem: 'network',
  });
  server.instead = () => undefined;
  ports.time.nowMs += 90_000;
  engine.wake(true);
  await settled();
  expect(engine.status()).toMatchObject({
    phase: 'synced',
    unsent: 0,
    contactMs: startMs + 90_000,
    offlineSinceMs: null,
    problem: null,
  });
  expect(heard).toContain('synced');
});
