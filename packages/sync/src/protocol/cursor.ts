/**
 * A cursor is a position in a lab's feed: `<seq>.<16 hex>`, the second part being the first 8 bytes of the feed's
 * hash chain at that seq. A copied or restored server that reuses a seq for something else is noticed by it (SPEC F3).
 */
export interface Cursor {
  readonly seq: number;
  readonly chain: string;
}

export const feedStart = '0.0000000000000000';

export function parseCursor(text: string): Cursor | undefined {
  const match = /^(0|[1-9]\d{0,15})\.([0-9a-f]{16})$/.exec(text);
  return match ? { seq: Number(match[1]), chain: match[2] ?? '' } : undefined;
}

export const writeCursor = (seq: number, chain: string): string => `${seq}.${chain}`;

/** The seq of a cursor that is known to be well formed. */
export const seqOf = (cursor: string): number => Number(cursor.slice(0, cursor.indexOf('.')));
