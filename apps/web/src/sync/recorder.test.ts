import { makeStamp } from '@tidylab/domain/kernel/stamp';
import type { Op } from '@tidylab/sync/protocol/op';
import { beforeEach, expect, test } from 'vitest';
import { ClockOffset } from './clock-offset.ts';
import { OwnOps } from './own-ops.ts';
import { recordIntent, type RecorderDeps } from './recorder.ts';
import {
  Disk,
  FakeServer,
  type LockQueues,
  lot,
  portsOf,
  shelf,
  startMs,
  type TestPorts,
  taking,
} from './testing/ports.testkit.ts';

let disk: Disk;
let ports: TestPorts;
let deps: RecorderDeps;
let seen: string;
beforeEach(() => {
  disk = new Disk();
  ({ ports, deps } = tab());
  seen = '0'.repeat(16);
});

/** A tab of this device; without `queues` its locks are its own, as when the browser's do not work. */
function tab(queues?: LockQueues): { ports: TestPorts; deps: RecorderDeps } {
  const own = new OwnOps();
  const made = portsOf(disk, new FakeServer(), queues);
  const reload = async (): Promise<void> => void own.take(await made.outbox.load());
  return { ports: made, deps: { ports: made, own, offset: new ClockOffset(made.clock), seenEff: () => seen, reload } };
}

const record = async (from = deps, intent = taking(1)): Promise<Op> => {
  const result = await recordIntent(from, 'ana', intent);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

test('[O1] what is recorded is one signed op in one pending row that never left', async () => {
  const op = await record();
  expect(op).toMatchObject({ dev: 'dev', n: 1, user: 'ana', lab: 'lab', v: 1, ...taking(1), sig: 'signed 1' });
  expect([...disk.rows.values()]).toEqual([
    {
      n: '0000000000000001',
      id: op.id,
      state: 'pending',
      sentAt: null,
      result: null,
      payload: { alg: 'none', kid: '', data: JSON.stringify(op) },
    },
  ]);
});

test('[O2] ids are fresh and of version 7', async () => {
  const ids = [await record(), await record(), await record()].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test('[O3] n counts without a gap, also when many are recorded at once', async () => {
  const ops = await Promise.all([1, 2, 3, 4, 5].map(() => record()));
  expect(ops.map(({ n }) => n).sort()).toEqual([1, 2, 3, 4, 5]);
  expect([...disk.rows.keys()].map(Number)).toEqual([1, 2, 3, 4, 5]);
});

test('[O3] a tab whose n another tab took takes the next, locks or no locks', async () => {
  const other = tab();
  const ops = await Promise.all([record(), record(other.deps), record(), record(other.deps), record()]);
  expect(ops.map(({ n }) => n).sort()).toEqual([1, 2, 3, 4, 5]);
  expect(new Set(ops.map(({ id }) => id)).size).toBe(5);
  const stamps = [...disk.rows.values()]
    .sort((a, b) => (a.n < b.n ? -1 : 1))
    .map(({ payload }) => (JSON.parse(payload.data) as Op).hlc);
  expect([...stamps].sort()).toEqual(stamps);
});

test('[T2] a stamp is above the one before it when the clock goes back, and above what the device has seen', async () => {
  const first = await record();
  ports.time.nowMs -= 86_400_000;
  const second = await record();
  expect(second.hlc > first.hlc).toBe(true);
  seen = makeStamp(startMs + 60_000, 3);
  expect((await record()).hlc).toBe(makeStamp(startMs + 60_000, 4));
});

test('[T5] a stamp is in the server’s time', async () => {
  deps.offset.measure(startMs + 5_000_000, startMs, 0);
  expect((await record()).hlc).toBe(makeStamp(startMs + 5_000_000, 0));
});

test('[O5] an op that is too large, or has too many entries, is refused before anything is written', async () => {
  const entry = { what: lot, from: shelf, to: 'v:consumed', qty: 1 };
  const many = { type: 'post-consume', body: { entries: Array.from({ length: 501 }, () => entry) } };
  expect(await recordIntent(deps, 'ana', many)).toMatchObject({ ok: false, code: 'too-many-entries' });
  const move = { what: lot, from: shelf, to: `c:${lot}`, qty: 1 };
  const full = { type: 'post-transfer', body: { entries: Array.from({ length: 490 }, () => move) } };
  expect(await recordIntent(deps, 'ana', full)).toMatchObject({ ok: false, code: 'too-large' });
  expect(disk.rows.size).toBe(0);
});

test('[O6] what the server would refuse is told at once, and nothing is written', async () => {
  expect(await recordIntent(deps, 'ana', taking(0.5))).toMatchObject({ ok: false, code: 'quantity-not-whole' });
  expect(await recordIntent(deps, 'ana', { type: 'unheard', body: {} })).toMatchObject({
    ok: false,
    code: 'unknown-type',
  });
  expect(disk.rows.size).toBe(0);
});

test.each(['storage-full', 'storage-lost'] as const)(
  '[O7] when the disk says %s, nothing is saved and the person is told',
  async (problem) => {
    disk.broken = problem;
    expect(await recordIntent(deps, 'ana', taking(1))).toMatchObject({ ok: false, code: problem });
    disk.broken = null;
    expect(disk.rows.size).toBe(0);
    expect((await record()).n).toBe(1);
  },
);

test('[O7] saved is said only after the row is stored', async () => {
  const { insert } = ports.outbox;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  Object.assign(ports.outbox, { insert: async (row: Parameters<typeof insert>[0]) => (await held, insert(row)) });
  let saved = false;
  const recording = record().then(() => {
    saved = true;
  });
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  expect([saved, disk.rows.size]).toEqual([false, 0]);
  release();
  await recording;
  expect([saved, disk.rows.size]).toEqual([true, 1]);
});

test('a fault that is no storage’s is not swallowed', async () => {
  Object.assign(ports.signer, { sign: () => Promise.reject(new TypeError('no key')) });
  await expect(recordIntent(deps, 'ana', taking(1))).rejects.toThrow('no key');
});
