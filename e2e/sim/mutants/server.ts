/** Bugs of a server: each wraps the log of the lab. */
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import type { OpResult } from '@tidylab/sync/protocol/messages';
import type { Op } from '@tidylab/sync/protocol/op';
import type { ChangeLog, DeviceState, StoredOp, Verdict } from '../../../apps/server/src/sync/change-log.ts';
import type { DecideDeps } from '../../../apps/server/src/sync/decide-op.ts';
import { handlerKey } from '../../../apps/server/src/sync/handlers.ts';
import type { Mutant } from '../mutants.ts';

/** An op that is known has its effect again. */
function noDedupe(log: ChangeLog, decide: DecideDeps): ChangeLog {
  const raw = new Map<string, string>();
  let times = 0;
  return {
    ...log,
    commit(op, verdict, parts) {
      if (verdict.status === 'applied' && op.type.startsWith('post-')) raw.set(op.id, op.raw);
      return log.commit(op, verdict, parts);
    },
    resultAt(dev, n) {
      const result = log.resultAt(dev, n);
      const text = result && raw.get(result.id);
      if (result && text !== undefined) {
        const op = JSON.parse(text) as Op;
        decide.handlers
          .get(handlerKey(op.type, op.v))
          ?.apply({ ...op, id: uuidv5(`${op.id} ${times++}`) }, { eff: result.eff });
      }
      return result;
    },
  };
}

/** The effects are committed first, what became of the ops afterwards. */
function twoTransactions(log: ChangeLog): ChangeLog {
  let later: (() => void)[] = [];
  let rows = 0;
  const moved = new Map<string, Pick<DeviceState, 'n' | 'op' | 'eff'>>();
  const told = (op: StoredOp, verdict: Verdict): OpResult => {
    const { status, eff, code, detail, first } = verdict;
    rows++;
    return {
      id: op.id,
      n: op.n,
      status,
      eff,
      seq: log.head().seq + rows,
      ...(code === undefined ? {} : { code }),
      ...(detail === undefined ? {} : { detail }),
      ...(first === undefined ? {} : { first }),
    };
  };
  return {
    ...log,
    transaction(work) {
      later = [];
      rows = 0;
      moved.clear();
      const value = log.transaction(work);
      const rest = later;
      if (rest.length > 0) log.transaction(() => rest.forEach((run) => run()));
      return value;
    },
    device(dev) {
      const device = log.device(dev);
      return device && { ...device, ...moved.get(dev) };
    },
    advance(dev, n, op, eff, nowMs) {
      moved.set(dev, { n, op, eff });
      later.push(() => log.advance(dev, n, op, eff, nowMs));
    },
    commit(op, verdict, parts) {
      later.push(() => void log.commit(op, verdict, parts));
      return told(op, verdict);
    },
    commitDuplicate(op, eff, first) {
      later.push(() => void log.commitDuplicate(op, eff, first));
      return told(op, { status: 'duplicate', eff, first: first.first ?? first });
    },
    decideParked(op, verdict, parts) {
      later.push(() => void log.decideParked(op, verdict, parts));
      return told(op, verdict);
    },
  };
}

/** A known id under another n is answered, and its n not consumed. */
function knownIdKeepsN(log: ChangeLog): ChangeLog {
  const known = new Set<string>();
  return {
    ...log,
    commitDuplicate(op, eff, first) {
      known.add(`${op.dev} ${op.n}`);
      return log.commitDuplicate(op, eff, first);
    },
    advance(dev, n, op, eff, nowMs) {
      if (!known.has(`${dev} ${n}`)) log.advance(dev, n, op, eff, nowMs);
    },
  };
}

/** Each op is clamped by itself, whatever its stream had before. */
function clampAlone(log: ChangeLog): ChangeLog {
  return {
    ...log,
    device(dev) {
      const device = log.device(dev);
      return device && { ...device, eff: null };
    },
  };
}

/** What a handler wrote before it failed stays. */
const noSavepoint = (log: ChangeLog): ChangeLog => ({ ...log, savepoint: (work) => work() });

/** A handler that throws fails the whole push, every time. */
function poisonBlocks(log: ChangeLog): ChangeLog {
  return {
    ...log,
    savepoint(work) {
      try {
        return log.savepoint(work);
      } catch (error) {
        if (error instanceof RangeError) throw Object.assign(new Error('blocked'), { code: 'SQLITE_BUSY' });
        throw error;
      }
    },
  };
}

export const serverMutants: readonly Mutant[] = [
  { name: 'no dedupe', server: { log: noDedupe } },
  { name: 'effect and result in two transactions', server: { log: twoTransactions } },
  { name: 'known id does not advance n', server: { log: knownIdKeepsN } },
  { name: 'clamping that is not monotone', server: { log: clampAlone } },
  { name: 'no savepoint for an op', server: { log: noSavepoint } },
  { name: 'a poison op blocks', server: { log: poisonBlocks } },
];
