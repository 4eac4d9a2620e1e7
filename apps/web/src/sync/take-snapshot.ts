/**
 * A new base by snapshot (SPEC F12): beside the old one, chunk by chunk, each checked by its name and stored; what a
 * tab that died has stored is not fetched again. The manifest is written when every chunk is there.
 */
import { seqOf } from '@tidylab/sync/protocol/cursor';
import { readChunk } from '@tidylab/sync/protocol/chunk';
import { type SnapshotManifest, snapshotManifestSchema } from '@tidylab/sync/protocol/messages';
import { sha256Hex } from '@tidylab/sync/protocol/op';
import { chunkKey, lineOf, type Manifest, segmentFormat } from '@tidylab/sync/protocol/stored';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { BaseKeeper } from './base-keeper.ts';
import { breathing } from './breath.ts';
import { exchange, type ExchangeProblem } from './exchange.ts';
import type { EnginePorts } from './ports.ts';
import { isForked, type PullerDeps } from './puller.ts';
import { chunkSegment } from './read-base.ts';

export interface SnapshotDeps extends Pick<PullerDeps, 'ports' | 'own' | 'reload'> {
  readonly replica: Replica;
  readonly keeper: BaseKeeper;
}

/** Which history the new base must be of. */
export interface SnapshotTarget {
  readonly epoch: string;
  readonly line: string;
  readonly scopeId: string;
}

export type SnapshotOutcome = { ok: true } | { ok: false; problem: ExchangeProblem | 'new-stream-needed' };

export async function takeSnapshot(deps: SnapshotDeps, target: SnapshotTarget): Promise<SnapshotOutcome> {
  const { ports, keeper, replica } = deps;
  const reply = await exchange(ports.transport, { method: 'GET', path: '/sync/v1/snapshot' }, snapshotManifestSchema);
  if (!reply.ok) return reply;
  const snapshot = reply.value;
  if ((snapshot.lab ?? ports.outbox.stream.lab) !== ports.outbox.stream.lab) return notOurs;
  // The server was restored since hello: the next hello tells.
  if (snapshot.epoch !== target.epoch || snapshot.scopeId !== target.scopeId) return { ok: false, problem: 'epoch' };
  if (await isForked(deps, snapshot)) return { ok: false, problem: 'new-stream-needed' };
  const held = keeper.manifest ?? (await ports.base.manifest());
  const sameLine = held !== null && lineOf(held) === target.line && held.scopeId === target.scopeId;
  if (sameLine && !keeper.damaged && seqOf(snapshot.asOfSeq) <= replica.position.seq) return { ok: true };
  const stored = await storeChunks(ports, target, snapshot, held === null ? replica : null);
  if (!stored.ok) return stored;
  const next = toManifest(ports.outbox.stream.lab, target, snapshot, (held?.gen ?? 0) + 1);
  const swapped = await keeper.swap(async () => ((await holdsAll(ports, next)) ? next : null));
  if (!swapped && !(await isElsewhere(ports, held))) return { ok: false, problem: 'server' };
  await keeper.follow();
  return { ok: true };
}

const notOurs = { ok: false, problem: 'not-our-server' } as const;

/** Another tab wrote a manifest meanwhile. */
const isElsewhere = async ({ base }: EnginePorts, held: Manifest | null): Promise<boolean> =>
  (await base.manifest())?.gen !== held?.gen;

async function storeChunks(
  ports: EnginePorts,
  target: SnapshotTarget,
  snapshot: SnapshotManifest,
  preview: Replica | null,
): Promise<SnapshotOutcome> {
  const of = { lab: ports.outbox.stream.lab, epoch: target.epoch, scopeId: target.scopeId };
  const breath = breathing(ports);
  for (const { sha256 } of snapshot.chunks) {
    const key = chunkKey(target.line, target.scopeId, sha256);
    let text = (await ports.base.segment(key))?.payload.data;
    if (text === undefined) {
      const fetched = await fetchChunk(ports, sha256);
      if (!fetched.ok) return fetched;
      text = fetched.text;
      await ports.base.insertSegment(chunkSegment(of, key, text));
    }
    preview?.preview(readChunk(text));
    await breath();
  }
  return { ok: true };
}

async function fetchChunk(
  { transport }: EnginePorts,
  sha256: string,
): Promise<{ ok: true; text: string } | { ok: false; problem: ExchangeProblem }> {
  let reply: Awaited<ReturnType<typeof transport.send>>;
  try {
    reply = await transport.send({ method: 'GET', path: `/sync/v1/snapshot/${sha256}` });
  } catch {
    return { ok: false, problem: 'network' };
  }
  if (reply.status !== 200) return { ok: false, problem: reply.status >= 500 ? 'server' : 'not-our-server' };
  return reply.text !== undefined && sha256Hex(reply.text) === sha256 ? { ok: true, text: reply.text } : notOurs;
}

/** Nobody deletes while this is asked: the caller shares the lock. */
async function holdsAll({ base }: EnginePorts, next: Manifest): Promise<boolean> {
  for (const key of next.chunks) if ((await base.segment(key)) === null) return false;
  return true;
}

function toManifest(lab: string, target: SnapshotTarget, snapshot: SnapshotManifest, gen: number): Manifest {
  const { epoch, line, scopeId } = target;
  const { asOfSeq, windowSeq, windowEff, ackN, open } = snapshot;
  return {
    gen,
    fmt: segmentFormat,
    lab,
    epoch,
    scopeId,
    start: asOfSeq,
    windowSeq,
    windowEff,
    ackN,
    open,
    chunks: snapshot.chunks.map(({ sha256 }) => chunkKey(line, scopeId, sha256)),
    ...(line === epoch ? {} : { line }),
  };
}
