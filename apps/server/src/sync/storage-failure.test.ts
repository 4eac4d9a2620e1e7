/** What a disk that is full or a lock that is held does to a push: nothing half, nothing final. */
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { type Db, openLabFile } from '../db/lab/open.ts';
import { ledgerHandlers } from '../features/ledger/handler.ts';
import { sqliteLedgerStore } from '../features/ledger/store.sqlite.ts';
import { sqliteChangeLog } from './change-log.sqlite.ts';
import type { ChangeLog } from './change-log.ts';
import { makeLab, type OpenLab } from './lab.ts';
import type { OpenLabs } from './labs.sqlite.ts';
import { bucket, receive } from './testing/bodies.testkit.ts';
import { labFile, TestLab, type TestDevice, type World } from './testing/sync-lab.testkit.ts';

let db: Db;
let at: TestLab | undefined;
afterEach(() => at?.close());

/** The lab's parts on a connection that the test holds too. */
function openHere(world: World, change: (log: ChangeLog) => ChangeLog): OpenLabs {
  db = openLabFile(labFile(world));
  db.prepare('INSERT OR IGNORE INTO lab (id, head, chain) VALUES (?, 0, ?)').run(world.labId, '0'.repeat(16));
  db.prepare('INSERT OR IGNORE INTO epoch (lab, id, fork_seq) VALUES (?, ?, 0)').run(world.labId, 'epoch 1');
  const log = change(sqliteChangeLog(db, world.labId));
  const handlers = new Map(ledgerHandlers(sqliteLedgerStore(db, world.labId), (fact) => log.factOwner(fact)));
  const roleOf = (_: string, user: string) => world.roles.get(user);
  const lab: OpenLab = makeLab(
    { lab: world.labId, log, handlers, roleOf, report: world.deps.log },
    {
      onCommit: () => undefined,
      close: () => db.close(),
      newEpoch: () => 'epoch 2',
      snapshots: { manifest: () => Promise.reject(new Error('not here')), chunk: () => Promise.resolve(undefined) },
    },
  );
  return {
    create: () => lab,
    open: () => lab,
    remove: () => undefined,
    onCommit: () => undefined,
    announce: () => undefined,
    close: () => lab.close(),
  };
}

function start(change: (log: ChangeLog) => ChangeLog = (log) => log): TestDevice {
  at = new TestLab(undefined, (world) => openHere(world, change));
  return at.device();
}

const everything = (): unknown[] =>
  ['op', 'feed', 'posting', 'ledger_entry', 'balance', 'audit', 'fact', 'device'].map((table) =>
    at?.rows(`SELECT * FROM ${table}`),
  );

test('[P1] a disk that fills up in the middle of a push answers 507, and not a row of it is written', async () => {
  const device = start();
  await device.push([device.op('post-receive', receive(1))]);
  const before = everything();
  const ops = Array.from({ length: 8 }, () =>
    device.op('post-receive', { ...receive(1), note: 'x'.repeat(2_000), entries: receive(1)['entries'] }),
  );
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages + 2}`);
  const full = await device.push(ops);
  expect(full).toMatchObject({ status: 507, body: { code: 'disk-full' } });
  expect(everything()).toEqual(before);
  db.pragma('max_page_count = 1000000');
  const { status, body } = await device.push(ops);
  expect(status).toBe(200);
  expect(body.results.map(({ n, status: ended }) => [n, ended])).toEqual(ops.map(({ n }) => [n, 'applied']));
  expect(at?.parts().get(`balance ${bucket}`)).toMatchObject({ qty: 9 });
});

test('[P1] a commit that fails answers 5xx, and neither effects nor results are there', async () => {
  let failing = false;
  const device = start((log) => ({
    ...log,
    transaction: (work) =>
      log.transaction(() => {
        const done = work();
        if (failing) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
        return done;
      }),
  }));
  const before = everything();
  const op = device.op('post-receive', receive(1));
  failing = true;
  expect(await device.push([op])).toMatchObject({ status: 503, body: { code: 'busy' } });
  expect(everything()).toEqual(before);
  failing = false;
  expect(await device.result(op)).toMatchObject({ n: 1, seq: 1, status: 'applied' });
});

test('[P1] effects, feed row, result, audit line and the device’s n are written together', async () => {
  const device = start();
  await device.push([device.op('post-receive', receive(1)), device.op('post-receive', { entries: [] })]);
  const count = (table: string) => at?.rows(`SELECT count(*) AS rows FROM ${table}`)[0]?.['rows'];
  expect(['op', 'feed', 'audit', 'posting', 'ledger_entry'].map(count)).toEqual([2, 2, 2, 1, 1]);
  expect(at?.rows('SELECT n FROM device')).toEqual([{ n: 2 }]);
});

test('a fault of ours that is no storage’s is 500, told in the log and not in the answer', async () => {
  const device = start((log) => ({
    ...log,
    resultAt: () => {
      throw new TypeError('a secret of the inside');
    },
  }));
  const { status, body } = await device.push([device.op('post-receive', receive(1))]);
  expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' });
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(at?.world.logged()).toContain('secret');
});

test('the audit and the feed cannot be changed, not even by a statement', async () => {
  const device = start();
  await device.push([device.op('post-receive', receive(1))]);
  const file = new Database(labFile((at as TestLab).world));
  expect(() => file.exec('UPDATE audit SET user = 1')).toThrow('append-only');
  expect(() => file.exec('DELETE FROM audit')).toThrow('append-only');
  expect(() => file.exec("UPDATE feed SET row = ''")).toThrow('append-only');
  file.close();
});
