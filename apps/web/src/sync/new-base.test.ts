/** How a base comes anew: by snapshot, by fold, after a restore of the server. */
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { lineOf, pageKey } from '@tidylab/sync/protocol/stored';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BaseKeeper } from './base-keeper.ts';
import { breathing } from './breath.ts';
import { Engine } from './engine.ts';
import type { EngineLimits } from './ensure-base.ts';
import { readBase } from './read-base.ts';
import {
  cursorAt,
  Disk,
  FakeServer,
  FakeTimers,
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

const limits: EngineLimits = { behindRowsMax: 4, foldPagesMax: 3, chunkRows: 2 };
const bucket = `${lot}@${shelf}`;
const balance = (qty: number) => ({
  kind: 'balance',
  key: bucket,
  value: { what: lot, place: shelf, qty, count: null },
});
const person = (id: string) => ({ kind: 'person', key: id, value: { rev: 1, fieldRevs: {}, fields: { name: id } } });

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

async function openTab(over: Partial<TestPorts> = {}): Promise<{ engine: Engine; ports: TestPorts }> {
  const ports = { ...portsOf(disk, server, queues), ...over };
  const engine = new Engine(ports, limits);
  running.push(engine);
  await engine.open();
  void engine.lead();
  for (let turn = 0; turn < 8; turn++) await settled();
  return { engine, ports };
}
const go = async ({ engine, ports }: { engine: Engine; ports: TestPorts }): Promise<void> => {
  ports.timers.firePauses();
  engine.wake(true);
  for (let turn = 0; turn < 8; turn++) await settled();
};
const names = (engine: Engine): string[] => [...engine.replica.records('person').keys()].sort();
const fill = (count: number, from = 0): void => {
  for (let i = from; i < from + count; i++) server.add([person(`p${i}`), balance(i)]);
};
const chunkRequests = (): number => server.asked.filter(({ path }) => path.includes('/snapshot/')).length;

test('[F12] a new device takes pages as long as they are few, and a snapshot when they are many', async () => {
  fill(4);
  const few = await openTab();
  expect([server.count('/snapshot'), few.engine.replica.position.seq]).toEqual([0, 4]);
  few.engine.stop();
  disk = new Disk();
  fill(1, 4);
  server.add([{ kind: 'unheard of', key: 'k', value: { kept: [1] } }]);
  const { engine } = await openTab();
  expect(engine.replica.position).toMatchObject({ seq: 6, line: 'epoch' });
  expect(server.asked.filter(({ path }) => path.includes('/pull')).map(({ path }) => path)).toHaveLength(2);
  expect(names(engine)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
  expect(engine.replica.baseBalance(bucket)?.qty).toBe(4);
  expect(engine.replica.all('unheard of').get('k')).toEqual({ kept: [1] });
  expect(engine.status()).toMatchObject({ hasData: true, phase: 'synced' });
  expect(disk.manifest).toMatchObject({ gen: 1, start: cursorAt(6), windowSeq: 0 });
});

test('[F12] records can be found while a first snapshot arrives; stock is shown, and data is there, when it is whole', async () => {
  fill(6);
  server.instead = (path) =>
    path.includes('/snapshot/') && chunkRequests() > 3 ? { status: 502, json: undefined } : undefined;
  const { engine, ports } = await openTab();
  expect(names(engine).length).toBeGreaterThan(0);
  expect(engine.replica.baseBalance(bucket)).toBeUndefined();
  expect(engine.status()).toMatchObject({ hasData: false });
  expect(disk.manifest).toBeNull();
  server.instead = () => undefined;
  await go({ engine, ports });
  expect(engine.replica.baseBalance(bucket)?.qty).toBe(5);
  expect(engine.status().hasData).toBe(true);
});

test('[F12] what a tab that died had stored of a snapshot is not fetched again', async () => {
  fill(6);
  const all = server.snapshot().chunks.length;
  server.instead = (path) => (path.includes('/snapshot/') && chunkRequests() > 2 ? 'offline' : undefined);
  const { engine } = await openTab();
  engine.stop();
  expect(disk.segments.size).toBe(2);
  server.instead = () => undefined;
  server.asked.length = 0;
  const { engine: next } = await openTab();
  expect(chunkRequests()).toBe(all - 2);
  expect(next.replica.position.seq).toBe(6);
});

test.each([
  ['another text', { status: 200, json: undefined, text: 'something else' }],
  ['a portal’s page', { status: 200, json: undefined }],
  ['no chunk any more', { status: 404, json: { code: 'snapshot-gone' } }],
])('[F12] a chunk is what its name says or it is not stored: %s', async (_, reply) => {
  fill(6);
  server.instead = (path) => (path.includes('/snapshot/') ? reply : undefined);
  const { engine, ports } = await openTab();
  expect([disk.segments.size, disk.manifest, engine.replica.position.seq]).toEqual([0, null, 0]);
  server.instead = () => undefined;
  await go({ engine, ports });
  expect(engine.replica.position.seq).toBe(6);
});

test('[F12] a device that is far behind takes a snapshot beside its base, and the segments of the old one go', async () => {
  fill(3);
  const { engine } = await openTab();
  engine.stop();
  fill(9, 3);
  const later = await openTab();
  expect(server.count('/snapshot')).toBeGreaterThan(0);
  expect([later.engine.replica.position.seq, names(later.engine).length]).toEqual([12, 12]);
  expect(disk.manifest?.gen).toBe(2);
  expect([...disk.segments.keys()].sort()).toEqual([...(disk.manifest?.chunks ?? [])].sort());
});

test('[F11] a device below the floor takes a snapshot, whatever it is behind', async () => {
  fill(2);
  const tab = await openTab();
  fill(2, 2);
  server.floor = 4;
  await go(tab);
  await go(tab);
  expect(tab.engine.replica.position.seq).toBe(4);
  expect(server.count('/snapshot')).toBeGreaterThan(0);
});

test('[S7] many pages become chunks when nothing else is to do; what is shown does not change', async () => {
  server.pageMax = 1;
  server.add([{ kind: 'unheard of', key: 'k', value: { deep: [null, 'ü'] } }]);
  const tab = await openTab();
  await tab.engine.record('ana', taking(1));
  await go(tab);
  fill(4, 1);
  await go(tab);
  await go(tab);
  expect(disk.manifest?.chunks.length).toBeGreaterThan(2);
  expect(disk.manifest).toMatchObject({ ackN: { n: 1 } });
  expect([...disk.segments.values()].filter(({ type }) => type === 'page').length).toBeLessThanOrEqual(1);
  const shown = (engine: Engine): unknown =>
    ['person', 'balance', 'unheard of'].map((kind) => [...engine.replica.all(kind)].sort());
  const { engine } = await openTab();
  expect(shown(engine)).toEqual(shown(tab.engine));
  expect(engine.replica.position.seq).toBe(6);
  expect(engine.replica.all('unheard of').get('k')).toEqual({ deep: [null, 'ü'] });
});

test('[S7] a fold that dies at any write leaves a base that can be read', async () => {
  server.pageMax = 1;
  fill(4);
  const chunksAtDeath: number[] = [];
  for (let dieAt = 1; dieAt < 12; dieAt++) {
    disk = new Disk();
    let writes = 0;
    const ports = portsOf(disk, server, new Map());
    const dying =
      <A extends unknown[], T>(write: (...args: A) => Promise<T>) =>
      (...args: A) =>
        disk.manifest && seen() === 4 && ++writes >= dieAt ? new Promise<T>(() => undefined) : write(...args);
    const base = {
      ...ports.base,
      insertSegment: dying(ports.base.insertSegment),
      putManifest: dying(ports.base.putManifest),
      deleteSegments: dying(ports.base.deleteSegments),
    };
    const { engine } = await openTab({ base });
    engine.stop();
    chunksAtDeath.push(disk.manifest?.chunks.length ?? -1);
    queues = new Map();
    function seen(): number {
      return running.at(-1)?.replica.position.seq ?? 0;
    }
    const { engine: next } = await openTab();
    expect([next.replica.position.seq, names(next).length, next.replica.baseBalance(bucket)?.qty]).toEqual([4, 4, 3]);
    next.stop();
    queues = new Map();
  }
  expect([chunksAtDeath[0], (chunksAtDeath.at(-1) ?? 0) > 0]).toEqual([0, true]);
});

test('[S8] a tab that is behind a fold reads the base again, and one that is not goes on', async () => {
  server.pageMax = 1;
  fill(2);
  const ports = portsOf(disk, server, queues);
  const leader = await openTab();
  const behind = new Engine({ ...ports, base: { ...ports.base, onChange: () => () => undefined } }, limits);
  running.push(behind);
  await behind.open();
  expect(behind.replica.position.seq).toBe(2);
  fill(3, 2);
  await go(leader);
  expect(disk.manifest?.chunks.length).toBeGreaterThan(0);
  expect(disk.segments.has(pageKey('epoch', 'scope', cursorAt(2)))).toBe(false);
  behind.wake();
  await settled();
  expect([behind.replica.position.seq, names(behind).length]).toEqual([5, 5]);
});

test('[S6] a base whose chunk is lost is taken anew by snapshot', async () => {
  fill(6);
  const { engine } = await openTab();
  engine.stop();
  const [lost = ''] = disk.manifest?.chunks ?? [];
  disk.segments.delete(lost);
  const { engine: next } = await openTab();
  expect([next.replica.position.seq, names(next).length]).toEqual([6, 6]);
  expect(disk.manifest?.gen).toBe(2);
  expect(disk.segments.has(lost)).toBe(true);
});

test('[S6] reading gives the screen its turn when a slice is used up', async () => {
  fill(6);
  const { engine, ports } = await openTab();
  engine.stop();
  const manifest = disk.manifest;
  if (!manifest) throw new Error('there is no base');
  const timers = new FakeTimers();
  const clock = { now: () => 0, monotonic: () => (ports.time.monotonicMs += 30) };
  const reading = readBase(ports.base, manifest, breathing({ clock, timers }));
  let pauses = 0;
  for (let turn = 0; turn < 40; turn++) {
    await settled();
    if (timers.waiting.length > 0) pauses++;
    timers.firePauses();
  }
  expect(pauses).toBeGreaterThan(1);
  const read = await reading;
  expect([read?.draft.position.seq, read?.pages, lineOf(manifest)]).toEqual([6, 0, 'epoch']);
});

/** The server is put back to `seq`, with a new epoch unless it was copied. */
function restore(seq: number, epoch: string | null): void {
  server.feed.length = seq;
  for (const [n, result] of server.results) if (result.seq > seq) server.results.delete(n);
  server.chainMark = 'f';
  if (epoch !== null) server.epochs = [...server.epochs, { id: epoch, forkSeq: seq }];
}

test('[N1, N3] after a restore the ops above the fork go again in the order of n, and the view never shows less', async () => {
  fill(1);
  const tab = await openTab();
  for (const qty of [1, 2, 3]) await tab.engine.record('ana', taking(qty));
  await go(tab);
  expect(server.results.size).toBe(3);
  const before = [...disk.rows.values()].map(({ result }) => result?.eff);
  restore(2, 'second');
  const shown: number[] = [];
  tab.engine.replica.subscribe(() => void shown.push(tab.engine.replica.all('posting').size));
  server.asked.length = 0;
  await go(tab);
  await go(tab);
  const sent = server.pushes().flatMap(({ ops }) => (ops as { n: number }[]).map(({ n }) => n));
  expect([...new Set(sent)]).toEqual([2, 3]);
  expect(server.pushes().every(({ epoch }) => epoch === 'second')).toBe(true);
  expect([...disk.rows.values()].map(({ state, result }) => [state, result?.epoch])).toEqual([
    ['acknowledged', 'epoch'],
    ['acknowledged', 'second'],
    ['acknowledged', 'second'],
  ]);
  expect(server.pushes()[0]?.again?.map(({ eff }) => eff)).toEqual(before.slice(1));
  expect(tab.engine.replica.position).toMatchObject({ line: 'second', seq: 4 });
  expect(disk.manifest).toMatchObject({ epoch: 'second' });
  expect([...disk.segments.keys()].every((key) => key.startsWith('second:'))).toBe(true);
  const stillOwn = (n: number): boolean => tab.engine.replica.own.some(({ op }) => op.n === n);
  expect([1, 2, 3].every(stillOwn)).toBe(true);
});

test('[N2] a result of another epoch covers nothing: an own op is shown until the new base holds it', async () => {
  const old = (n: number, seq: number) =>
    rowOf(opOf(n), { state: 'acknowledged', sentAt: 1, result: { ...resultOf(opOf(n), seq), epoch: 'epoch' } });
  for (const row of [old(1, 1), old(2, 2)]) disk.rows.set(row.n, row);
  server.epochs = [
    { id: 'epoch', forkSeq: 0 },
    { id: 'second', forkSeq: 0 },
  ];
  fill(9);
  server.instead = (path) => (path.includes('/push') ? 'offline' : undefined);
  const { engine } = await openTab();
  expect(engine.replica.position).toMatchObject({ seq: 9, line: 'second' });
  expect(engine.replica.overlaid.map(({ op }) => op.n)).toEqual([1, 2]);
  expect(engine.replica.balance(bucket)?.qty).toBe(8 - 2);
});

test('[N3] while the new base cannot be fetched the old one is shown, and ops are sent all the same', async () => {
  fill(3);
  const tab = await openTab();
  restore(1, 'second');
  server.instead = (path) => (path.includes('/snapshot') ? 'offline' : undefined);
  await tab.engine.record('ana', taking(1));
  await go(tab);
  await go(tab);
  expect(server.results.get(1)).toMatchObject({ seq: 2 });
  expect(tab.engine.replica.position).toMatchObject({ seq: 3, line: 'epoch' });
  expect(tab.engine.replica.overlaid.map(({ op }) => op.n)).toEqual([1]);
  expect(tab.engine.replica.balance(bucket)?.qty).toBe(1);
  server.instead = () => undefined;
  await go(tab);
  expect(tab.engine.replica.position).toMatchObject({ seq: 2, line: 'second' });
});

test('[N1] a restore is noticed by a pull too, when the device had not read beyond the fork', async () => {
  fill(2);
  const tab = await openTab();
  restore(2, 'second');
  fill(2, 2);
  server.instead = (path) => (path.includes('/push') ? 'offline' : undefined);
  await go(tab);
  await go(tab);
  expect(tab.engine.replica.position).toMatchObject({ seq: 4, line: 'second' });
});

test('[N5] a copied server that goes on under the same epoch is noticed by its chain, and the base comes anew', async () => {
  fill(3);
  const tab = await openTab();
  await tab.engine.record('ana', taking(1));
  await go(tab);
  restore(3, null);
  server.epochs = [{ id: 'epoch', forkSeq: 3 }];
  fill(3, 3);
  for (let round = 0; round < 6; round++) await go(tab);
  expect(names(tab.engine)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
  expect(server.results.get(1)).toMatchObject({ status: 'applied' });
  expect(disk.manifest?.epoch).toBe('epoch');
  expect(disk.manifest?.line).not.toBeUndefined();
  expect(tab.engine.status().problem).toBeNull();
  const { engine } = await openTab();
  expect(names(engine)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
});

test('[T2] what is recorded after a snapshot comes after the postings in it', async () => {
  const eff = makeStamp(startMs + 200_000, 5);
  for (let i = 0; i < 6; i++) {
    server.add([{ kind: 'posting', key: `q${i}`, value: { id: `q${i}`, entries: [], eff, voidedBy: null } }], { eff });
  }
  const tab = await openTab();
  const saved = await tab.engine.record('ana', taking(1));
  expect(saved.ok && saved.value.hlc > eff).toBe(true);
});

test('[S8] only what the manifest in force does not need is deleted', async () => {
  fill(6);
  const { engine, ports } = await openTab();
  engine.stop();
  const needed = [...(disk.manifest?.chunks ?? [])];
  const page = (line: string, seq: number): void => {
    const [any] = [...disk.segments.values()];
    if (any)
      disk.segments.set(pageKey(line, 'scope', cursorAt(seq)), { ...any, key: pageKey(line, 'scope', cursorAt(seq)) });
  };
  for (const [line, seq] of [
    ['epoch', 5],
    ['epoch', 6],
    ['epoch', 9],
    ['older', 9],
  ] as const)
    page(line, seq);
  disk.segments.set('epoch:scope:left over', { ...([...disk.segments.values()][0] as never as object) } as never);
  const keeper = new BaseKeeper(ports, engine.replica, { arrived: () => undefined, stopped: () => false });
  await keeper.sweep();
  expect([...disk.segments.keys()].sort()).toEqual(
    [...needed, pageKey('epoch', 'scope', cursorAt(6)), pageKey('epoch', 'scope', cursorAt(9))].sort(),
  );
});
