import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { ok } from '@tidylab/domain/kernel/result';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpHandler } from './handlers.ts';
import type { ServerOp } from './ports.ts';
import { bucket, consume, person, receive } from './testing/bodies.testkit.ts';
import { feedStart } from '@tidylab/sync/protocol/cursor';
import { dayMs, labFile, TestLab, type TestDevice } from './testing/sync-lab.testkit.ts';

let at: TestLab;
let device: TestDevice;
beforeEach(() => {
  at = new TestLab();
  device = at.device();
});
afterEach(() => at.close());

const known: OpHandler = {
  act: () => 'post-receive',
  apply: () => ok({ parts: [{ kind: 'new', key: 'k', value: 1 }], facts: [] }),
};

test('[W2] an op of somebody without a live grant on the device is parked, and n goes on', async () => {
  const carls = device.op('post-receive', receive(5), { user: 'carl' });
  expect(await device.result(carls)).toMatchObject({ n: 1, status: 'parked', code: 'no-grant' });
  expect(await device.result(device.op('post-receive', receive(2)))).toMatchObject({ n: 2, status: 'applied' });
  at.world.clock.advance(31 * dayMs);
  expect(await device.result(device.op('post-receive', receive(1)))).toMatchObject({
    status: 'parked',
    code: 'no-grant',
  });
  expect(at.parts().get(`balance ${bucket}`)).toMatchObject({ qty: 2 });
});

test('[P8] parked ops are decided in the order of n when the grant comes, and sending them again tells their result', async () => {
  at.world.roles.set('carl', 'user');
  const ops = [
    device.op('post-receive', receive(5), { user: 'carl' }),
    device.op('create-record', person('x'), { user: 'carl' }),
    device.op('post-consume', consume(1), { user: 'carl' }),
  ];
  const { body } = await device.push(ops);
  expect(body.results.map(({ status }) => status)).toEqual(['parked', 'parked', 'parked']);
  device.signIn('ben');
  expect(at.lab.decide.log.head().seq).toBe(3);
  device.signIn('carl');
  const again = (await device.push(ops)).body.results;
  expect(again.map(({ n, status, seq, code }) => [n, status, seq, code])).toEqual([
    [1, 'applied', 4, undefined],
    [2, 'rejected', 5, 'no-permission'],
    [3, 'applied', 6, undefined],
  ]);
  expect(again.map(({ eff }) => eff)).toEqual(body.results.map(({ eff }) => eff));
  expect(at.parts().get(`balance ${bucket}`)).toMatchObject({ qty: 4 });
});

test('[O1] a parked op takes a second seq when it is decided, and that row names it', async () => {
  const op = device.op('post-receive', receive(5), { user: 'ben' });
  await device.push([op]);
  device.signIn('ben');
  const rows = (await device.pull()).body.rows;
  expect(rows.map(({ seq, decides, parts }) => [seq, decides, parts.length])).toEqual([
    [1, undefined, 0],
    [2, op.id, 2],
  ]);
});

test('[P8] an op of an unknown type is decided by the first server that knows it, in the order of n', async () => {
  const ops = [
    device.op('invented-later', {}),
    device.op('invented-later', {}, { v: 2 }),
    device.op('invented-later', {}),
  ];
  expect((await device.push(ops)).body.results.map(({ status, code }) => [status, code])).toEqual([
    ['parked', 'unknown-type'],
    ['parked', 'unknown-type'],
    ['parked', 'unknown-type'],
  ]);
  at.restart();
  expect(at.lab.decide.log.head().seq).toBe(3);
  at.handle('invented-later@1', known);
  at.lab.decideUnknown(at.world.clock.now());
  at.lab.decideUnknown(at.world.clock.now());
  const again = (await device.push(ops)).body.results;
  expect(again.map(({ n, status, seq }) => [n, status, seq])).toEqual([
    [1, 'applied', 4],
    [2, 'parked', 2],
    [3, 'applied', 5],
  ]);
});

test('[P8] an op that waited for a grant and is of an unknown type waits for the type then', async () => {
  const op = device.op('invented-later', {}, { user: 'ben' });
  expect(await device.result(op)).toMatchObject({ status: 'parked', code: 'no-grant' });
  device.signIn('ben');
  expect(await device.result(op)).toMatchObject({ status: 'parked', code: 'unknown-type' });
  at.handle('invented-later@1', known);
  at.lab.decideUnknown(at.world.clock.now());
  expect(await device.result(op)).toMatchObject({ status: 'applied' });
});

test('[W3] the right is asked when the op is received, by the role of that moment', async () => {
  let made = 0;
  const create = () => device.op('create-record', person('x', uuidv5(`person ${++made}`)));
  expect(await device.result(create())).toMatchObject({ status: 'applied' });
  at.world.roles.set('ana', 'user');
  expect(await device.result(create())).toMatchObject({
    status: 'rejected',
    code: 'no-permission',
    detail: 'create-person',
  });
  at.world.roles.delete('ana');
  expect(await device.result(device.op('post-receive', receive(1)))).toMatchObject({
    status: 'rejected',
    code: 'no-permission',
  });
});

test('[W4] a known device with another key is refused at sign-in, and its cookie and grants stay as they were', async () => {
  const thief = at.device('ben');
  expect(device.signIn('ben', { spki: thief.spki })).toBe('key-mismatch');
  expect(at.lab.decide.log.grants(device.dev).map(({ user }) => user)).toEqual(['ana']);
  expect(device.signIn('ana')).toBe('admitted');
  expect(await device.result(device.op('post-receive', receive(1)))).toMatchObject({ status: 'applied' });
});

test('[W2] a grant is never shortened by signing in again', async () => {
  device.signIn('ana', { grantMs: dayMs });
  expect(at.lab.decide.log.grants(device.dev)).toEqual([{ user: 'ana', until: at.world.clock.now() + 30 * dayMs }]);
});

test('[W6, O2] an op of the server has its own stream and a derived id, so that making it twice makes it once', () => {
  const made: ServerOp[] = ['one', 'two'].map((name) => ({
    id: uuidv5(`import 7:${name}`),
    source: 'import',
    user: 'ana',
    atMs: at.world.clock.now(),
    type: 'create-record',
    v: 1,
    body: person(name),
  }));
  const doubtful: ServerOp = { ...(made[0] as ServerOp), id: uuidv5('import 7:bad'), body: { kind: 'unicorn' } };
  expect(at.lab.applyServerOps([...made, doubtful])).toBe(2);
  expect(at.lab.applyServerOps(made)).toBe(0);
  expect(at.rows('SELECT dev, n, status FROM op ORDER BY seq')).toEqual([
    { dev: 'srv:import', n: 1, status: 'applied' },
    { dev: 'srv:import', n: 2, status: 'applied' },
    { dev: 'srv:import', n: 3, status: 'rejected' },
  ]);
});

test('[O2] ids of devices are fresh version 7, ids of the server are derived', () => {
  expect(device.op('x', {}).id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(uuidv5('import 7:one')).toBe(uuidv5('import 7:one'));
});

test('a revoked device is unknown from then on, and may not come back with its key', async () => {
  const log = at.lab.decide.log;
  const token = at.rows('SELECT token_hash FROM device')[0]?.['token_hash'] as string;
  expect(at.lab.deviceByToken(token)).toEqual({ dev: device.dev });
  at.lab.close();
  const { default: Database } = await import('better-sqlite3');
  const file = new Database(`${at.world.folder}/lab-${at.world.labId}.sqlite`);
  file.prepare('UPDATE device SET revoked_at = 1').run();
  file.close();
  expect(log).toBeDefined();
  expect(at.lab.deviceByToken(token)).toBeUndefined();
  expect(device.signIn()).toBe('key-mismatch');
  expect(await device.hello()).toMatchObject({ status: 401 });
});

test('a restart keeps results, balances, the feed’s chain, the epoch and the cookie', async () => {
  const ops = [device.op('post-receive', receive(9)), device.op('post-consume', consume(2))];
  const first = (await device.push(ops)).body;
  at.restart();
  const again = (await device.push(ops)).body;
  expect({ ...again, time: 0 }).toEqual({ ...first, time: 0 });
  expect(await device.result(device.op('post-consume', consume(3)))).toMatchObject({ n: 3, seq: 3, status: 'applied' });
  expect(at.parts().get(`balance ${bucket}`)).toMatchObject({ qty: 4 });
});

test('a lab that was never made is not there, and asking for it makes no file', () => {
  const absent = uuidv5('never made');
  expect(at.labs.open(absent)).toBeUndefined();
  expect(at.labs.open('../lab')).toBeUndefined();
  expect(existsSync(`${at.world.folder}/lab-${absent}.sqlite`)).toBe(false);
});

test('listeners hear of the commits of a lab with its new head', async () => {
  const heard: [string, number][] = [];
  at.labs.onCommit((lab, head) => heard.push([lab, head]));
  await device.push([device.op('post-receive', receive(1))]);
  device.signIn('ben');
  expect(heard).toEqual([
    [at.world.labId, 1],
    [at.world.labId, 1],
  ]);
});

test('[N1] after a restore a device of the old epoch is told the fork, and its ops arrive again, once', async () => {
  const file = labFile(at.world);
  await device.push([device.op('post-receive', receive(5))]);
  at.labs.close();
  copyFileSync(file, `${file}.copy`);
  at.restart();
  await device.pull();
  const lost = [device.op('post-receive', receive(2)), device.op('post-receive', receive(1))];
  const first = (await device.push(lost)).body.results;
  await device.pull();
  at.labs.close();
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  copyFileSync(`${file}.copy`, file);
  at.restart();
  const epoch = at.lab.rotateEpoch(1);
  expect(() => at.lab.rotateEpoch(7)).toThrow('assertion failed');
  expect((await device.push([], {})).body).toMatchObject({ code: 'epoch', detail: epoch });
  expect((await device.pull()).body.code).toBe('epoch');
  const { body } = await device.hello();
  expect(body.epochs).toEqual([
    { id: device.epoch, forkSeq: 0 },
    { id: epoch, forkSeq: 1 },
  ]);
  expect(body.device).toMatchObject({ n: 1 });
  const again = first.map(({ n, eff }) => ({ n, eff }));
  at.world.clock.advance(60_000);
  for (const _ of [1, 2]) {
    const pushed = await device.push(lost, { epoch, headSeen: feedStart, again });
    expect(pushed.body.results.map(({ n, eff }) => ({ n, eff }))).toEqual(again);
  }
  expect(at.parts().get(`balance ${bucket}`)).toMatchObject({ qty: 8 });
  const { manifest } = await device.snapshot();
  expect(manifest).toMatchObject({ epoch, ackN: { n: 3 } });
});
