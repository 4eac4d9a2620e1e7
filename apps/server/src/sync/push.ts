/**
 * Push (SPEC P1–P9): one transaction for the request, a savepoint for each op, the result stored with the effects.
 * Nothing outside the database changes before COMMIT, so a reply that is lost costs nothing: the same ops sent again
 * find their results.
 */
import { effectiveStamp } from '@tidylab/domain/kernel/stamp';
import { parseCursor, writeCursor } from '@tidylab/sync/protocol/cursor';
import type { OpResult, PushReply, PushRequest } from '@tidylab/sync/protocol/messages';
import { limits, protocolMinor } from '@tidylab/sync/protocol/version';
import type { ChangeLog } from './change-log.ts';
import { decideOp, type DecideDeps, type Received, receive } from './decide-op.ts';

/** Why a whole push was not looked at. Nothing was written. */
export type PushRefusal = 'malformed' | 'wrong-device' | 'too-many-ops' | 'epoch' | 'unknown-device';

export type PushOutcome = { ok: true; reply: PushReply } | { ok: false; code: PushRefusal; detail: string };

interface Named {
  id: string;
  dev: string;
  n: number;
}

function isNamed(raw: unknown): raw is Named {
  if (typeof raw !== 'object' || raw === null) return false;
  const { id, dev, n } = raw as Partial<Record<keyof Named, unknown>>;
  return (
    typeof id === 'string' &&
    id.length <= 80 &&
    typeof dev === 'string' &&
    dev.length <= 80 &&
    Number.isSafeInteger(n) &&
    (n as number) > 0
  );
}

export function push(deps: DecideDeps, dev: string, request: PushRequest, nowMs: number): PushOutcome {
  const refuse = (code: PushRefusal, detail: string): PushOutcome => ({ ok: false, code, detail });
  if (request.dev !== dev) return refuse('wrong-device', request.dev);
  if (request.ops.length > limits.pushOpsMax) return refuse('too-many-ops', String(request.ops.length));
  const received: Received[] = [];
  for (const raw of request.ops) {
    if (!isNamed(raw)) return refuse('malformed', 'an op names no id, dev and n');
    if (raw.dev !== dev) return refuse('wrong-device', raw.dev);
    received.push(receive(raw, nowMs, request.again?.find(({ n }) => n === raw.n)?.eff));
  }
  return deps.log.transaction((): PushOutcome => {
    if (!continuesFeed(deps.log, request)) return refuse('epoch', deps.log.epochs().at(-1)?.id ?? '');
    if (!deps.log.device(dev)) return refuse('unknown-device', dev);
    return { ok: true, reply: pushAll(deps, dev, received, nowMs) };
  });
}

/** A device that has read another feed than ours must not push to this one before it has said hello (SPEC F3). */
function continuesFeed(log: ChangeLog, request: PushRequest): boolean {
  const cursor = parseCursor(request.headSeen);
  return request.epoch === log.epochs().at(-1)?.id && cursor !== undefined && log.chainAt(cursor.seq) === cursor.chain;
}

function pushAll(deps: DecideDeps, dev: string, received: readonly Received[], nowMs: number): PushReply {
  const { log } = deps;
  const results: OpResult[] = [];
  let stop: Pick<PushReply, 'gap' | 'fork'> = {};
  for (const one of received) {
    const device = log.device(dev);
    if (!device) break;
    const { id, n } = one.stored;
    const known = log.resultAt(dev, n);
    if (known?.id === id) {
      results.push(known);
      continue;
    }
    if (n <= device.n) {
      stop = { fork: { n, op: known?.id ?? '' } };
      break;
    }
    if (n > device.n + 1) {
      stop = { gap: { expected: device.n + 1 } };
      break;
    }
    const result = pushOne(deps, one, nowMs);
    log.advance(dev, n, id, result.eff, nowMs);
    results.push(result);
  }
  const { seq, chain } = log.head();
  const epoch = log.epochs().at(-1)?.id ?? '';
  return {
    proto: protocolMinor,
    lab: deps.lab,
    epoch,
    dev,
    time: nowMs,
    head: writeCursor(seq, chain),
    results,
    ...stop,
  };
}

function pushOne(deps: DecideDeps, one: Received, nowMs: number): OpResult {
  const device = deps.log.device(one.stored.dev);
  if (!device) throw new Error('assertion failed: the device vanished inside its own transaction');
  const elsewhere = deps.log.resultById(one.stored.id);
  if (elsewhere) {
    const eff = effectiveStamp(one.stamp, nowMs, device.eff ?? undefined);
    return deps.log.commitDuplicate(one.stored, eff, elsewhere);
  }
  const { verdict, parts } = decideOp(deps, device, one, nowMs);
  return deps.log.commit(one.stored, verdict, parts);
}
