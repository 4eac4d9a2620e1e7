/** The engine's ports in memory: two tabs may share one device, and the test says what the server answers. */
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import type { Intent } from '@tidylab/sync/accept/check-intent';
import { feedStart } from '@tidylab/sync/protocol/cursor';
import { ChunkWriter } from '@tidylab/sync/protocol/chunk';
import type {
  FeedRow,
  HelloReply,
  OpResult,
  Page,
  Part,
  PushReply,
  PushRequest,
  SnapshotManifest,
} from '@tidylab/sync/protocol/messages';
import { sha256Hex, type Op } from '@tidylab/sync/protocol/op';
import { type Manifest, type OutboxRow, outboxKey, type Segment } from '@tidylab/sync/protocol/stored';
import { seal } from '../own-ops.ts';
import { type EnginePorts, type Reply, StoreError, type StoreProblem } from '../ports.ts';

export const startMs = Date.UTC(2026, 10, 22, 9);
export const lot = uuidv5('a lot');
export const shelf = `l:${uuidv5('a shelf')}`;
export const taking = (qty: number): Intent => ({
  type: 'post-consume',
  body: { entries: [{ what: lot, from: shelf, to: 'v:consumed', qty }] },
});
export const cursorAt = (seq: number): string =>
  seq === 0 ? feedStart : `${seq}.${seq.toString(16).padStart(16, '0')}`;

export const opOf = (n: number, over: Partial<Op> = {}): Op =>
  ({
    id: uuidv5(`op ${n}`),
    dev: 'dev',
    n,
    user: 'ana',
    lab: 'lab',
    hlc: makeStamp(startMs + n, 0),
    v: 1,
    ...taking(1),
    sig: 's',
    ...over,
  }) as Op;
export const resultOf = (op: Op, seq: number, over: Partial<OpResult> = {}): OpResult => ({
  id: op.id,
  n: op.n,
  status: 'applied',
  seq,
  eff: op.hlc,
  ...over,
});
export const rowOf = (op: Op, over: Partial<OutboxRow> = {}): OutboxRow => ({
  n: outboxKey(op.n),
  id: op.id,
  state: 'pending',
  sentAt: null,
  result: null,
  payload: seal(op),
  ...over,
});

/** What a profile has on disk, whichever tab looks. */
export class Disk {
  rows = new Map<string, OutboxRow>();
  segments = new Map<string, Segment>();
  manifest: Manifest | null = null;
  /** What the next steps of the disk do instead of working. */
  broken: StoreProblem | null = null;
  readonly outboxListeners = new Set<() => void>();
  readonly baseListeners = new Set<() => void>();

  step(): void {
    if (this.broken) throw new StoreError(this.broken, 'the disk');
  }
}

/** A server that gives every op the next seq, in the order it comes. */
export class FakeServer {
  feed: FeedRow[] = [];
  results = new Map<number, OpResult>();
  get epoch(): string {
    return this.epochs.at(-1)?.id ?? '';
  }
  scopeId = 'scope';
  /** Every request, oldest first. */
  readonly asked: { path: string; body: unknown }[] = [];
  /** Answers in place of the server; undefined lets it answer. */
  instead: (path: string, body: unknown) => Reply | 'offline' | undefined = () => undefined;
  pageMax = 500;
  floor = 0;
  chunkRows = 2;
  epochs: HelloReply['epochs'] = [{ id: 'epoch', forkSeq: 0 }];
  /** Makes the cursors of another server's feed differ from those that were handed out before. */
  chainMark = '';

  pushes(): PushRequest[] {
    return this.asked.filter(({ path }) => path === '/sync/v1/push').map(({ body }) => body as PushRequest);
  }

  count(part: string): number {
    return this.asked.filter(({ path }) => path.includes(part)).length;
  }

  add(parts: FeedRow['parts'], over: Partial<FeedRow> = {}): number {
    const seq = this.feed.length + 1;
    this.feed.push({
      seq,
      op: uuidv5(`row ${seq}`),
      dev: 'other',
      n: seq,
      eff: makeStamp(startMs, seq),
      parts,
      ...over,
    });
    return seq;
  }

  async send({ path, body }: { path: string; body?: unknown }): Promise<Reply> {
    this.asked.push({ path, body });
    await Promise.resolve();
    const other = this.instead(path, body);
    if (other === 'offline') throw new TypeError('Failed to fetch');
    if (other) return other;
    if (path === '/sync/v1/hello') return { status: 200, json: this.hello() };
    if (path === '/sync/v1/push') return { status: 200, json: this.push(body as PushRequest) };
    if (path === '/sync/v1/snapshot') return { status: 200, json: this.snapshot() };
    if (path.startsWith('/sync/v1/snapshot/')) {
      const text = this.chunks.get(path.split('/').at(-1) ?? '');
      return text === undefined
        ? { status: 404, json: { code: 'snapshot-gone' } }
        : { status: 200, json: undefined, text };
    }
    if (path.includes('/pull')) {
      const since = new URL(path, 'http://x').searchParams.get('since') ?? '';
      const seq = Number(since.split('.')[0]);
      if (seq > this.feed.length || this.cursorAt(seq) !== since) return { status: 409, json: { code: 'epoch' } };
      if (seq < this.floor) return { status: 410, json: { code: 'resnapshot' } };
    }
    return { status: 200, json: this.page(new URL(path, 'http://x').searchParams.get('since') ?? '') };
  }

  /** As the module's, or of another feed from the seq on at which this server went its own way. */
  cursorAt(seq: number): string {
    const own = this.chainMark !== '' && seq > (this.epochs.at(-1)?.forkSeq ?? 0);
    return own ? `${seq}.${this.chainMark}${seq.toString(16).padStart(15, '0')}` : cursorAt(seq);
  }

  readonly chunks = new Map<string, string>();

  /** Of all parts of the feed, in the order in which they came. */
  snapshot(): SnapshotManifest {
    const parts = new Map<string, Part>();
    for (const row of this.feed) for (const part of row.parts) parts.set(`${part.kind} ${part.key}`, part);
    const writer = new ChunkWriter(this.chunkRows, 1e9);
    const made = [...parts.values()].map(({ kind, key, value }) => writer.put(kind, key, JSON.stringify(value)));
    const chunks = [...made, writer.end()].flatMap((chunk) => {
      if (!chunk) return [];
      const { kind, key, rows, text } = chunk;
      const sha256 = sha256Hex(text);
      this.chunks.set(sha256, text);
      return [{ sha256, kind, key, rows, bytes: text.length }];
    });
    const { next, ackN, open } = this.page(cursorAt(0), this.feed.length);
    const { epoch, scopeId } = this;
    return { asOfSeq: next, epoch, scopeId, windowSeq: 0, windowEff: '0'.repeat(16), ackN, open, chunks };
  }

  hello(): HelloReply {
    const last = [...this.results.values()].at(-1);
    return {
      proto: 1,
      lab: 'lab',
      time: startMs,
      epochs: this.epochs,
      device: last ? { n: last.n, op: last.id } : null,
      grants: [],
      scopeId: this.scopeId,
      head: this.cursorAt(this.feed.length),
      floor: this.floor,
      upgradeRequired: false,
    };
  }

  push(request: PushRequest): PushReply {
    const results: OpResult[] = [];
    const reply = { proto: 1, lab: 'lab', epoch: this.epoch, dev: 'dev', time: startMs, head: cursorAt(0), results };
    for (const op of request.ops as Op[]) {
      const known = this.results.get(op.n);
      if (known?.id === op.id) results.push(known);
      else if (op.n <= this.results.size) return { ...reply, fork: { n: op.n, op: known?.id ?? '' } };
      else if (op.n > this.results.size + 1) return { ...reply, gap: { expected: this.results.size + 1 } };
      else {
        const seq = this.add([], { op: op.id, dev: op.dev, n: op.n, eff: op.hlc });
        this.results.set(op.n, resultOf(op, seq));
        results.push(resultOf(op, seq));
      }
    }
    return { ...reply, head: cursorAt(this.feed.length) };
  }

  page(since: string, max = this.pageMax): Page {
    const seq = Number(since.split('.')[0]);
    const rows = this.feed.slice(seq, seq + max);
    const next = this.cursorAt(seq + rows.length);
    const mine = this.feed
      .slice(0, seq + rows.length)
      .filter(({ dev }) => dev === 'dev')
      .sort((a, b) => b.n - a.n)[0];
    return {
      proto: 1,
      lab: 'lab',
      epoch: this.epoch,
      scopeId: this.scopeId,
      rows,
      since,
      next,
      head: this.cursorAt(this.feed.length),
      more: seq + rows.length < this.feed.length,
      ackN: mine ? { dev: 'dev', n: mine.n, op: mine.op } : null,
      open: [],
      floor: 0,
      safeSeq: 0,
      skipped: 0,
    };
  }
}

export class FakeTimers {
  readonly waiting: { ms: number; run: () => void }[] = [];

  after(ms: number, run: () => void): () => void {
    const timer = { ms, run };
    this.waiting.push(timer);
    return () => {
      const at = this.waiting.indexOf(timer);
      if (at >= 0) this.waiting.splice(at, 1);
    };
  }

  /** Runs what waits for less than a minute: pauses after failures, and not the regular look. */
  firePauses(): void {
    for (const timer of this.waiting.filter(({ ms }) => ms < 45_000)) {
      this.waiting.splice(this.waiting.indexOf(timer), 1);
      timer.run();
    }
  }
}

export interface TestPorts extends EnginePorts {
  readonly timers: FakeTimers;
  readonly time: { nowMs: number; monotonicMs: number };
}

/** Queues of a device's locks, shared by its tabs. */
export type LockQueues = Map<string, Promise<unknown>>;

const changed = (listeners: Set<() => void>): void => {
  for (const listener of listeners) listener();
};

const baseOf = (disk: Disk): EnginePorts['base'] => ({
  manifest: async () => (disk.step(), disk.manifest),
  putManifest: async (next, gen) => {
    disk.step();
    if ((disk.manifest?.gen ?? null) !== gen) return false;
    disk.manifest = next;
    changed(disk.baseListeners);
    return true;
  },
  segment: async (key) => (disk.step(), disk.segments.get(key) ?? null),
  insertSegment: async (segment) => {
    disk.step();
    if (disk.segments.has(segment.key)) return 'taken';
    disk.segments.set(segment.key, segment);
    changed(disk.baseListeners);
    return 'inserted';
  },
  segmentKeys: async () => (disk.step(), [...disk.segments.keys()]),
  deleteSegments: async (keys) => {
    disk.step();
    for (const key of keys) disk.segments.delete(key);
    changed(disk.baseListeners);
  },
  onChange: (listener) => (disk.baseListeners.add(listener), () => void disk.baseListeners.delete(listener)),
});

export function portsOf(disk: Disk, server: FakeServer, queues: LockQueues = new Map()): TestPorts {
  const time = { nowMs: startMs, monotonicMs: 0 };
  let count = 0;
  return {
    outbox: {
      stream: { dev: 'dev', lab: 'lab', createdAt: 0, prev: [] },
      load: async () => (disk.step(), [...disk.rows.values()].sort((a, b) => (a.n < b.n ? -1 : 1))),
      insert: async (row) => {
        disk.step();
        if (disk.rows.has(row.n)) return 'taken';
        disk.rows.set(row.n, row);
        changed(disk.outboxListeners);
        return 'inserted';
      },
      patch: async (key, change) => {
        disk.step();
        const row = disk.rows.get(key);
        if (!row) throw new StoreError('storage-lost', key);
        disk.rows.set(key, { ...row, ...(typeof change === 'function' ? change(row) : change) });
        changed(disk.outboxListeners);
      },
      onChange: (listener) => (disk.outboxListeners.add(listener), () => void disk.outboxListeners.delete(listener)),
    },
    base: baseOf(disk),
    transport: { send: (request) => server.send(request) },
    clock: { now: () => time.nowMs, monotonic: () => time.monotonicMs },
    timers: new FakeTimers(),
    locks: {
      async exclusive(name, work) {
        const before = queues.get(name) ?? Promise.resolve();
        const run = before.then(work, work);
        queues.set(
          name,
          run.catch(() => undefined),
        );
        return run;
      },
      shared: async (_name, work) => work(),
    },
    signer: { sign: async (op) => `signed ${op.n}` },
    random: (bytes) => new Uint8Array(bytes).fill(++count % 256),
    app: 'test',
    time,
  };
}

/** Lets everything that is under way run as far as it can without a timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 400; turn++) await Promise.resolve();
}
