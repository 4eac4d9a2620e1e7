/**
 * Pages become chunks when nothing else is to do (SPEC S7): the parts of one instant are written as new chunks, one
 * write of the manifest puts them in force, and then the old segments go. It may die at any point and be done again.
 */
import { ChunkWriter, type FinishedChunk, inOrderOfUse } from '@tidylab/sync/protocol/chunk';
import type { Part } from '@tidylab/sync/protocol/messages';
import { sha256Hex } from '@tidylab/sync/protocol/op';
import { chunkKey, lineOf } from '@tidylab/sync/protocol/stored';
import { limits } from '@tidylab/sync/protocol/version';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { BaseKeeper } from './base-keeper.ts';
import { type Breath, breathing } from './breath.ts';
import type { EnginePorts } from './ports.ts';
import { chunkSegment } from './read-base.ts';

export interface FoldDeps {
  readonly ports: Pick<EnginePorts, 'base' | 'clock' | 'timers'>;
  readonly replica: Replica;
  readonly keeper: BaseKeeper;
  readonly chunkRows: number;
}

/** True when the pages are chunks now; false when another tab was first. */
export async function foldBase({ ports, replica, keeper, chunkRows }: FoldDeps): Promise<boolean> {
  const held = keeper.manifest;
  if (!held) return false;
  const { cursor, position } = replica;
  const parts = replica.baseParts();
  const breath = breathing(ports);
  const swapped = await keeper.swap(async () => {
    const chunks: string[] = [];
    for await (const { text } of chunksOf(parts, chunkRows, breath)) {
      const key = chunkKey(lineOf(held), held.scopeId, sha256Hex(text));
      await ports.base.insertSegment(chunkSegment(held, key, text));
      chunks.push(key);
    }
    return { ...held, gen: held.gen + 1, start: cursor, ackN: position.ackN, open: [...position.open], chunks };
  });
  await keeper.follow();
  return swapped;
}

/** By kind and key, so that a chunk in which nothing changed has the name it had. */
async function* chunksOf(parts: readonly Part[], chunkRows: number, breath: Breath): AsyncGenerator<FinishedChunk> {
  const kinds = new Map<string, Part[]>();
  for (const part of parts) {
    const held = kinds.get(part.kind);
    if (held) held.push(part);
    else kinds.set(part.kind, [part]);
  }
  for (const kind of inOrderOfUse(kinds.keys())) {
    const ofKind = (kinds.get(kind) ?? []).sort((a, b) => (a.key < b.key ? -1 : 1));
    await breath();
    const writer = new ChunkWriter(chunkRows, limits.chunkBytesTarget);
    for (const { key, value } of ofKind) {
      const done = writer.put(kind, key, JSON.stringify(value));
      if (!done) continue;
      yield done;
      await breath();
    }
    const rest = writer.end();
    if (rest) yield rest;
  }
}
