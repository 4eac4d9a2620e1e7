import { openLabFile } from '../db/lab/open.ts';
import { changeLogContract } from './change-log.contract.ts';
import { sqliteChangeLog } from './change-log.sqlite.ts';

changeLogContract('SQLite', () => {
  const db = openLabFile(':memory:');
  db.prepare('INSERT INTO lab (id, head, chain) VALUES (?, 0, ?)').run('lab', '0'.repeat(16));
  db.prepare('INSERT INTO epoch (lab, id, fork_seq) VALUES (?, ?, 0)').run('lab', 'epoch');
  return { log: sqliteChangeLog(db, 'lab'), close: () => db.close() };
});
