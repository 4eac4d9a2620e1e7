/**
 * The local commit point (SPEC O1–O7): one critical section takes n and the stamp, signs, and inserts one row. What it
 * answers is what the screen may say: saved, or nothing was written.
 */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { laterStamp, type Stamp, stampAfter } from '@tidylab/domain/kernel/stamp';
import { checkIntent, type Intent } from '@tidylab/sync/accept/check-intent';
import { type Op, opBytes } from '@tidylab/sync/protocol/op';
import { outboxKey } from '@tidylab/sync/protocol/stored';
import { limits } from '@tidylab/sync/protocol/version';
import type { ClockOffset } from './clock-offset.ts';
import { type OwnOps, seal } from './own-ops.ts';
import { type EnginePorts, StoreError, type StoreProblem } from './ports.ts';

export interface RecorderDeps {
  readonly ports: EnginePorts;
  readonly own: OwnOps;
  readonly offset: ClockOffset;
  /** The highest effective stamp this device has seen; what it does next comes after it. */
  seenEff(): Stamp;
  /** Reads the outbox again: another tab was first. */
  reload(): Promise<void>;
}

/** Room for the signature and the envelope's own text. */
const opBytesMargin = 512;

export async function recordIntent(
  deps: RecorderDeps,
  user: string,
  intent: Intent,
): Promise<Result<Op, RefusalCode | StoreProblem>> {
  const verdict = checkIntent(intent);
  if (!verdict.ok) return verdict;
  const { ports } = deps;
  const { dev, lab } = ports.outbox.stream;
  try {
    return await ports.locks.exclusive(`tidylab:${lab}:${dev}:n`, async () => {
      for (;;) {
        const op = await makeOp(deps, user, intent);
        if (opBytes(op) > limits.opBytesMax - opBytesMargin) return refuse('too-large', String(opBytes(op)));
        const row = {
          n: outboxKey(op.n),
          id: op.id,
          state: 'pending',
          sentAt: null,
          result: null,
          payload: seal(op),
        } as const;
        const outcome = await ports.outbox.insert(row);
        await (outcome === 'inserted' ? Promise.resolve(deps.own.take([row])) : deps.reload());
        if (outcome === 'inserted') return ok(op);
      }
    });
  } catch (error) {
    if (error instanceof StoreError) return refuse(error.problem, error.message);
    throw error;
  }
}

async function makeOp({ ports, own, offset, seenEff }: RecorderDeps, user: string, intent: Intent): Promise<Op> {
  const { dev, lab } = ports.outbox.stream;
  const n = own.last + 1;
  const before = own.at(own.last)?.op.hlc ?? '0'.repeat(16);
  const now = offset.now();
  const unsigned = {
    id: uuidv7(Math.max(0, Math.floor(now)), ports.random(10)),
    dev,
    n,
    user,
    lab,
    hlc: stampAfter(now, laterStamp(before, seenEff())),
    v: 1,
    type: intent.type,
    body: intent.body as Record<string, unknown>,
  };
  return { ...unsigned, sig: await ports.signer.sign(unsigned) };
}
