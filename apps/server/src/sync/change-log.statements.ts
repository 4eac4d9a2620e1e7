/** The statements of a lab's log, prepared once for each open file. */
import type { Db } from '../db/lab/open.ts';

export function statements(db: Db) {
  const opColumns = 'seq, id, n, status, eff, code, detail, first, decided_seq';
  return {
    head: db.prepare('SELECT head AS seq, chain FROM lab'),
    setHead: db.prepare('UPDATE lab SET head = ?, chain = ?'),
    epochs: db.prepare('SELECT id, fork_seq AS forkSeq FROM epoch ORDER BY ordinal'),
    insertEpoch: db.prepare('INSERT INTO epoch (lab, id, fork_seq) VALUES (?, ?, ?)'),
    floor: db.prepare('SELECT floor FROM lab').pluck(),
    setFloor: db.prepare('UPDATE lab SET floor = ?'),
    keepChains: db.prepare('INSERT INTO feed_chain (seq, lab, chain) SELECT seq, lab, chain FROM feed WHERE seq < ?'),
    dropFeed: db.prepare('DELETE FROM feed WHERE seq < ?'),
    putPart: db.prepare(
      `INSERT INTO part (kind, key, lab, seq, value) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET seq = excluded.seq, value = excluded.value`,
    ),
    dropPart: db.prepare('DELETE FROM part WHERE kind = ? AND key = ?'),
    chainAt: db
      .prepare('SELECT chain FROM feed WHERE seq = ? UNION ALL SELECT chain FROM feed_chain WHERE seq = ?')
      .pluck(),
    device: db.prepare('SELECT dev, spki, n, op, eff, revoked_at FROM device WHERE dev = ?'),
    deviceByToken: db.prepare('SELECT dev, spki, n, op, eff, revoked_at FROM device WHERE token_hash = ?'),
    admit: db.prepare(
      `INSERT INTO device (dev, lab, spki, token_hash, n, op, eff, created_at, contact_at, revoked_at)
       VALUES (?, ?, ?, ?, 0, NULL, NULL, ?, ?, NULL)
       ON CONFLICT (dev) DO UPDATE SET token_hash = excluded.token_hash, contact_at = excluded.contact_at`,
    ),
    advance: db.prepare('UPDATE device SET n = ?, op = ?, eff = ?, contact_at = ? WHERE dev = ?'),
    setEff: db.prepare('UPDATE device SET eff = max(coalesce(eff, ?), ?) WHERE dev = ?'),
    grant: db.prepare(
      `INSERT INTO device_grant (dev, user, lab, until) VALUES (?, ?, ?, ?)
       ON CONFLICT (dev, user) DO UPDATE SET until = max(until, excluded.until)`,
    ),
    endGrants: db.prepare('UPDATE device_grant SET until = ? WHERE user = ? AND lab = ? AND until > ?'),
    grants: db.prepare('SELECT user, until FROM device_grant WHERE dev = ? ORDER BY user'),
    byId: db.prepare(`SELECT ${opColumns} FROM op WHERE id = ?`),
    at: db.prepare(`SELECT ${opColumns} FROM op WHERE dev = ? AND n = ?`),
    aliasAt: db.prepare('SELECT seq, id, eff, first FROM op_alias WHERE dev = ? AND n = ?'),
    insertOp: db.prepare(
      `INSERT INTO op (seq, lab, id, dev, n, user, type, status, eff, code, detail, first, received_at, decided_seq, raw)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)`,
    ),
    insertAlias: db.prepare('INSERT INTO op_alias (dev, n, lab, seq, id, eff, first) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    decideOp: db.prepare(
      'UPDATE op SET status = ?, eff = ?, code = ?, detail = ?, first = ?, decided_seq = ? WHERE id = ?',
    ),
    parked: db.prepare(
      `SELECT id, dev, n, user, type, raw, received_at AS receivedAt FROM op
       WHERE dev = ? AND user = ? AND status = 'parked' AND code = 'no-grant' ORDER BY n`,
    ),
    parkedUnknown: db.prepare(
      `SELECT id, dev, n, user, type, raw, received_at AS receivedAt FROM op
       WHERE status = 'parked' AND code = 'unknown-type' ORDER BY dev, n`,
    ),
    parkFor: db.prepare(`UPDATE op SET code = ? WHERE id = ? AND status = 'parked'`),
    ...feedStatements(db),
  };
}

/** The feed and what is kept beside it: facts, parts, the audit. */
function feedStatements(db: Db) {
  return {
    insertFeed: db.prepare('INSERT INTO feed (seq, lab, op, dev, n, row, chain) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    insertAudit: db.prepare(
      'INSERT INTO audit (seq, lab, at, user, dev, op, type, status, carried_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)',
    ),
    factOwner: db.prepare('SELECT op FROM fact WHERE id = ?').pluck(),
    putFact: db.prepare('INSERT INTO fact (id, lab, op) VALUES (?, ?, ?)'),
    rowsAfter: db.prepare('SELECT seq, row FROM feed WHERE seq > ? ORDER BY seq LIMIT ?'),
    ackAt: db.prepare(
      // The n of a stream grow with the seq of their first results, so the last row up to a seq has the highest n.
      `SELECT * FROM (SELECT dev, n, id AS op FROM op WHERE dev = ? AND seq <= ? ORDER BY seq DESC LIMIT 1)
       UNION ALL SELECT dev, n, id AS op FROM op_alias WHERE dev = ? AND seq <= ? ORDER BY n DESC LIMIT 1`,
    ),
    openAt: db
      .prepare(
        `SELECT n FROM op INDEXED BY op_parked WHERE dev = ? AND seq <= ? AND status = 'parked'
         UNION SELECT n FROM op WHERE dev = ? AND seq <= ? AND decided_seq > ? ORDER BY n`,
      )
      .pluck(),
  };
}

export type LogStatements = ReturnType<typeof statements>;
