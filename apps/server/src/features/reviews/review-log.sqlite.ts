import type { Db } from '../../db/lab/open.ts';
import type { ReviewLog } from './port.ts';

export function sqliteReviewLog(db: Db, lab: string): ReviewLog {
  const userOf = db.prepare('SELECT user FROM op WHERE id = ? AND lab = ?').pluck();
  return { userOf: (op) => userOf.get(op, lab) as string | undefined };
}
