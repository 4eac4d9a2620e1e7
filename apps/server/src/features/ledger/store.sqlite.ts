/** The push path: prepared statements of better-sqlite3, since a query builder costs twice to nine times as much. */
import type { BucketEntry, BucketState } from '@tidylab/domain/ledger/fold';
import type { Posting } from '@tidylab/domain/ledger/model';
import type { Db } from '../../db/lab/open.ts';
import type { LedgerStore } from './port.ts';

interface PostingRow {
  op: string;
  kind: Posting['kind'];
  eff: string;
  user: string;
  dev: string;
  body: string;
  voided_by: string | null;
}

const toPosting = (row: PostingRow): Posting => ({
  id: row.op,
  kind: row.kind,
  eff: row.eff,
  user: row.user,
  dev: row.dev,
  ...(JSON.parse(row.body) as Pick<Posting, 'entries' | 'reason' | 'note' | 'via'>),
  voidedBy: row.voided_by,
});

export function sqliteLedgerStore(db: Db, lab: string): LedgerStore {
  const sql = {
    posting: db.prepare('SELECT op, kind, eff, user, dev, body, voided_by FROM posting WHERE op = ? AND lab = ?'),
    insertPosting: db.prepare(
      'INSERT INTO posting (op, lab, kind, eff, user, dev, body, voided_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    setVoided: db.prepare('UPDATE posting SET voided_by = ? WHERE op = ? AND lab = ?'),
    entries: db.prepare(
      'SELECT eff, op, counted, qty FROM ledger_entry WHERE what = ? AND place = ? AND voided = 0 AND lab = ?',
    ),
    insertEntry: db.prepare(
      'INSERT INTO ledger_entry (what, place, eff, op, lab, counted, qty, voided) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    voidEntry: db.prepare(
      'UPDATE ledger_entry SET voided = 1 WHERE what = ? AND place = ? AND eff = ? AND op = ? AND lab = ?',
    ),
    sumAfter: db
      .prepare(
        'SELECT coalesce(sum(qty), 0) FROM ledger_entry WHERE what = ? AND place = ? AND (eff, op) > (?, ?) AND counted = 0 AND voided = 0 AND lab = ?',
      )
      .pluck(),
    balance: db.prepare('SELECT qty, count_eff, count_op FROM balance WHERE what = ? AND place = ? AND lab = ?'),
    putBalance: db.prepare(
      `INSERT INTO balance (what, place, lab, qty, count_eff, count_op) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (what, place) DO UPDATE SET qty = excluded.qty, count_eff = excluded.count_eff, count_op = excluded.count_op`,
    ),
  };
  return {
    posting(op) {
      const row = sql.posting.get(op, lab) as PostingRow | undefined;
      return row && toPosting(row);
    },
    insertPosting(posting) {
      const { id, kind, eff, user, dev, voidedBy, ...body } = posting;
      sql.insertPosting.run(id, lab, kind, eff, user, dev, JSON.stringify(body), voidedBy);
    },
    setVoided: (op, by) => void sql.setVoided.run(by, op, lab),
    entries(what, place) {
      const rows = sql.entries.all(what, place, lab) as { eff: string; op: string; counted: number; qty: number }[];
      return rows.map((row): BucketEntry => ({ ...row, counted: row.counted === 1 }));
    },
    insertEntry(what, place, entry, voided) {
      sql.insertEntry.run(what, place, entry.eff, entry.op, lab, entry.counted ? 1 : 0, entry.qty, voided ? 1 : 0);
    },
    voidEntries(op, buckets) {
      for (const bucket of buckets) sql.voidEntry.run(bucket.what, bucket.place, bucket.eff, op, lab);
    },
    sumAfter: (what, place, at) => sql.sumAfter.get(what, place, at.eff, at.op, lab) as number,
    balance(what, place) {
      const row = sql.balance.get(what, place, lab) as
        | { qty: number; count_eff: string | null; count_op: string | null }
        | undefined;
      if (!row) return undefined;
      const count = row.count_eff !== null && row.count_op !== null ? { eff: row.count_eff, op: row.count_op } : null;
      return { qty: row.qty, count };
    },
    putBalance(what, place, state: BucketState) {
      sql.putBalance.run(what, place, lab, state.qty, state.count?.eff ?? null, state.count?.op ?? null);
    },
  };
}
