/** Where the ledger is kept. Entries are never changed but for their `voided` mark; balances follow from them. */
import type { BucketEntry, BucketState } from '@tidylab/domain/ledger/fold';
import type { Posting } from '@tidylab/domain/ledger/model';

export interface LedgerStore {
  posting(op: string): Posting | undefined;
  insertPosting(posting: Posting): void;
  setVoided(op: string, by: string): void;
  /** What the ledger holds of a bucket, voided entries left out. */
  entries(what: string, place: string): BucketEntry[];
  insertEntry(what: string, place: string, entry: BucketEntry, voided: boolean): void;
  voidEntries(op: string, buckets: readonly { what: string; place: string; eff: string }[]): void;
  /** Signed sum of the movements of a bucket after a point, voided ones left out. */
  sumAfter(what: string, place: string, at: { eff: string; op: string }): number;
  balance(what: string, place: string): BucketState | undefined;
  putBalance(what: string, place: string, state: BucketState): void;
}
