/** A lab as the single writer of its file: devices and grants, parked ops decided again, ops the server makes itself. */
import { effectiveStamp, makeStamp } from '@tidylab/domain/kernel/stamp';
import { type Op, opSchema } from '@tidylab/sync/protocol/op';
import * as z from 'zod/mini';
import { decideTrusted, type DecideDeps } from './decide-op.ts';
import type { StoredOp } from './change-log.ts';
import type { DeviceAdmission, Lab, ServerOp } from './ports.ts';
import type { Snapshots } from './snapshot.ts';

export interface OpenLab extends Lab {
  readonly decide: DecideDeps;
  readonly snapshots: Snapshots;
  /** Decides what waited for a server that knows its type; asked when the file is opened (SPEC P8). */
  decideUnknown(nowMs: number): void;
}

/** What a lab is given beside its rules. */
export interface LabParts {
  /** Hears of the head after each commit. */
  onCommit(head: number): void;
  close(): void;
  /** A name that no epoch had before. */
  newEpoch(): string;
  readonly snapshots: Snapshots;
}

export function makeLab(decide: DecideDeps, parts: LabParts): OpenLab {
  const { log } = decide;
  const { onCommit, close, newEpoch, snapshots } = parts;
  return {
    id: decide.lab,
    decide,
    snapshots,
    rotateEpoch(forkSeq) {
      const head = log.head().seq;
      if (head !== forkSeq) throw new Error(`assertion failed: an epoch begins at the head ${head}, not at ${forkSeq}`);
      const epoch = newEpoch();
      log.transaction(() => log.rotateEpoch(epoch));
      onCommit(head);
      return epoch;
    },
    admitDevice(admission) {
      const outcome = log.transaction(() => admit(decide, admission));
      onCommit(log.head().seq);
      return outcome;
    },
    endGrants: (user, nowMs) => log.transaction(() => log.endGrants(user, nowMs)),
    deviceByToken(tokenHash) {
      const device = log.deviceByToken(tokenHash);
      return device && !device.revoked ? { dev: device.dev } : undefined;
    },
    decideUnknown(nowMs) {
      const parked = log.parkedUnknown();
      if (parked.length === 0) return;
      log.transaction(() => {
        for (const op of parked) decideAgain(decide, op, nowMs);
      });
      onCommit(log.head().seq);
    },
    applyServerOps(ops) {
      const applied = log.transaction(() => ops.filter((op) => applyServerOp(decide, op)).length);
      onCommit(log.head().seq);
      return applied;
    },
    close,
  };
}

function admit(deps: DecideDeps, admission: DeviceAdmission): 'admitted' | 'key-mismatch' {
  const { log } = deps;
  const { dev, spki, tokenHash, user, nowMs, grantUntilMs } = admission;
  const known = log.device(dev);
  if (known && (known.spki !== spki || known.revoked)) return 'key-mismatch';
  log.admit({ dev, spki, tokenHash, nowMs });
  log.grant(dev, user, grantUntilMs);
  for (const parked of log.parked(dev, user)) decideAgain(deps, parked, nowMs);
  return 'admitted';
}

/** The grant or the type is there now: the op is decided as if it came now, in the order of its stream (SPEC P8). */
function decideAgain(deps: DecideDeps, parked: StoredOp, nowMs: number): void {
  const parsed = z.safeParse(opSchema, JSON.parse(parked.raw));
  if (!parsed.success) throw new Error(`assertion failed: parked op ${parked.id} is not an op`);
  const result = deps.log.resultById(parked.id);
  if (!result) throw new Error(`assertion failed: parked op ${parked.id} has no result`);
  const stored = { ...parked, receivedAt: nowMs };
  const { verdict, parts } = decideTrusted(deps, parsed.data, stored, result.eff);
  if (verdict.status !== 'parked') deps.log.decideParked(stored, verdict, parts);
  else if (verdict.code !== result.code) deps.log.parkFor(parked.id, verdict.code ?? '');
}

/** Server-made ops derive their id, so doing the same thing twice finds the first result (SPEC W6). */
function applyServerOp(deps: DecideDeps, made: ServerOp): boolean {
  const { log } = deps;
  if (log.resultById(made.id)) return false;
  const dev = `srv:${made.source}`;
  if (!log.device(dev)) log.admit({ dev, spki: '', tokenHash: null, nowMs: made.atMs });
  const device = log.device(dev);
  if (!device) throw new Error('assertion failed: a server stream was just admitted');
  const hlc = makeStamp(made.atMs, 0);
  const op: Op = {
    id: made.id,
    dev,
    n: device.n + 1,
    user: made.user,
    lab: deps.lab,
    hlc,
    v: made.v,
    type: made.type,
    body: made.body as Record<string, unknown>,
    sig: '',
  };
  const stored: StoredOp = {
    id: op.id,
    dev,
    n: op.n,
    user: op.user,
    type: op.type,
    raw: JSON.stringify(op),
    receivedAt: made.atMs,
  };
  const eff = effectiveStamp(hlc, made.atMs, device.eff ?? undefined);
  const { verdict, parts } = decideTrusted({ ...deps, roleOf: () => 'admin' }, op, stored, eff);
  const result = log.commit(stored, verdict, parts);
  log.advance(dev, op.n, op.id, result.eff, made.atMs);
  return verdict.status === 'applied';
}
