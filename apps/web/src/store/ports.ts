/**
 * What the rest of the app sees of this device's storage. Implemented on RxDB beside this file, and in memory with a
 * crash before every durable step by the simulation; both pass the same contract.
 */
import type { Manifest, OutboxRow, Segment, Stream } from '@tidylab/sync/protocol/stored';

export type OutboxChange = Partial<Pick<OutboxRow, 'state' | 'sentAt' | 'result'>>;

/** The outbox of one stream. Each method is one strict transaction; a rejected promise carries a StoreError. */
export interface OutboxStore {
  readonly stream: Stream;
  load(): Promise<OutboxRow[]>;
  /** `taken` when another tab has this n: nothing was written. */
  insert(row: OutboxRow): Promise<'inserted' | 'taken'>;
  /** A function decides from the row as it is held in that transaction, whatever another tab wrote before. */
  patch(key: string, change: OutboxChange | ((held: OutboxRow) => OutboxChange)): Promise<void>;
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
  /** Keys of all segments, named by the manifest or not. */
  segmentKeys(): Promise<string[]>;
  /** Keys that are not there are no trouble. Some may be gone and others not when it fails. */
  deleteSegments(keys: readonly string[]): Promise<void>;
  /** Hears of segments and manifests written by any tab; maybe late, maybe twice. */
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
