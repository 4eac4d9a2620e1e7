/**
 * What is written together agrees: every row of the feed has its op, every op its row and its line of the audit, with
 * one result; streams count without a gap; facts, postings and voids belong to ops that were applied.
 */
import type { Db } from '../../db/copies.ts';
import type { DifferenceKind, Differs } from './report.ts';

interface Rule {
  readonly kind: DifferenceKind;
  /** Selects `text`, one row for each difference. */
  readonly sql: string;
}

const taken = `status IN ('applied', 'merged')`;

const rules: readonly Rule[] = [
  {
    kind: 'agreement',
    sql: `SELECT 'seq ' || f.seq || ' of the feed has no line in the audit' AS text FROM feed f
      LEFT JOIN audit a ON a.seq = f.seq AND a.op = f.op AND a.dev = f.dev WHERE a.seq IS NULL`,
  },
  {
    kind: 'agreement',
    sql: `SELECT 'line ' || a.seq || ' of the audit has no row in the feed' AS text FROM audit a
      LEFT JOIN feed f ON f.seq = a.seq WHERE f.seq IS NULL AND a.seq >= (SELECT floor FROM lab)`,
  },
  {
    kind: 'agreement',
    sql: `SELECT 'op ' || o.id || ' has its result at seq ' || o.seq || ', where the feed holds ' ||
        coalesce('op ' || f.op, 'nothing') AS text
      FROM op o LEFT JOIN feed f ON f.seq = o.seq
      WHERE o.seq >= (SELECT floor FROM lab) AND (f.seq IS NULL OR f.op <> o.id OR f.dev <> o.dev OR f.n <> o.n)`,
  },
  {
    kind: 'agreement',
    sql: `SELECT 'seq ' || f.seq || ' of the feed is of op ' || f.op || ', which has no result there' AS text FROM feed f
      WHERE NOT EXISTS (SELECT 1 FROM op o WHERE o.seq = f.seq)
        AND NOT EXISTS (SELECT 1 FROM op o WHERE o.id = f.op AND o.decided_seq = f.seq)
        AND NOT EXISTS (SELECT 1 FROM op_alias x WHERE x.dev = f.dev AND x.n = f.n AND x.seq = f.seq)`,
  },
  {
    kind: 'agreement',
    sql: `SELECT 'op ' || o.id || ' has the result ' || o.status || ', the audit says ' || a.status AS text
      FROM op o JOIN audit a ON a.seq = coalesce(o.decided_seq, o.seq) WHERE a.status <> o.status`,
  },
  {
    kind: 'agreement',
    sql: `SELECT 'op ' || id || ' is not what was received: its text names another id, device or number' AS text FROM op
      WHERE NOT json_valid(raw) OR json_extract(raw, '$.id') IS NOT id OR json_extract(raw, '$.dev') IS NOT dev
        OR json_extract(raw, '$.n') IS NOT n`,
  },
  {
    kind: 'agreement',
    sql: `SELECT 'device ' || d.dev || ' is at n ' || d.n || ', its ops end at ' || coalesce(s.last, 0) AS text FROM device d
      LEFT JOIN (SELECT dev, max(n) AS last FROM (SELECT dev, n FROM op UNION ALL SELECT dev, n FROM op_alias) GROUP BY dev) s
        ON s.dev = d.dev
      WHERE d.n <> coalesce(s.last, 0)`,
  },
  {
    kind: 'agreement',
    sql: `SELECT 'the stream of device ' || dev || ' has ' || count(*) || ' ops from n ' || min(n) || ' to ' || max(n) AS text
      FROM (SELECT dev, n FROM op UNION ALL SELECT dev, n FROM op_alias) GROUP BY dev
      HAVING count(*) <> max(n) - min(n) + 1`,
  },
  {
    kind: 'agreement',
    sql: `SELECT 'fact ' || id || ' is owned by op ' || op || ', which was not applied' AS text FROM fact
      WHERE op NOT IN (SELECT id FROM op WHERE ${taken})`,
  },
  {
    kind: 'ledger',
    sql: `SELECT 'op ' || o.id || ' was applied and the ledger has no posting of it' AS text FROM op o
      WHERE o.type LIKE 'post-%' AND o.${taken} AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.op = o.id)`,
  },
  {
    kind: 'ledger',
    sql: `SELECT 'the ledger has a posting of op ' || op || ', which was not applied' AS text FROM posting
      WHERE op NOT IN (SELECT id FROM op WHERE ${taken})`,
  },
  {
    kind: 'feed',
    sql: `SELECT 'posting ' || p.op || ': ' || iif(x.key IS NULL, 'snapshots lack it', 'snapshots have another void') AS text
      FROM posting p LEFT JOIN part x ON x.kind = 'posting' AND x.key = p.op
      WHERE x.key IS NULL OR x.value ->> '$.voidedBy' IS NOT p.voided_by`,
  },
  {
    kind: 'ledger',
    sql: `SELECT 'posting ' || op || ' is voided by op ' || voided_by || ', which was not applied' AS text FROM posting
      WHERE voided_by IS NOT NULL AND voided_by NOT IN (SELECT id FROM op WHERE ${taken})`,
  },
];

export function verifyAgreement(db: Db, differs: Differs): void {
  for (const { kind, sql } of rules)
    for (const text of db.prepare(sql).pluck().iterate() as IterableIterator<string>) differs({ kind, text });
}
