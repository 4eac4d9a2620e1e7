/**
 * The steps of a lab's file. Each has a hand-written way back; a test goes up, down and up again on a filled file.
 * `lab` stands in every table, so that a row can never be read without saying whose it is.
 */
import { fieldAuthorMigration } from './field-author-migration.ts';

export interface Migration {
  readonly version: number;
  readonly up: string;
  readonly down: string;
}

const recordColumns =
  'lab TEXT NOT NULL, id TEXT PRIMARY KEY, rev INTEGER NOT NULL, field_revs TEXT NOT NULL, deleted_at TEXT';

export const labMigrations: readonly Migration[] = [
  {
    version: 1,
    up: `
CREATE TABLE lab (id TEXT PRIMARY KEY, head INTEGER NOT NULL, chain TEXT NOT NULL) STRICT;
CREATE TABLE epoch (ordinal INTEGER PRIMARY KEY, lab TEXT NOT NULL, id TEXT NOT NULL UNIQUE, fork_seq INTEGER NOT NULL) STRICT;
CREATE TABLE device (
  dev TEXT PRIMARY KEY, lab TEXT NOT NULL, spki TEXT NOT NULL, token_hash TEXT UNIQUE, n INTEGER NOT NULL, op TEXT,
  eff TEXT, created_at INTEGER NOT NULL, contact_at INTEGER NOT NULL, revoked_at INTEGER
) STRICT;
CREATE TABLE device_grant (
  dev TEXT NOT NULL, user TEXT NOT NULL, lab TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (dev, user)
) STRICT, WITHOUT ROWID;
CREATE TABLE op (
  seq INTEGER PRIMARY KEY, lab TEXT NOT NULL, id TEXT NOT NULL UNIQUE, dev TEXT NOT NULL, n INTEGER NOT NULL,
  user TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, eff TEXT NOT NULL, code TEXT, detail TEXT, first TEXT,
  received_at INTEGER NOT NULL, decided_seq INTEGER, raw TEXT NOT NULL
) STRICT;
CREATE INDEX op_by_stream ON op (dev, n);
CREATE INDEX op_parked ON op (dev, user, n) WHERE status = 'parked';
CREATE TABLE op_alias (
  dev TEXT NOT NULL, n INTEGER NOT NULL, lab TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, eff TEXT NOT NULL,
  first TEXT NOT NULL, PRIMARY KEY (dev, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE feed (
  seq INTEGER PRIMARY KEY, lab TEXT NOT NULL, op TEXT NOT NULL, dev TEXT NOT NULL, n INTEGER NOT NULL,
  row TEXT NOT NULL, chain TEXT NOT NULL
) STRICT;
CREATE INDEX feed_by_stream ON feed (dev, n);
CREATE TABLE fact (id TEXT PRIMARY KEY, lab TEXT NOT NULL, op TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE posting (
  op TEXT PRIMARY KEY, lab TEXT NOT NULL, kind TEXT NOT NULL, eff TEXT NOT NULL, user TEXT NOT NULL, dev TEXT NOT NULL,
  body TEXT NOT NULL, voided_by TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_entry (
  what TEXT NOT NULL, place TEXT NOT NULL, eff TEXT NOT NULL, op TEXT NOT NULL, lab TEXT NOT NULL,
  counted INTEGER NOT NULL, qty INTEGER NOT NULL, voided INTEGER NOT NULL, PRIMARY KEY (what, place, eff, op)
) STRICT, WITHOUT ROWID;
CREATE TABLE balance (
  what TEXT NOT NULL, place TEXT NOT NULL, lab TEXT NOT NULL, qty INTEGER NOT NULL, count_eff TEXT, count_op TEXT,
  PRIMARY KEY (what, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX balance_by_place ON balance (place);
CREATE TABLE review (
  id TEXT PRIMARY KEY, lab TEXT NOT NULL, kind TEXT NOT NULL, op TEXT NOT NULL, value TEXT NOT NULL, closed_by TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, lab TEXT NOT NULL, at INTEGER NOT NULL, user TEXT NOT NULL, dev TEXT NOT NULL,
  op TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, carried_by TEXT
) STRICT;
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER feed_never_changes BEFORE UPDATE ON feed BEGIN SELECT RAISE(ABORT, 'feed is append-only'); END;
CREATE TABLE item (
  ${recordColumns}, name TEXT NOT NULL, type TEXT NOT NULL, base_unit TEXT NOT NULL, stock_unit TEXT NOT NULL,
  use_step INTEGER, category TEXT NOT NULL, synonyms TEXT NOT NULL, cas TEXT, supplier TEXT, catalog_number TEXT,
  hazards TEXT NOT NULL, pictograms TEXT NOT NULL, signal_word TEXT, storage TEXT, minimum INTEGER
) STRICT;
CREATE TABLE lot (${recordColumns}, item_id TEXT NOT NULL, lot_number TEXT NOT NULL, expiry TEXT, supplier TEXT, pack_size INTEGER) STRICT;
CREATE INDEX lot_by_item ON lot (item_id);
CREATE INDEX lot_by_expiry ON lot (expiry);
CREATE TABLE container (
  ${recordColumns}, lot_id TEXT NOT NULL, label TEXT NOT NULL, code TEXT NOT NULL, location_id TEXT, state TEXT NOT NULL,
  use_step INTEGER
) STRICT;
CREATE INDEX container_by_lot ON container (lot_id);
CREATE INDEX container_by_location ON container (location_id);
CREATE TABLE location (
  ${recordColumns}, name TEXT NOT NULL, type TEXT NOT NULL, parent_id TEXT, code TEXT NOT NULL, temperature TEXT
) STRICT;
CREATE INDEX location_by_parent ON location (parent_id);
CREATE TABLE barcode (${recordColumns}, key TEXT NOT NULL, target_kind TEXT NOT NULL, target_id TEXT NOT NULL, pack_qty INTEGER) STRICT;
CREATE INDEX barcode_by_key ON barcode (key);
CREATE TABLE person (${recordColumns}, name TEXT NOT NULL) STRICT;
`,
    down: [
      'person',
      'barcode',
      'location',
      'container',
      'lot',
      'item',
      'audit',
      'review',
      'balance',
      'ledger_entry',
      'posting',
      'fact',
      'feed',
      'op_alias',
      'op',
      'device_grant',
      'device',
      'epoch',
      'lab',
    ]
      .map((table) => `DROP TABLE ${table};`)
      .join('\n'),
  },
  // What devices hold, part by part, for snapshots; the feed may lose its oldest rows then, its chain never.
  {
    version: 2,
    up: `
CREATE TABLE part (
  kind TEXT NOT NULL, key TEXT NOT NULL, lab TEXT NOT NULL, seq INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
INSERT OR REPLACE INTO part (kind, key, lab, seq, value)
  SELECT changed.value ->> '$.kind', changed.value ->> '$.key', feed.lab, feed.seq, changed.value -> '$.value'
  FROM feed, json_each(feed.row, '$.parts') AS changed ORDER BY feed.seq, changed.key;
DELETE FROM part WHERE value = 'null';
CREATE TABLE feed_chain (seq INTEGER PRIMARY KEY, lab TEXT NOT NULL, chain TEXT NOT NULL) STRICT;
CREATE TRIGGER feed_loses_its_oldest_only BEFORE DELETE ON feed
  WHEN OLD.seq >= (SELECT floor FROM lab) BEGIN SELECT RAISE(ABORT, 'feed above the floor is kept'); END;
ALTER TABLE lab ADD COLUMN floor INTEGER NOT NULL DEFAULT 0;
`,
    down: `
DROP TRIGGER feed_loses_its_oldest_only;
ALTER TABLE lab DROP COLUMN floor;
DROP TABLE feed_chain;
DROP TABLE part;
`,
  },
  { version: 3, ...fieldAuthorMigration },
  // What a pull tells a stream of itself, without reading the stream: its last op at a position, and what is open there.
  {
    version: 4,
    up: `
CREATE INDEX op_by_stream_seq ON op (dev, seq);
CREATE INDEX op_decided ON op (dev, decided_seq) WHERE decided_seq IS NOT NULL;
`,
    down: `
DROP INDEX op_decided;
DROP INDEX op_by_stream_seq;
`,
  },
];
