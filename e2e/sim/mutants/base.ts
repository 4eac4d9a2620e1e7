/** Bugs of a device about its base: how it is folded, replaced, and told from that of another epoch. */
import { parseCursor, seqOf, writeCursor } from '@tidylab/sync/protocol/cursor';
import { lineOf, type Manifest, pageKey } from '@tidylab/sync/protocol/stored';
import type { EnginePorts, Transport } from '../../../apps/web/src/sync/ports.ts';
import type { Mutant } from '../mutants.ts';
import type { Device } from '../world/device.ts';

/** A tab reads the manifest once: the pages that a fold deletes are those it has still to read. */
function deletesUnderFollower(ports: EnginePorts): EnginePorts {
  let first: Manifest | null = null;
  return { ...ports, base: { ...ports.base, manifest: async () => (first ??= await ports.base.manifest()) } };
}

/** The old segments go first, then comes the manifest that no longer needs them. */
const deletesFirst = (ports: EnginePorts, device: Device): EnginePorts => ({
  ...ports,
  base: {
    ...ports.base,
    async putManifest(next, gen) {
      const keep = new Set([...next.chunks, pageKey(lineOf(next), next.scopeId, next.start)]);
      if (gen !== null)
        for (const key of device.disk.segments.keys()) if (!keep.has(key)) device.disk.segments.delete(key);
      return ports.base.putManifest(next, gen);
    },
  },
});

/** A result does not say of which epoch its seq is. */
const noEpochOnResults = (ports: EnginePorts): EnginePorts => ({
  ...ports,
  outbox: {
    ...ports.outbox,
    patch(key, change) {
      return ports.outbox.patch(key, (held) => {
        const changed = typeof change === 'function' ? change(held) : change;
        if (!changed.result) return changed;
        const { epoch: _epoch, ...result } = changed.result;
        return { ...changed, result };
      });
    },
  },
});

/** The device goes on with its base whatever the epoch, and reads the new feed from the seq where it stood. */
function keptAcrossEpochs(ports: EnginePorts, device: Device): EnginePorts {
  const { server } = device;
  const moved = (cursor: string): string => {
    const seq = Math.min(seqOf(cursor), server.head());
    const chain = server.reader().prepare('SELECT chain FROM feed WHERE seq = ?').pluck().get(seq);
    return typeof chain === 'string' ? writeCursor(seq, chain) : cursor;
  };
  const send: Transport['send'] = async (request) => {
    const asked = /since=([^&]+)/.exec(request.path)?.[1];
    if (asked === undefined || !parseCursor(asked)) {
      const body = request.body as { headSeen?: string } | undefined;
      return ports.transport.send(
        body?.headSeen === undefined ? request : { ...request, body: { ...body, headSeen: moved(body.headSeen) } },
      );
    }
    const reply = await ports.transport.send({ ...request, path: request.path.replace(asked, moved(asked)) });
    const page = reply.json as { since?: string; rows?: unknown[] } | undefined;
    return page?.rows ? { ...reply, json: { ...page, since: asked } } : reply;
  };
  return {
    ...ports,
    transport: { send },
    base: {
      ...ports.base,
      async manifest() {
        const held = await ports.base.manifest();
        return held && { ...held, epoch: server.epoch(), line: lineOf(held) };
      },
    },
  };
}

export const baseMutants: readonly Mutant[] = [
  { name: 'a fold deletes under a follower', client: { ports: deletesUnderFollower } },
  { name: 'a fold deletes before its manifest is written', client: { ports: deletesFirst } },
  { name: 'seqs compared across epochs', client: { ports: noEpochOnResults } },
  { name: 'a base kept across epochs', client: { ports: keptAcrossEpochs } },
];
