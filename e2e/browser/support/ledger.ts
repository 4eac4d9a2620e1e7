/** What the server's own file says, read beside the running server: the last word on "once". */
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import Database from 'better-sqlite3';

function read<T>(data: string, query: string, ...values: unknown[]): T[] {
  const folder = join(data, 'labs');
  const file = readdirSync(folder).find((name) => /^lab-.*\.sqlite$/.test(name));
  if (!file) throw new Error('the server has no lab yet');
  const db = new Database(join(folder, file), { readonly: true });
  try {
    return db.prepare(query).all(...values) as T[];
  } finally {
    db.close();
  }
}

export const balanceOf = (data: string, what: string, place: string): number =>
  read<{ qty: number }>(data, 'SELECT qty FROM balance WHERE what = ? AND place = ?', what, place)[0]?.qty ?? 0;

export interface StoredOp {
  readonly id: string;
  readonly dev: string;
  readonly n: number;
  readonly user: string;
  readonly type: string;
  readonly status: string;
  readonly raw: string;
}

/** Ops that came from devices, in the order of the feed. */
export const deviceOps = (data: string): StoredOp[] =>
  read<StoredOp>(data, "SELECT id, dev, n, user, type, status, raw FROM op WHERE dev NOT LIKE 'srv:%' ORDER BY seq");
