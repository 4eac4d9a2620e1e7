/**
 * What the sync engine takes from the world. The browser's adapters are in `store/` and `platform/`; the simulation
 * has its own, with a crash before every durable step. The engine itself knows neither RxDB nor the DOM.
 */
import type { UnsignedOp } from '@tidylab/sync/protocol/op';
import type { BaseStore, OutboxStore } from '../store/ports.ts';

export { StoreError, type BaseStore, type OutboxChange, type OutboxStore, type StoreProblem } from '../store/ports.ts';

export interface Reply {
  readonly status: number;
  /** Parsed JSON, or undefined when the body is something else, such as a captive portal's page. */
  readonly json: unknown;
  /** The body as it came; absent where nobody reads it. */
  readonly text?: string;
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
  /** Runs `work` beside others that share the name, and never beside one that holds it alone. */
  shared<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** What the tab that exchanges tells the others of a profile. A hint for their screens, never for correctness. */
export interface ExchangeNews {
  readonly contactMs: number | null;
  readonly offlineSinceMs: number | null;
  readonly problem: string | null;
  readonly sending: boolean;
}

export interface TabChannel {
  publish(news: ExchangeNews | 'ask'): void;
  listen(heard: (news: ExchangeNews | 'ask') => void): () => void;
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
  /** Where the time of the last exchange survives a restart, for what the cloud says offline. */
  readonly memory?: { contactMs(): number | null; remember(contactMs: number): void };
  /** Absent where a profile has one tab. */
  readonly tabs?: TabChannel;
  readonly random: (bytes: number) => Uint8Array;
  /** Version of the app, told at hello. */
  readonly app: string;
}
