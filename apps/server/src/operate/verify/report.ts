/** What a verification found. */

/** `dangling`: a record or movement names a record that nobody has made. Everything else cannot be on a sound file. */
export type DifferenceKind = 'file' | 'feed' | 'agreement' | 'ledger' | 'review' | 'dangling';

export interface Difference {
  readonly kind: DifferenceKind;
  /** A sentence with the ids and the numbers on both sides. */
  readonly text: string;
}

/** Told of each difference as it is found; there may be as many as there are rows. */
export type Differs = (difference: Difference) => void;

export interface LabFigures {
  readonly lab: string;
  /** Seq and hash of the last row of the feed. */
  readonly head: number;
  readonly chain: string;
  readonly epoch: string;
  readonly ops: number;
  readonly entries: number;
  readonly balances: number;
}
