/**
 * What becomes of one op: the order of the questions is the order of SPEC P7. Runs inside the push's transaction;
 * everything but a broken database ends in a verdict, so that one bad op never blocks its stream.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { earlierStamp, effectiveStamp } from '@tidylab/domain/kernel/stamp';
import { fromBase64url } from '@tidylab/domain/kernel/bytes';
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { may } from '@tidylab/domain/permissions/permissions';
import type { ReviewValue } from '@tidylab/sync/protocol/kinds';
import type { OpResult, Part } from '@tidylab/sync/protocol/messages';
import { hasCanonicalBody, type Op, opBytes, opSchema, signedBytes } from '@tidylab/sync/protocol/op';
import { limits } from '@tidylab/sync/protocol/version';
import { factOf } from '@tidylab/sync/replica/coverage';
import * as z from 'zod/mini';
import type { Log } from '../platform/deps.ts';
import type { ChangeLog, DeviceState, StoredOp, Verdict } from './change-log.ts';
import { handlerKey, type OpHandlers } from './handlers.ts';
import type { RoleOf } from './ports.ts';

export interface DecideDeps {
  readonly lab: string;
  readonly log: ChangeLog;
  readonly handlers: OpHandlers;
  readonly roleOf: RoleOf;
  readonly report: Log;
}

export interface Decision {
  readonly verdict: Verdict;
  readonly parts: readonly Part[];
}

/** An op that came by push, read as far as it could be. */
export interface Received {
  readonly stored: StoredOp;
  readonly op: Op | undefined;
  /** The stamp it asks for: its own, or the earlier one that a server gave it which lost it since (SPEC N4). */
  readonly stamp: string;
  readonly problem: string;
}

/** `raw` is known to name an id, a dev and an n; whether the rest is an op is found out here. */
export function receive(raw: { id: string; dev: string; n: number }, nowMs: number, givenEff?: string): Received {
  const parsed = z.safeParse(opSchema, raw);
  const { id, dev, n } = raw;
  const text = JSON.stringify(raw);
  const stored = {
    id,
    dev,
    n,
    user: parsed.data?.user ?? '',
    type: parsed.data?.type ?? '',
    raw: text,
    receivedAt: nowMs,
  };
  const hlc = parsed.data?.hlc ?? '0'.repeat(16);
  const stamp = givenEff === undefined ? hlc : earlierStamp(hlc, givenEff);
  return { stored, stamp, op: parsed.data, problem: parsed.success ? '' : z.prettifyError(parsed.error).slice(0, 500) };
}

export function decideOp(deps: DecideDeps, device: DeviceState, received: Received, nowMs: number): Decision {
  const { op, stored } = received;
  const eff = effectiveStamp(received.stamp, nowMs, device.eff ?? undefined);
  if (!op) return reject(stored, eff, 'malformed', received.problem);
  if (op.lab !== deps.lab) return reject(stored, eff, 'wrong-lab', op.lab);
  if (opBytes(op) > limits.opBytesMax) return reject(stored, eff, 'too-large', String(opBytes(op)));
  if (!hasCanonicalBody(op))
    return reject(stored, eff, 'quantity-out-of-range', 'a number in the body is not a safe integer');
  if (!isSigned(op, device.spki)) return reject(stored, eff, 'unsigned', '');
  const until = deps.log.grants(op.dev).find((grant) => grant.user === op.user)?.until ?? 0;
  if (until <= nowMs) return park(stored, eff, 'no-grant');
  return decideTrusted(deps, op, stored, eff);
}

/** The second half, for ops whose authorship is settled: granted ones, and those the server made itself. */
export function decideTrusted(deps: DecideDeps, op: Op, stored: StoredOp, eff: string): Decision {
  const handler = deps.handlers.get(handlerKey(op.type, op.v));
  if (!handler) return park(stored, eff, 'unknown-type');
  const role = deps.roleOf(deps.lab, op.user);
  const acts = [handler.act?.(op.body, op) ?? op.type].flat();
  const forbidden = acts.find((act) => !role || !may(role, act));
  if (forbidden !== undefined) return reject(stored, eff, 'no-permission', forbidden);
  const fact = factOf(op);
  const owner = fact === undefined ? undefined : deps.log.factOwner(fact);
  if (owner !== undefined) return { verdict: duplicateOf(deps.log.resultById(owner), eff), parts: [] };
  return applyInSavepoint(deps, handler, op, stored, eff);
}

class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string | undefined,
  ) {
    super(code);
  }
}

function applyInSavepoint(
  deps: DecideDeps,
  handler: { apply: NonNullable<ReturnType<OpHandlers['get']>>['apply'] },
  op: Op,
  stored: StoredOp,
  eff: string,
): Decision {
  try {
    const { parts, merged } = deps.log.savepoint(() => {
      const result = handler.apply(op, { eff });
      if (!result.ok) throw new Refused(result.code, result.detail);
      for (const fact of result.value.facts) deps.log.putFact(fact, op.id);
      return result.value;
    });
    return { verdict: { status: merged ? 'merged' : 'applied', eff }, parts };
  } catch (error) {
    if (error instanceof Refused) return reject(stored, eff, error.code, error.detail ?? '');
    if (isStorageError(error)) throw error;
    deps.report.error({ op: op.id, type: op.type, error: String(error) }, 'a handler failed; the op is in quarantine');
    return reject(stored, eff, 'internal', '');
  }
}

/** Busy, full, read-only or broken storage: the whole push fails and is tried again; nothing is decided. */
export function isStorageError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(BUSY|FULL|IOERR|READONLY|CORRUPT|NOTADB|CANTOPEN|NOMEM|PROTOCOL)/.test(code);
}

/** Reading a key costs more than checking a signature with it. */
const keys = new Map<string, KeyObject>();
const keysMax = 1_000;

function keyOf(spki: string): KeyObject {
  const known = keys.get(spki);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
  if (keys.size >= keysMax) keys.clear();
  keys.set(spki, key);
  return key;
}

function isSigned(op: Op, spki: string): boolean {
  const signature = fromBase64url(op.sig);
  if (signature?.length !== 64) return false;
  try {
    return verify('sha256', signedBytes(op), { key: keyOf(spki), dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}

function reject(op: StoredOp, eff: string, code: RefusalCode, detail: string): Decision {
  const review: ReviewValue = {
    kind: 'rejected',
    op: op.id,
    dev: op.dev,
    user: op.user,
    eff,
    code,
    detail,
    about: op.type,
  };
  return {
    verdict: { status: 'rejected', eff, code, detail },
    parts: [{ kind: 'review', key: `rejected:${op.id}`, value: review }],
  };
}

const park = (_op: StoredOp, eff: string, code: RefusalCode): Decision => ({
  verdict: { status: 'parked', eff, code },
  parts: [],
});

function duplicateOf(first: OpResult | undefined, eff: string): Verdict {
  if (!first) return { status: 'duplicate', eff };
  const { id: _id, n: _n, first: original, ...verdict } = first;
  return { status: 'duplicate', eff, first: original ?? verdict };
}
