/** Bugs of a device: each wraps its ports, or methods of one engine's replica. */
import type { FeedRow, Page } from '@tidylab/sync/protocol/messages';
import type { Op } from '@tidylab/sync/protocol/op';
import { seqOf } from '@tidylab/sync/protocol/cursor';
import { finalStatus } from '@tidylab/sync/replica/coverage';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { Segment } from '@tidylab/sync/protocol/stored';
import type { Engine } from '../../../apps/web/src/sync/engine.ts';
import type { EnginePorts, Transport } from '../../../apps/web/src/sync/ports.ts';
import type { Mutant } from '../mutants.ts';
import type { Device } from '../world/device.ts';

/** How far each device believes to have read: written before the page itself. */
const checkpoints = new WeakMap<Device, Map<string, Segment>>();

function checkpointFirst(ports: EnginePorts, device: Device): EnginePorts {
  const ahead = checkpoints.get(device) ?? new Map<string, Segment>();
  checkpoints.set(device, ahead);
  const { base } = ports;
  return {
    ...ports,
    base: {
      ...base,
      insertSegment(segment) {
        const page = JSON.parse(segment.payload.data) as Page;
        ahead.set(segment.key, {
          ...segment,
          payload: { ...segment.payload, data: JSON.stringify({ ...page, rows: [] }) },
        });
        return base.insertSegment(segment);
      },
      segment: async (key) => (await base.segment(key)) ?? ahead.get(key) ?? null,
    },
  };
}

/** A refused op is of no more use, and goes. */
const dropRejected = (ports: EnginePorts, device: Device): EnginePorts => ({
  ...ports,
  outbox: {
    ...ports.outbox,
    async patch(key, change) {
      await ports.outbox.patch(key, change);
      const result = device.disk.outbox.get(key)?.result;
      if (result && finalStatus(result) === 'rejected') device.disk.outbox.delete(key);
    },
  },
});

/** A second tab that takes the same n writes over the first one's row. */
const nIsNoKey = (ports: EnginePorts, device: Device): EnginePorts => ({
  ...ports,
  outbox: {
    ...ports.outbox,
    async insert(row) {
      if ((await ports.outbox.insert(row)) === 'taken') device.disk.outbox.set(row.n, row);
      return 'inserted';
    },
  },
});

const segmentOverwritten = (ports: EnginePorts, device: Device): EnginePorts => ({
  ...ports,
  base: {
    ...ports.base,
    async insertSegment(segment) {
      if ((await ports.base.insertSegment(segment)) === 'taken')
        device.disk.segments.set(segment.key, JSON.stringify(segment));
      return 'inserted';
    },
  },
});

/** Any 200 to a push means that all is done. */
function htmlIsAResult(ports: EnginePorts): EnginePorts {
  const send: Transport['send'] = async (request) => {
    const reply = await ports.transport.send(request);
    if (!request.path.endsWith('/push') || reply.status !== 200 || reply.json !== undefined) return reply;
    const { epoch, dev, headSeen, ops } = request.body as { epoch: string; dev: string; headSeen: string; ops: Op[] };
    const results = ops.map(({ id, n, hlc }, i) => ({
      id,
      n,
      status: 'applied',
      seq: seqOf(headSeen) + i + 1,
      eff: hlc,
    }));
    return {
      status: 200,
      json: { proto: 1, lab: ports.outbox.stream.lab, epoch, dev, time: ports.clock.now(), head: headSeen, results },
    };
  };
  return { ...ports, transport: { send } };
}

/** Changes what a replica is given, whoever gives it. */
function rewritePages({ replica }: Engine, rewrite: (page: Page, replica: Replica) => Page): void {
  const apply = replica.applyPage.bind(replica);
  replica.applyPage = (page) => apply(rewrite(page, replica));
}

/** An own op counts as arrived with its row, though the row says that it waits. */
const endedByRow = (engine: Engine): void => rewritePages(engine, (page) => ({ ...page, open: [] }));

const noSinceCheck = (engine: Engine): void =>
  rewritePages(engine, (page, replica) => ({ ...page, since: replica.cursor }));

/** The device adds accepted movements by itself, in the order of their arrival. */
function addMovements(engine: Engine): void {
  rewritePages(engine, (page, replica) => {
    const held = new Map<string, number>();
    const rows = page.rows.map((row): FeedRow => {
      const posting = row.parts.find((part) => part.kind === 'posting')?.value as
        | { id: string; kind: string; entries: { what: string; from: string; to: string; qty: number }[] }
        | undefined;
      const moves = posting !== undefined && posting.id === row.op && posting.kind !== 'count';
      const parts = row.parts.map((part) => {
        if (part.kind !== 'balance') return part;
        const value = part.value as { qty: number };
        const before = held.get(part.key) ?? replica.baseBalance(part.key)?.qty ?? 0;
        const sum = (posting?.entries ?? []).reduce(
          (total, { what, from, to, qty }) =>
            total + (part.key === `${what}@${to}` ? qty : 0) - (part.key === `${what}@${from}` ? qty : 0),
          0,
        );
        const qty = moves ? before + sum : value.qty;
        held.set(part.key, qty);
        return { ...part, value: { ...value, qty } };
      });
      return { ...row, parts };
    });
    return { ...page, rows };
  });
}

export const clientMutants: readonly Mutant[] = [
  { name: 'checkpoint before data', client: { ports: checkpointFirst } },
  { name: 'rejected ops dropped', client: { ports: dropRejected } },
  { name: 'n is no key', client: { ports: nIsNoKey } },
  { name: 'a segment overwritten', client: { ports: segmentOverwritten } },
  { name: 'an HTML 200 taken as a result', client: { ports: htmlIsAResult } },
  { name: 'overlay ended when its row arrives', client: { engine: endedByRow } },
  { name: 'a page applied without its since check', client: { engine: noSinceCheck } },
  { name: 'accepted movements added on the device', client: { engine: addMovements } },
];
