/**
 * What the sync engine takes from the world. The browser's adapters are in `store/` and `platform/`; the simulation
 * has its own, with a crash before every durable step. The engine itself knows neither RxDB nor the DOM.
 */
import type { UnsignedOp } from '@tidylab/sync/protocol/op';
import type { Manifest, OutboxRow, Segment, Stream } from '@tidylab/sync/protocol/stored';

/** The outbox of one stream. Each method is one strict transaction; a rejected promise carries a StoreError. */
export interface OutboxStore {
  readonly stream: Stream;
  load(): Promise<OutboxRow[]>;
  /** `taken` when another tab has this n: nothing was written. */
  insert(row: OutboxRow): Promise<'inserted' | 'taken'>;
  patch(key: string, change: Partial<Pick<OutboxRow, 'state' | 'sentAt' | 'result'>>): Promise<void>;
  /** Hears of rows written by any tab, this one included; maybe late, maybe twice. */
  onChange(listener: () => void): () => void;
}

/** The rebuildable copy of the feed. */
export interface BaseStore {
  manifest(): Promise<Manifest | null>;
  /** Compare-and-set on `gen`; false when another tab was first. */
  putManifest(next: Manifest, expectedGen: number | null): Promise<boolean>;
  segment(key: string): Promise<Segment | null>;
  insertSegment(segment: Segment): Promise<'inserted' | 'taken'>;
  onChange(listener: () => void): () => void;
}

export type StoreProblem = 'storage-full' | 'storage-lost';

/** The only error the stores throw on purpose. */
export class StoreError extends Error {
  constructor(
    readonly problem: StoreProblem,
    message: string,
  ) {
    super(message);
    this.name = 'StoreError';
  }
}

export interface Reply {
  readonly status: number;
  /** Parsed JSON, or undefined when the body is something else, such as a captive portal's page. */
  readonly json: unknown;
}

/** One exchange with the server. Rejects only when nothing came back. */
export interface Transport {
  send(request: { method: 'GET' | 'POST'; path: string; body?: unknown }): Promise<Reply>;
}

export interface Clock {
  /** The device's own clock, Unix ms. May jump. */
  now(): number;
  /** Milliseconds that only go forward, for round trips. */
  monotonic(): number;
}

export interface Timers {
  after(ms: number, run: () => void): () => void;
}

export interface Locks {
  /** Runs `work` while holding the name; others with the same name wait. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export interface Signer {
  /** Base64url of an ECDSA P-256 signature over the op's canonical bytes. */
  sign(op: UnsignedOp): Promise<string>;
}

export interface EnginePorts {
  readonly outbox: OutboxStore;
  readonly base: BaseStore;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly locks: Locks;
  readonly signer: Signer;
  readonly random: (bytes: number) => Uint8Array;
  /** Version of the app, told at hello. */
  readonly app: string;
}
