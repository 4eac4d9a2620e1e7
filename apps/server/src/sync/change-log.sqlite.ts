/** The log of a lab in SQLite, on prepared statements. */
import type { OpResult, Part } from '@tidylab/sync/protocol/messages';
import { sha256Hex } from '@tidylab/sync/protocol/op';
import type { Db } from '../db/lab/open.ts';
import { type LogStatements, statements } from './change-log.statements.ts';
import type { ChangeLog, DeviceState, StoredOp, Verdict } from './change-log.ts';

interface OpRow {
  seq: number;
  id: string;
  n: number;
  status: OpResult['status'];
  eff: string;
  code: string | null;
  detail: string | null;
  first: string | null;
  decided_seq: number | null;
}

interface DeviceRow {
  dev: string;
  spki: string;
  n: number;
  op: string | null;
  eff: string | null;
  revoked_at: number | null;
}

const toResult = (row: OpRow): OpResult => ({
  id: row.id,
  n: row.n,
  status: row.status,
  seq: row.decided_seq ?? row.seq,
  eff: row.eff,
  ...(row.code === null ? {} : { code: row.code }),
  ...(row.detail === null ? {} : { detail: row.detail }),
  ...(row.first === null ? {} : { first: JSON.parse(row.first) as NonNullable<OpResult['first']> }),
});

const toDevice = (row: DeviceRow | undefined): DeviceState | undefined =>
  row && { dev: row.dev, spki: row.spki, n: row.n, op: row.op, eff: row.eff, revoked: row.revoked_at !== null };

/** What a result says, without whose it is. */
const verdictOf = ({ id: _id, n: _n, first: _first, ...verdict }: OpResult): NonNullable<OpResult['first']> => verdict;

type Devices = Pick<ChangeLog, 'device' | 'deviceByToken' | 'admit' | 'advance' | 'grant' | 'grants' | 'endGrants'>;
type Results = Pick<ChangeLog, 'resultById' | 'resultAt'>;
type Writes = Pick<ChangeLog, 'commit' | 'commitDuplicate' | 'decideParked'>;
type Facts = Pick<ChangeLog, 'parked' | 'parkedUnknown' | 'parkFor' | 'factOwner' | 'putFact'>;
type Feed = Pick<ChangeLog, 'rowsAfter' | 'ackAt' | 'openAt'>;

const headOf = (sql: LogStatements) => sql.head.get() as { seq: number; chain: string };

/** Takes the next seq inside the transaction that uses it, so that the feed has no holes and no reader sees 42 before 41. */
function append(
  sql: LogStatements,
  lab: string,
  op: StoredOp,
  verdict: Verdict,
  parts: readonly Part[],
  decides: boolean,
): number {
  const { seq: last, chain: before } = headOf(sql);
  const seq = last + 1;
  const row = JSON.stringify({
    seq,
    op: op.id,
    dev: op.dev,
    n: op.n,
    eff: verdict.eff,
    ...(decides ? { decides: op.id } : {}),
    parts,
  });
  const chain = sha256Hex(`${before}\n${row}`).slice(0, 16);
  sql.insertFeed.run(seq, lab, op.id, op.dev, op.n, row, chain);
  sql.setHead.run(seq, chain);
  for (const { kind, key, value } of parts) {
    if (value === null || value === undefined) sql.dropPart.run(kind, key);
    else sql.putPart.run(kind, key, lab, seq, JSON.stringify(value));
  }
  sql.insertAudit.run(seq, lab, op.receivedAt, op.user, op.dev, op.id, op.type, verdict.status);
  return seq;
}

const devicesOf = (sql: LogStatements, lab: string): Devices => ({
  device: (dev) => toDevice(sql.device.get(dev) as DeviceRow | undefined),
  deviceByToken: (tokenHash) => toDevice(sql.deviceByToken.get(tokenHash) as DeviceRow | undefined),
  admit: ({ dev, spki, tokenHash, nowMs }) => void sql.admit.run(dev, lab, spki, tokenHash, nowMs, nowMs),
  advance: (dev, n, op, eff, nowMs) => void sql.advance.run(n, op, eff, nowMs, dev),
  grant: (dev, user, untilMs) => void sql.grant.run(dev, user, lab, untilMs),
  endGrants: (user, nowMs) => void sql.endGrants.run(nowMs, user, lab, nowMs),
  grants: (dev) => sql.grants.all(dev) as { user: string; until: number }[],
});

const resultsOf = (sql: LogStatements): Results => ({
  resultById(id) {
    const row = sql.byId.get(id) as OpRow | undefined;
    return row && toResult(row);
  },
  resultAt(dev, n) {
    const row = sql.at.get(dev, n) as OpRow | undefined;
    if (row) return toResult(row);
    const alias = sql.aliasAt.get(dev, n) as { seq: number; id: string; eff: string; first: string } | undefined;
    if (!alias) return undefined;
    return {
      id: alias.id,
      n,
      status: 'duplicate',
      seq: alias.seq,
      eff: alias.eff,
      first: JSON.parse(alias.first) as NonNullable<OpResult['first']>,
    };
  },
});

const writesOf = (sql: LogStatements, lab: string): Writes => ({
  commit(op, verdict, parts) {
    const seq = append(sql, lab, op, verdict, parts, false);
    const { status, eff, code, detail, first } = verdict;
    sql.insertOp.run(
      seq,
      lab,
      op.id,
      op.dev,
      op.n,
      op.user,
      op.type,
      status,
      eff,
      code ?? null,
      detail ?? null,
      first ? JSON.stringify(first) : null,
      op.receivedAt,
      op.raw,
    );
    return toResult(sql.byId.get(op.id) as OpRow);
  },
  commitDuplicate(op, eff, first) {
    const verdict: Verdict = { status: 'duplicate', eff };
    const seq = append(sql, lab, op, verdict, [], false);
    const original = first.first ?? verdictOf(first);
    sql.insertAlias.run(op.dev, op.n, lab, seq, op.id, eff, JSON.stringify(original));
    return { id: op.id, n: op.n, status: 'duplicate', seq, eff, first: original };
  },
  decideParked(op, verdict, parts) {
    const seq = append(sql, lab, op, verdict, parts, true);
    const { status, eff, code, detail, first } = verdict;
    sql.decideOp.run(status, eff, code ?? null, detail ?? null, first ? JSON.stringify(first) : null, seq, op.id);
    sql.setEff.run(eff, eff, op.dev);
    return toResult(sql.byId.get(op.id) as OpRow);
  },
});

const factsOf = (sql: LogStatements, lab: string): Facts => ({
  parked: (dev, user) => sql.parked.all(dev, user) as StoredOp[],
  parkedUnknown: () => sql.parkedUnknown.all() as StoredOp[],
  parkFor: (id, code) => void sql.parkFor.run(code, id),

  factOwner: (fact) => sql.factOwner.get(fact) as string | undefined,
  putFact: (fact, op) => void sql.putFact.run(fact, lab, op),
});

const feedOf = (sql: LogStatements): Feed => ({
  rowsAfter(seq, rowsMax, bytesTarget) {
    const rows: { seq: number; row: string }[] = [];
    let bytes = 0;
    for (const row of sql.rowsAfter.iterate(seq, rowsMax) as IterableIterator<{ seq: number; row: string }>) {
      if (rows.length > 0 && bytes + row.row.length > bytesTarget) break;
      rows.push(row);
      bytes += row.row.length;
    }
    return rows;
  },
  ackAt(dev, seq) {
    return (sql.ackAt.get(dev, seq, dev, seq) as { dev: string; n: number; op: string } | undefined) ?? null;
  },
  openAt: (dev, seq) => sql.openAt.all(dev, seq, dev, seq, seq) as number[],
});

export function sqliteChangeLog(db: Db, lab: string): ChangeLog {
  const sql = statements(db);
  return {
    transaction: (work) => db.transaction(work).immediate(),
    savepoint: (work) => db.transaction(work)(),
    head: () => headOf(sql),
    epochs: () => sql.epochs.all() as { id: string; forkSeq: number }[],
    rotateEpoch: (id) => void sql.insertEpoch.run(lab, id, headOf(sql).seq),
    chainAt: (seq) => (seq === 0 ? '0000000000000000' : (sql.chainAt.get(seq, seq) as string | undefined)),
    floor: () => sql.floor.get() as number,
    raiseFloor(seq) {
      if (seq > headOf(sql).seq) throw new Error(`assertion failed: a floor at ${seq} is above the head`);
      sql.setFloor.run(seq);
      sql.keepChains.run(seq);
      sql.dropFeed.run(seq);
    },
    ...devicesOf(sql, lab),
    ...resultsOf(sql),
    ...writesOf(sql, lab),
    ...factsOf(sql, lab),
    ...feedOf(sql),
  };
}
