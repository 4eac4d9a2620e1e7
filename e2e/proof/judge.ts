/**
 * What a lab's file must say after all of that, read by plain SQL and arithmetic of its own: nothing of the server's
 * code is trusted here.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { OpResult } from '@tidylab/sync/protocol/messages';
import Database from 'better-sqlite3';

interface OpRow {
  readonly id: string;
  readonly n: number;
  readonly dev: string;
  readonly seq: number;
  readonly status: string;
  readonly eff: string;
  readonly type: string;
}

function open(data: string): Database.Database {
  const folder = join(data, 'labs');
  const name = readdirSync(folder).find((one) => /^lab-.*\.sqlite$/.test(one));
  if (!name) throw new Error('the server has no lab');
  return new Database(join(folder, name), { readonly: true });
}

/** Seqs 1 to head without a hole, each row naming its own, chained as the first feed was. */
function feedFaults(db: Database.Database): string[] {
  const faults: string[] = [];
  let chain = '0'.repeat(16);
  let last = 0;
  const rows = db.prepare('SELECT seq, row, chain FROM feed ORDER BY seq').iterate();
  for (const { seq, row, chain: said } of rows as IterableIterator<{ seq: number; row: string; chain: string }>) {
    if (seq !== last + 1) faults.push(`the feed goes from ${last} to ${seq}`);
    if ((JSON.parse(row) as { seq: number }).seq !== seq) faults.push(`row ${seq} names another seq`);
    chain = createHash('sha256').update(`${chain}\n${row}`).digest('hex').slice(0, 16);
    if (chain !== said) faults.push(`the chain breaks at ${seq}`);
    last = seq;
    chain = said;
  }
  const head = db.prepare('SELECT head, chain FROM lab').get() as { head: number; chain: string };
  if (head.head !== last || head.chain !== chain) faults.push(`the head says ${head.head}, the feed ends at ${last}`);
  const audited = db.prepare('SELECT count(*) FROM audit WHERE seq BETWEEN 1 AND ?').pluck().get(last);
  if (audited !== last) faults.push(`${audited} audit lines for ${last} rows of the feed`);
  return faults;
}

/** Each bucket's balance by the rule itself: the last count, and every movement after it. */
function balanceFaults(db: Database.Database): string[] {
  const sums = new Map<string, number>();
  const entries = db
    .prepare('SELECT what, place, counted, qty FROM ledger_entry WHERE voided = 0 ORDER BY what, place, eff, op')
    .iterate() as IterableIterator<{ what: string; place: string; counted: number; qty: number }>;
  for (const { what, place, counted, qty } of entries) {
    const key = `${what}@${place}`;
    sums.set(key, counted === 1 ? qty : (sums.get(key) ?? 0) + qty);
  }
  const balances = db.prepare('SELECT what, place, qty FROM balance').all() as {
    what: string;
    place: string;
    qty: number;
  }[];
  return balances.flatMap(({ what, place, qty }) => {
    const sum = sums.get(`${what}@${place}`) ?? 0;
    return sum === qty ? [] : [`the balance of ${what} at ${place} is ${qty}, its entries come to ${sum}`];
  });
}

/** Each stream's n is 1, 2, 3 … without a hole, each op once, and each applied posting in the ledger once. */
function streamFaults(db: Database.Database): string[] {
  const faults: string[] = [];
  const streams = db
    .prepare(
      "SELECT dev, count(*) AS ops, count(DISTINCT n) AS ns, max(n) AS top FROM op WHERE dev NOT LIKE 'srv:%' GROUP BY dev",
    )
    .all() as { dev: string; ops: number; ns: number; top: number }[];
  for (const { dev, ops, ns, top } of streams)
    if (ops !== ns || ns !== top) faults.push(`stream ${dev} has ${ops} ops with ${ns} numbers up to ${top}`);
  const lost = db
    .prepare("SELECT id FROM op WHERE status = 'applied' AND type LIKE 'post-%' AND id NOT IN (SELECT op FROM posting)")
    .all() as { id: string }[];
  const strange = db
    .prepare("SELECT op FROM posting WHERE op NOT IN (SELECT id FROM op WHERE status = 'applied')")
    .all() as { op: string }[];
  const unkept = db.prepare('SELECT count(*) FROM posting WHERE op NOT IN (SELECT op FROM ledger_entry)').pluck().get();
  if (lost.length > 0) faults.push(`${lost.length} applied postings are not in the ledger`);
  if (strange.length > 0) faults.push(`${strange.length} postings of no applied op`);
  if (unkept !== 0) faults.push(`${unkept} postings without an entry`);
  return faults;
}

function promiseFaults(db: Database.Database, acknowledged: Iterable<OpResult>): string[] {
  const find = db.prepare('SELECT id, n, dev, seq, status, eff, type FROM op WHERE id = ?');
  return [...acknowledged].flatMap((result) => {
    const rows = find.all(result.id) as OpRow[];
    const [row] = rows;
    if (rows.length !== 1 || !row) return [`acknowledged op ${result.id} is there ${rows.length} times`];
    const same = row.n === result.n && row.seq === result.seq && row.status === result.status && row.eff === result.eff;
    return same ? [] : [`op ${result.id} was answered ${JSON.stringify(result)} and is ${JSON.stringify(row)}`];
  });
}

/** @returns what is wrong, in sentences; nothing when all of it holds. */
export function judgeFile(data: string, acknowledged: Iterable<OpResult>): string[] {
  const db = open(data);
  try {
    const damaged = db.pragma('integrity_check', { simple: true });
    return [
      ...(damaged === 'ok' ? [] : [`SQLite: ${String(damaged)}`]),
      ...promiseFaults(db, acknowledged),
      ...streamFaults(db),
      ...feedFaults(db),
      ...balanceFaults(db),
    ];
  } finally {
    db.close();
  }
}
