/**
 * Who wrote each field of a record last, so that a stream's own edits are not taken for somebody else's (SPEC R4).
 * The field '' stands for all that nobody edited: its author made the record. Records that are there already get theirs
 * from the ops that made them.
 */
import type { Migration } from './migrations.ts';

export const fieldAuthorMigration: Omit<Migration, 'version'> = {
  up: `
CREATE TABLE field_author (
  kind TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL, lab TEXT NOT NULL, dev TEXT NOT NULL, n INTEGER NOT NULL,
  user TEXT NOT NULL, op TEXT NOT NULL, eff TEXT NOT NULL, PRIMARY KEY (kind, id, field)
) STRICT, WITHOUT ROWID;
INSERT INTO field_author (kind, id, field, lab, dev, n, user, op, eff)
  SELECT raw ->> '$.body.kind', raw ->> '$.body.id', '', lab, dev, n, user, id, eff
  FROM op WHERE type = 'create-record' AND status = 'applied';
`,
  down: 'DROP TABLE field_author;',
};
