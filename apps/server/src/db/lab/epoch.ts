/**
 * Epochs (SPEC F3). A lab's history forks when its file is replaced by an older copy: the numbers after the fork are
 * given again, to other ops. The new epoch tells every device from which seq on it must push again what it was told
 * was kept.
 */
import { assert } from '@tidylab/domain/kernel/assert';
import type { Db } from './open.ts';

/**
 * Begins a new epoch; everything after `forkSeq` counts as not kept. Call it in the copy before any device reads it.
 *
 * @param forkSeq the head of the copy that the lab continues from.
 * @param newId 16 hex digits that no epoch of the lab has had.
 */
export function rotateEpoch(db: Db, lab: string, forkSeq: number, newId: string): void {
  assert(/^[0-9a-f]{16}$/.test(newId), `an epoch is 16 hex digits, not ${newId}`);
  db.transaction(() => {
    const head: unknown = db.prepare('SELECT head FROM lab WHERE id = ?').pluck().get(lab);
    assert(typeof head === 'number', `the file holds no lab ${lab}`);
    assert(Number.isSafeInteger(forkSeq) && forkSeq >= 0 && forkSeq <= head, `a fork at ${forkSeq} of ${head}`);
    db.prepare('INSERT INTO epoch (lab, id, fork_seq) VALUES (?, ?, ?)').run(lab, newId, forkSeq);
  }).immediate();
}
