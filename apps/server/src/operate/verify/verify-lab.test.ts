import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '../../sync/testing/bodies.testkit.ts';
import { labFile, TestLab } from '../../sync/testing/sync-lab.testkit.ts';
import type { Difference } from './report.ts';
import { verifyLab } from './verify-lab.ts';

let at: TestLab;
beforeEach(async () => {
  at = new TestLab();
  const device = at.device();
  await device.push([
    device.op('post-receive', receive(3)),
    device.op('post-receive', { entries: [] }),
    device.op('post-receive', receive(4)),
  ]);
});
afterEach(() => at.close());

function differences(): string[] {
  const found: Difference[] = [];
  verifyLab(labFile(at.world), (difference) => void found.push(difference));
  return found.filter(({ kind }) => kind !== 'dangling').map(({ kind, text }) => `${kind}: ${text}`);
}

/** Somebody writes into the file behind the server's back. */
function tamper(sql: string): void {
  const db = new Database(labFile(at.world));
  db.exec(sql);
  db.close();
}

test('what a server wrote has no difference, also while it holds the file', () => {
  const found: Difference[] = [];
  const figures = verifyLab(labFile(at.world), (difference) => void found.push(difference));
  expect(found.filter(({ kind }) => kind !== 'dangling')).toEqual([]);
  const { seq, chain } = at.lab.decide.log.head();
  expect(figures).toMatchObject({ lab: at.world.labId, head: seq, chain, ops: 3 });
  expect(figures?.balances).toBeGreaterThan(0);
});

test.each([
  ['a balance', 'UPDATE balance SET qty = qty + 1', /^ledger: .*the balance is 8, the ledger gives 7/],
  ['an entry', 'DELETE FROM ledger_entry', /^ledger: posting .* the ledger holds nothing/],
  ['a posting', 'DELETE FROM posting', /^ledger: op .* was applied and the ledger has no posting of it/],
  [
    'a row of the feed',
    'DROP TRIGGER feed_loses_its_oldest_only; DELETE FROM feed WHERE seq = 2',
    /^feed: the feed goes from seq 1 to 3/,
  ],
  ['a part of snapshots', "DELETE FROM part WHERE kind = 'posting'", /^feed: posting .*: snapshots lack it/],
  [
    'the age of a part',
    'UPDATE part SET seq = seq + 1',
    /^feed: .*: snapshots have it as of seq \d, the feed as of \d/,
  ],
  ['the head', 'UPDATE lab SET head = head + 1', /^feed: the lab says its head is 4\./],
  [
    'a result',
    "UPDATE op SET status = 'rejected' WHERE seq = 1",
    /^agreement: op .* has the result rejected, the audit says applied/,
  ],
  ['a device', 'UPDATE device SET n = n - 1', /^agreement: device .* is at n 2, its ops end at 3/],
  ['what was received', "UPDATE op SET raw = '{}' WHERE seq = 1", /^agreement: op .* is not what was received/],
  ['an op', 'DELETE FROM op WHERE seq = 2', /^agreement: the stream of device .* has 2 ops from n 1 to 3/],
  ['a fact', "INSERT INTO fact VALUES ('f', 'l', 'nobody')", /^agreement: fact f is owned by op nobody/],
  ['a negative balance', 'UPDATE balance SET qty = -1', /^review: below-zero:.* is below zero and no review says so/],
])('%s that was changed is told', (_what, sql, message) => {
  tamper(sql);
  expect(differences()).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
});

test('a feed that has lost its oldest rows by its own rule has no difference, and one that lost a place in the chain has', () => {
  at.lab.decide.log.transaction(() => at.lab.decide.log.raiseFloor(3));
  expect(differences()).toEqual([]);
  tamper('DELETE FROM feed_chain WHERE seq = 1');
  expect(differences()).toEqual(['feed: below the floor of 3 the chain has 1 places up to seq 2']);
});

test('a row of the feed that was written again breaks the hash chain', () => {
  tamper(`DROP TRIGGER feed_never_changes; UPDATE feed SET row = replace(row, '"parts"', ' "parts"') WHERE seq = 1`);
  expect(differences()[0]).toMatch(/^feed: seq 1: the hash chain is [0-9a-f]{16}, its row gives [0-9a-f]{16}$/);
});

test('a line of the audit that is gone is told', () => {
  tamper('DROP TRIGGER audit_never_shrinks; DELETE FROM audit WHERE seq = 3');
  expect(differences()).toContain('agreement: seq 3 of the feed has no line in the audit');
});

test('stock of a lot that nobody made is told, unless the record waits to be decided', async () => {
  const found: Difference[] = [];
  verifyLab(labFile(at.world), (difference) => void found.push(difference));
  const [lot] = at.rows('SELECT what FROM balance') as { what: string }[];
  expect(found.map(({ text }) => text)).toEqual(
    expect.arrayContaining([expect.stringContaining(`balance ${lot?.what}@`)]),
  );
  const device = at.device();
  await device.push([device.op('create-record', { kind: 'lot', id: lot?.what, fields: { itemId: 1 } })]);
  const after: Difference[] = [];
  verifyLab(labFile(at.world), (difference) => void after.push(difference));
  expect(after.map(({ text }) => text).filter((text) => text.endsWith('of a lot that is not there'))).toEqual([]);
});

test('a file that is not a database is a difference', () => {
  const found: Difference[] = [];
  expect(verifyLab(import.meta.filename, (difference) => void found.push(difference))).toBeUndefined();
  expect(found).toEqual([{ kind: 'file', text: expect.stringContaining('cannot be read') as string }]);
});
