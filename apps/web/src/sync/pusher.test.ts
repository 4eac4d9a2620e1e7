import type { OutboxRow } from '@tidylab/sync/protocol/stored';
import { beforeEach, expect, test } from 'vitest';
import { OwnOps } from './own-ops.ts';
import { pushOnce, type PusherDeps, rewind } from './pusher.ts';
import { cursorAt, Disk, FakeServer, opOf, portsOf, resultOf, rowOf, startMs } from './testing/ports.testkit.ts';

let disk: Disk;
let server: FakeServer;
let own: OwnOps;
let deps: PusherDeps;
beforeEach(() => {
  disk = new Disk();
  server = new FakeServer();
  own = new OwnOps();
  const ports = portsOf(disk, server);
  const reload = async (): Promise<void> => void own.take(await ports.outbox.load());
  deps = { ports, own, epoch: () => 'epoch', line: () => 'line', headSeen: () => cursorAt(0), reload };
});

async function hold(...rows: OutboxRow[]): Promise<void> {
  for (const row of rows) disk.rows.set(row.n, row);
  await deps.reload();
}
const states = (): string[] => [...disk.rows.values()].map(({ state }) => state);

test('nothing to send sends nothing', async () => {
  expect(await pushOnce(deps, 200)).toEqual({ ok: true, sent: 0, more: false });
  expect(server.asked).toEqual([]);
});

test('[S1] what has a result is acknowledged and kept, with its result', async () => {
  await hold(rowOf(opOf(1)), rowOf(opOf(2)));
  expect(await pushOnce(deps, 200)).toEqual({ ok: true, sent: 2, more: false });
  expect(states()).toEqual(['acknowledged', 'acknowledged']);
  expect([...disk.rows.values()].map(({ result }) => result?.seq)).toEqual([1, 2]);
  expect(server.pushes()[0]).toMatchObject({
    epoch: 'epoch',
    dev: 'dev',
    headSeen: cursorAt(0),
    ops: [opOf(1), opOf(2)],
  });
});

test('[S3] a row is marked as sent before it leaves, and its first time is never changed', async () => {
  await hold(rowOf(opOf(1)));
  let onTheWay: OutboxRow | undefined;
  server.instead = () => {
    onTheWay = disk.rows.get('0000000000000001');
    return 'offline';
  };
  expect(await pushOnce(deps, 200)).toEqual({ ok: false, problem: 'network' });
  expect(onTheWay).toMatchObject({ state: 'sent', sentAt: startMs });
  await deps.reload();
  (deps.ports as ReturnType<typeof portsOf>).time.nowMs += 5_000;
  await pushOnce(deps, 200);
  expect(disk.rows.get('0000000000000001')).toMatchObject({ state: 'sent', sentAt: startMs });
});

test('[S3] when the mark cannot be stored, nothing leaves', async () => {
  await hold(rowOf(opOf(1)));
  disk.broken = 'storage-full';
  await expect(pushOnce(deps, 200)).rejects.toMatchObject({ problem: 'storage-full' });
  expect(server.asked).toEqual([]);
});

test('rows go in the order of n, as many as fit in number and in size', async () => {
  const large = { note: 'x'.repeat(60_000) };
  await hold(...[5, 3, 1, 4, 2].map((n) => rowOf(opOf(n, { body: large }))));
  expect(await pushOnce(deps, 2)).toEqual({ ok: true, sent: 2, more: true });
  expect(await pushOnce(deps, 200)).toMatchObject({ sent: 3 });
  await hold(...[6, 7, 8, 9, 10, 11].map((n) => rowOf(opOf(n, { body: large }))));
  expect(await pushOnce(deps, 200)).toEqual({ ok: true, sent: 4, more: true });
  expect(server.pushes().map(({ ops }) => (ops as { n: number }[]).map(({ n }) => n))).toEqual([
    [1, 2],
    [3, 4, 5],
    [6, 7, 8, 9],
  ]);
});

test.each([
  ['another lab', { lab: 'other' }],
  ['another device', { dev: 'other' }],
  ['another epoch', { epoch: 'other' }],
  ['no op of ours', { results: [] }],
  ['an op of ours under another n', { results: [resultOf(opOf(1, { n: 9 }), 1)] }],
])('[P9] an answer that names %s is not our server’s, and no row changes by it', async (_, over) => {
  await hold(rowOf(opOf(1)));
  server.instead = () => ({ status: 200, json: { ...server.push({ ops: [opOf(1)] } as never), ...over } });
  expect(await pushOnce(deps, 200)).toEqual({ ok: false, problem: 'not-our-server' });
  expect(states()).toEqual(['sent']);
});

test('[P9] a page of HTML with status 200 is transient', async () => {
  await hold(rowOf(opOf(1)));
  server.instead = () => ({ status: 200, json: undefined });
  expect(await pushOnce(deps, 200)).toEqual({ ok: false, problem: 'not-our-server' });
  expect(states()).toEqual(['sent']);
});

test('[P4] a rejected op is acknowledged and kept with its payload', async () => {
  await hold(rowOf(opOf(1)));
  server.instead = () => ({
    status: 200,
    json: {
      ...server.push({ ops: [] } as never),
      results: [resultOf(opOf(1), 1, { status: 'rejected', code: 'no-permission' })],
    },
  });
  await pushOnce(deps, 200);
  expect(disk.rows.get('0000000000000001')).toMatchObject({
    ...rowOf(opOf(1)),
    state: 'acknowledged',
    sentAt: startMs,
    result: { status: 'rejected' },
  });
  expect(own.countFinal('rejected')).toBe(1);
});

/** What happens while the reply with `resultOf(op, 1)` of line `line` is on its way. */
async function pushMeanwhile(row: OutboxRow, meanwhile: () => void): Promise<OutboxRow | undefined> {
  await hold(row);
  server.instead = (_path, body) => {
    const json = server.push(body as never);
    meanwhile();
    return { status: 200, json };
  };
  await pushOnce(deps, 200);
  return disk.rows.get('0000000000000001');
}

test('[N2] a result that comes after another tab has stored one of the new epoch does not replace it', async () => {
  let line = 'line';
  deps = { ...deps, line: () => line };
  const newer = { ...resultOf(opOf(1), 3), epoch: 'next' };
  const row = await pushMeanwhile(rowOf(opOf(1)), () => {
    line = 'next';
    disk.rows.set('0000000000000001', rowOf(opOf(1), { state: 'acknowledged', sentAt: 1, result: newer }));
  });
  expect(row).toMatchObject({ state: 'acknowledged', result: newer });
});

test('[N2] of two results of different epochs, neither known to be the newer, the server is asked again', async () => {
  const other = { ...resultOf(opOf(1), 3), epoch: 'next' };
  const row = await pushMeanwhile(rowOf(opOf(1)), () => {
    disk.rows.set('0000000000000001', rowOf(opOf(1), { state: 'acknowledged', sentAt: 1, result: other }));
  });
  expect(row).toMatchObject({ state: 'sent', result: other });
  expect(own.unsent()).toHaveLength(1);
});

test('[N4] a result of an epoch that ended while it was on its way goes again with its stamp', async () => {
  let line = 'line';
  deps = { ...deps, line: () => line };
  const row = await pushMeanwhile(rowOf(opOf(1)), () => {
    line = 'next';
  });
  expect(row).toMatchObject({ state: 'sent', result: { seq: 1, epoch: 'line' } });
  server.instead = () => undefined;
  await pushOnce(deps, 200);
  expect(server.pushes().at(-1)).toMatchObject({ again: [{ n: 1, eff: row?.result?.eff }] });
  expect(disk.rows.get('0000000000000001')).toMatchObject({ state: 'acknowledged', result: { epoch: 'next' } });
});

test('[P5] after a gap everything from there goes again, acknowledged rows included, and new results replace the old', async () => {
  const acknowledged = [1, 2, 3].map((n) =>
    rowOf(opOf(n), { state: 'acknowledged', sentAt: 1, result: resultOf(opOf(n), n + 40) }),
  );
  await hold(...acknowledged, rowOf(opOf(4)));
  server.push({ ops: [opOf(1)] } as never);
  expect(await pushOnce(deps, 200)).toEqual({ ok: true, sent: 0, more: true });
  expect(states()).toEqual(['acknowledged', 'sent', 'sent', 'sent']);
  expect(await pushOnce(deps, 200)).toMatchObject({ ok: true, sent: 3 });
  expect([...disk.rows.values()].map(({ result }) => result?.seq)).toEqual([41, 2, 3, 4]);
});

test('[P5] a withdrawn row that the server has lost goes again too', async () => {
  await hold(rowOf(opOf(1), { state: 'withdrawn', sentAt: 1, result: resultOf(opOf(1), 40) }), rowOf(opOf(2)));
  expect(await pushOnce(deps, 200)).toMatchObject({ ok: true, more: true });
  expect(await pushOnce(deps, 200)).toMatchObject({ ok: true, sent: 2 });
  expect(states()).toEqual(['withdrawn', 'acknowledged']);
  expect(disk.rows.get('0000000000000001')?.result?.seq).toBe(1);
});

test('[P6] a gap at an n that is not here any more needs a new stream', async () => {
  await hold(rowOf(opOf(2)), rowOf(opOf(3)));
  expect(await rewind(deps, 1)).toEqual({ ok: false, problem: 'new-stream-needed' });
  expect(await pushOnce(deps, 200)).toEqual({ ok: false, problem: 'new-stream-needed' });
});

test('[P6] a fork is told, and what came before it is kept', async () => {
  server.push({ ops: [opOf(1), opOf(2, { id: opOf(99).id })] } as never);
  await hold(rowOf(opOf(1)), rowOf(opOf(2)));
  expect(await pushOnce(deps, 200)).toEqual({ ok: false, problem: 'new-stream-needed' });
  expect(states()).toEqual(['acknowledged', 'sent']);
});
