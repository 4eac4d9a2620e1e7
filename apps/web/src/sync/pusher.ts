/**
 * Sends what has no result yet, in the order of n (SPEC P1–P6). A row is marked as sent before it leaves, so that
 * "never sent" stays true of rows that never left; a result is stored before anything else is done with it.
 */
import type { PushReply, PushRequest } from '@tidylab/sync/protocol/messages';
import { pushReplySchema } from '@tidylab/sync/protocol/messages';
import { type OutboxRow, outboxN, type StoredResult } from '@tidylab/sync/protocol/stored';
import { limits, protocolMinor, schemaVersion } from '@tidylab/sync/protocol/version';
import { exchange, type ExchangeProblem } from './exchange.ts';
import { type OwnOps, sameResult } from './own-ops.ts';
import type { EnginePorts, OutboxChange } from './ports.ts';

export interface PusherDeps {
  readonly ports: EnginePorts;
  readonly own: OwnOps;
  /** The server's epoch, and how far the device has read of it. */
  epoch(): string;
  headSeen(): string;
  /** The line of history that the server is on as far as this tab knows now: it may move while a push is on its way. */
  line(): string;
  reload(): Promise<void>;
}

export type PushOutcome =
  | { ok: true; sent: number; more: boolean }
  | { ok: false; problem: ExchangeProblem | 'new-stream-needed' };

/** Half of what the server takes, since names and brackets come on top. */
const batchBytesMax = limits.pushBytesMax / 2;

function nextBatch(rows: readonly OutboxRow[], opsMax: number): OutboxRow[] {
  const batch: OutboxRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += row.payload.data.length;
    if (batch.length >= opsMax || (batch.length > 0 && bytes > batchBytesMax)) break;
    batch.push(row);
  }
  return batch;
}

export async function pushOnce(deps: PusherDeps, opsMax: number): Promise<PushOutcome> {
  const { ports, own } = deps;
  const line = deps.line();
  const epoch = deps.epoch();
  const unsent = own.unsent();
  const batch = nextBatch(unsent, opsMax);
  if (batch.length === 0) return { ok: true, sent: 0, more: false };
  for (const row of batch) {
    if (row.sentAt === null) await ports.outbox.patch(row.n, { state: 'sent', sentAt: Math.floor(ports.clock.now()) });
  }
  const { dev, lab } = ports.outbox.stream;
  const reply = await exchange(
    ports.transport,
    {
      method: 'POST',
      path: '/sync/v1/push',
      body: {
        proto: protocolMinor,
        schema: schemaVersion,
        epoch,
        dev,
        headSeen: deps.headSeen(),
        ops: batch.map((row) => JSON.parse(row.payload.data) as unknown),
        ...askedAgain(batch),
      },
    },
    pushReplySchema,
  );
  if (!reply.ok) return reply;
  if (reply.value.lab !== lab || reply.value.dev !== dev || reply.value.epoch !== epoch) {
    return { ok: false, problem: 'not-our-server' };
  }
  return settle(deps, line, batch, reply.value, unsent.length > batch.length);
}

/** The stamps of ops that had a result before the server lost it: they keep their place in time (SPEC N4). */
function askedAgain(batch: readonly OutboxRow[]): Pick<PushRequest, 'again'> {
  const again = batch.flatMap(({ n, result }) => (result ? [{ n: outboxN(n), eff: result.eff }] : []));
  return again.length > 0 ? { again } : {};
}

/** Its server may not have it any more: it is asked for once more, with the stamp it had (SPEC N1, N4). */
const toAskAgain = (held: OutboxRow, result: StoredResult | null): OutboxChange =>
  held.state === 'withdrawn' ? { result: null } : { state: 'sent', result };

/**
 * What a result of `line` makes of its row. While it was on its way the server may have been restored, here known or
 * not, and another tab may have stored the result of another line: the server is then asked which one holds.
 */
function settled(held: OutboxRow, sent: OutboxRow, result: StoredResult, lineNow: string): OutboxChange {
  const { epoch: line } = result;
  const isOvertaken = held.result !== null && held.result.epoch !== line && !sameResult(held, sent);
  if (isOvertaken) return held.result?.epoch === lineNow ? {} : toAskAgain(held, held.result);
  if (line !== lineNow) return toAskAgain(held, result);
  return { state: held.state === 'withdrawn' ? 'withdrawn' : 'acknowledged', result };
}

async function settle(
  deps: PusherDeps,
  line: string,
  batch: readonly OutboxRow[],
  reply: PushReply,
  more: boolean,
): Promise<PushOutcome> {
  const { ports, own } = deps;
  const answered: OutboxRow[] = [];
  for (const result of reply.results) {
    const row = batch.find((candidate) => outboxN(candidate.n) === result.n && candidate.id === result.id);
    if (!row) continue;
    await ports.outbox.patch(row.n, (held) => settled(held, row, { ...result, epoch: line }, deps.line()));
    answered.push(row);
  }
  // The line moved meanwhile: the hello that moved it may have looked at these rows before they were stored.
  if (deps.line() !== line) {
    for (const { n } of answered) {
      await ports.outbox.patch(n, (held) => (held.result?.epoch === line ? toAskAgain(held, held.result) : {}));
    }
  }
  await deps.reload();
  if (reply.fork) return { ok: false, problem: 'new-stream-needed' };
  const expected = reply.gap?.expected;
  if (expected !== undefined) {
    // It was sent just now: such a server would ask for it for ever.
    if (batch.some((row) => outboxN(row.n) === expected)) return { ok: false, problem: 'not-our-server' };
    return rewind(deps, expected);
  }
  if (answered.length === 0) return { ok: false, problem: 'not-our-server' };
  return { ok: true, sent: answered.length, more: more || own.unsent().length > 0 };
}

/** The server has less than it once acknowledged: everything from there on goes again (SPEC P5). */
export async function rewind(
  { ports, own, reload }: Pick<PusherDeps, 'ports' | 'own' | 'reload'>,
  expected: number,
): Promise<PushOutcome> {
  if (!own.row(expected)) return { ok: false, problem: 'new-stream-needed' };
  for (let n = expected; n <= own.last; n++) {
    const row = own.row(n);
    if (row?.state === 'acknowledged') await ports.outbox.patch(row.n, { state: 'sent' });
    else if (row?.state === 'withdrawn' && row.result) await ports.outbox.patch(row.n, { result: null });
  }
  await reload();
  return { ok: true, sent: 0, more: true };
}
