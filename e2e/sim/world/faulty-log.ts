/** A lab's log whose transactions fail as disks and processes do: before COMMIT, at it, and just after. */
import type { ChangeLog } from '../../../apps/server/src/sync/change-log.ts';
import type { World } from './world.ts';

export class Killed extends Error {}

const storageError = (code: string): Error => Object.assign(new Error(code), { code });

/** @param abandon keeps the file as it is at this instant, for the next start. */
export function faultyLog(log: ChangeLog, world: World, abandon: () => void): ChangeLog {
  const die = (): never => {
    abandon();
    throw new Killed('killed');
  };
  return {
    ...log,
    transaction(work) {
      if (world.strikes('sqliteBusy', 'sqlite-busy', '')) throw storageError('SQLITE_BUSY');
      const result = log.transaction(() => {
        const value = work();
        if (world.strikes('sqliteFull', 'sqlite-full', '')) throw storageError('SQLITE_FULL');
        if (world.strikes('killBeforeCommit', 'server-killed-before-commit', '')) die();
        return value;
      });
      if (world.strikes('killAfterCommit', 'server-killed-after-commit', '')) die();
      return result;
    },
    commit(op, verdict, parts) {
      if (world.strikes('sqliteFull', 'sqlite-full', 'commit')) throw storageError('SQLITE_FULL');
      return log.commit(op, verdict, parts);
    },
  };
}
