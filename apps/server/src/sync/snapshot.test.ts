import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '@tidylab/domain/kernel/result';
import { snapshotManifestSchema } from '@tidylab/sync/protocol/messages';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { count, person, receive, voidOf } from './testing/bodies.testkit.ts';
import { dayMs, TestLab, type TestDevice, testWorld } from './testing/sync-lab.testkit.ts';

const seqOf = (cursor: string): number => Number(cursor.split('.')[0]);

let at: TestLab;
let device: TestDevice;
beforeEach(() => {
  at = new TestLab({ ...testWorld(), snapshots: { chunkRows: 4, refreshRows: 5 } });
  device = at.device();
});
afterEach(() => at.close());

const people = (names: readonly string[]): Promise<unknown> =>
  device.push(names.map((name) => device.op('create-record', person(name))));

const statusOf = async (name: string): Promise<number> =>
  (await at.app.request(`/snapshot/${name}`, { headers: { Cookie: device.cookie() } })).status;

const files = (): string[] => {
  const [epoch = ''] = readdirSync(join(at.world.folder, `snapshots-${at.world.labId}`));
  return readdirSync(join(at.world.folder, `snapshots-${at.world.labId}`, epoch)).sort();
};

/** What all pages together tell, what they took away left out. */
const told = (): Map<string, unknown> =>
  new Map([...at.parts()].filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1)));

test('[F10] a snapshot holds what all pages together hold, in chunks named by their text and ordered by use', async () => {
  at.handle('new-kind@1', {
    act: () => 'post-receive',
    apply: () => ok({ parts: [{ kind: 'zebra', key: 'k', value: { deep: ['ü', 1.5, null] } }], facts: [] }),
  });
  await people(['Ana', 'Ben', 'Cleo', 'Dora', 'Eve', 'Finn']);
  const received = device.op('post-receive', receive(3));
  const counted = device.op('post-count', count(7));
  await device.push([
    received,
    counted,
    device.op('void-posting', voidOf(received)),
    device.op('post-consume', { entries: [] }),
    device.op('new-kind', {}),
  ]);
  const { manifest, parts, texts } = await device.snapshot();
  expect(snapshotManifestSchema.parse(manifest)).toEqual(manifest);
  expect(new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(told());
  expect(manifest).toMatchObject({ lab: at.world.labId, epoch: device.epoch, windowSeq: 0, open: [] });
  expect(manifest.ackN).toEqual({ dev: device.dev, n: 11, op: expect.any(String) as string });
  const { seq, chain } = at.lab.decide.log.head();
  expect(manifest.asOfSeq).toBe(`${seq}.${chain}`);
  expect([...new Set(manifest.chunks.map(({ kind }) => kind))]).toEqual([
    'person',
    'balance',
    'review',
    'fact',
    'posting',
    'zebra',
  ]);
  for (const [i, { sha256, rows, bytes }] of manifest.chunks.entries()) {
    const text = texts[i] ?? '';
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    expect([text.trimEnd().split('\n').length, Buffer.byteLength(text)]).toEqual([rows, bytes]);
    expect(rows).toBeLessThanOrEqual(4);
  }
});

test('[F10] an empty lab has a snapshot without chunks', async () => {
  const { manifest } = await device.snapshot();
  expect(manifest).toMatchObject({ chunks: [], ackN: null, windowSeq: 0 });
  expect(seqOf(manifest.asOfSeq)).toBe(0);
});

test('[F10] the same snapshot is handed out until it is too far behind, and unchanged chunks keep their names', async () => {
  await people(['Ana', 'Ben', 'Cleo', 'Dora', 'Eve']);
  const first = await device.snapshot();
  await people(['1', '2', '3']);
  expect((await device.snapshot()).manifest.asOfSeq).toBe(first.manifest.asOfSeq);
  at.restart();
  expect((await device.snapshot()).manifest.asOfSeq).toBe(first.manifest.asOfSeq);
  await people(['4', '5', '6']);
  const [one, two] = await Promise.all([device.snapshot(), device.snapshot()]);
  expect(seqOf(one.manifest.asOfSeq)).toBe(11);
  expect(two.manifest).toEqual(one.manifest);
  expect(one.parts.size).toBe(11);
  for (const { sha256 } of first.manifest.chunks) expect(await statusOf(sha256)).toBe(200);
});

test('[F10] a chunk is kept for a week after a newer snapshot, and is gone then', async () => {
  await people(['Ana']);
  const first = await device.snapshot();
  await device.push(Array.from({ length: 6 }, () => device.op('post-receive', receive(1))));
  const second = await device.snapshot();
  const old = first.manifest.chunks.filter(({ sha256 }) => !second.manifest.chunks.some((c) => c.sha256 === sha256));
  expect(files()).toContain('1.json');
  at.world.clock.advance(6 * dayMs);
  await device.push(Array.from({ length: 6 }, () => device.op('post-receive', receive(1))));
  await device.snapshot();
  expect(files()).toContain('1.json');
  at.world.clock.advance(2 * dayMs);
  await device.push(Array.from({ length: 6 }, () => device.op('post-receive', receive(1))));
  await device.snapshot();
  expect(files()).not.toContain('1.json');
  expect(files()).toContain('7.json');
  for (const { sha256 } of old) {
    expect(await device.ask(`/snapshot/${sha256}`)).toMatchObject({ status: 404, body: { code: 'snapshot-gone' } });
  }
});

test('[F10] a snapshot that lost a chunk on disk is built again for who asks next', async () => {
  await people(['Ana', 'Ben']);
  const { manifest } = await device.snapshot();
  const [chunk] = manifest.chunks;
  const folder = join(at.world.folder, `snapshots-${at.world.labId}`, device.epoch);
  rmSync(join(folder, `${chunk?.sha256 ?? ''}.ndjson.gz`));
  expect((await device.ask(`/snapshot/${chunk?.sha256 ?? ''}`)).status).toBe(404);
  expect((await device.snapshot()).parts.size).toBe(2);
});

test('[F10] chunks are for this lab’s devices only, are never kept by a cache, and travel gzipped', async () => {
  await people(['Ana']);
  const { manifest } = await device.snapshot();
  const path = `/snapshot/${manifest.chunks[0]?.sha256 ?? ''}`;
  for (const one of ['/snapshot', path])
    expect(await device.ask(one, undefined, { Cookie: '' })).toMatchObject({ status: 401 });
  for (const name of ['x', '%2e%2e', '0'.repeat(64)]) expect(await statusOf(name)).toBe(404);
  const reply = await at.app.request(path, { headers: { Cookie: device.cookie(), 'Accept-Encoding': 'gzip, br' } });
  expect(reply.headers.get('Content-Encoding')).toBe('gzip');
  expect(reply.headers.get('Cache-Control')).toBe('private, no-store');
  const plain = await at.app.request(path, { headers: { Cookie: device.cookie() } });
  expect(plain.headers.get('Content-Encoding')).toBeNull();
  expect(plain.headers.get('Cache-Control')).toBe('private, no-store');
});

test('[F10] postings that last changed before the window are left out, and windowEff is the highest stamp among them', async () => {
  const old = device.op('post-receive', receive(5));
  const voided = device.op('post-receive', receive(2));
  const results = (await device.push([old, voided])).body.results;
  at.world.clock.advance(91 * dayMs);
  device.signIn();
  const young = device.op('post-receive', receive(1));
  await device.push([young, device.op('void-posting', voidOf(voided))]);
  const { manifest, parts } = await device.snapshot();
  expect(manifest.windowSeq).toBe(3);
  expect(manifest.windowEff).toBe(results[0]?.eff);
  expect([...parts.keys()].filter((key) => key.startsWith('posting'))).toEqual(
    [`posting ${voided.id}`, `posting ${young.id}`].sort(),
  );
  expect([...parts.values()]).toContainEqual(expect.objectContaining({ qty: 6 }));
});

test('[F11] rows below the floor go only when every kept snapshot is newer, and who is below is told to take one', async () => {
  at.close();
  at = new TestLab({ ...testWorld(), snapshots: { chunkRows: 4, refreshRows: 5, feedRowsKept: 3, keepMs: 1_000 } });
  device = at.device();
  const slow = at.device('ben');
  await slow.push([slow.op('post-receive', receive(1))]);
  await slow.pull();
  const below = slow.cursor;
  await people(['1', '2', '3', '4', '5', '6']);
  await device.snapshot();
  expect((await device.hello()).body.floor).toBe(4);
  expect(at.rows('SELECT min(seq) AS least FROM feed')).toEqual([{ least: 4 }]);
  await people(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  await device.snapshot();
  expect((await device.hello()).body.floor).toBe(7);
  expect(await device.pull(below)).toMatchObject({ status: 410, body: { code: 'resnapshot' } });
  expect((await device.pull('2.0000000000000000')).body.code).toBe('epoch');
  const pushed = await slow.push([slow.op('post-receive', receive(1))], { headSeen: below });
  expect(pushed.body.results).toMatchObject([{ n: 2, status: 'applied', seq: 15 }]);
  const { manifest, parts } = await slow.snapshot();
  expect(manifest.ackN).toMatchObject({ dev: slow.dev, n: 1 });
  expect(parts.size).toBe(15);
  slow.cursor = manifest.asOfSeq;
  expect((await slow.pull()).body).toMatchObject({ ackN: { n: 2 }, floor: 7, more: false });
});
