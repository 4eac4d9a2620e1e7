/**
 * What was counted at one place in this session. Nothing here is authoritative: the ledger has the counts. It is kept
 * so that a second scan adds to the first, and for the list of differences when the place is done.
 */
import { bucketKey, locationPlace, containerPlace, type Place } from '@tidylab/domain/ledger/model';
import { stockAt } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { Count } from './act.ts';

interface CountPosting {
  readonly postingId: string;
  /** Base units. */
  readonly qty: number;
  /** What the book said when it was recorded; null: it could not tell. */
  readonly expected: number | null;
}

interface CountedBucket {
  readonly lotId: string;
  readonly itemId: string;
  readonly place: Place;
  /** Oldest first; a voided one is taken out. */
  readonly postings: readonly CountPosting[];
}

export interface Shelf {
  readonly placeId: string;
  /** The person said so: its differences are listed. */
  readonly isDone: boolean;
  readonly counted: Readonly<Record<string, CountedBucket>>;
}

/** More places than this are not reviewed together; the oldest goes. */
const shelvesMax = 12;

export const emptyShelf = (placeId: string): Shelf => ({ placeId, isDone: false, counted: {} });

/** Changes the shelf of a place, made when there is none; the newest comes first. */
export function withShelf(
  shelves: readonly Shelf[],
  placeId: string,
  change: (shelf: Shelf) => Shelf,
): readonly Shelf[] {
  const held = shelves.find((shelf) => shelf.placeId === placeId);
  if (held) return shelves.map((shelf) => (shelf === held ? change(shelf) : shelf));
  return [change(emptyShelf(placeId)), ...shelves].slice(0, shelvesMax);
}

/** Goes on with a place, and is done with every other. */
export const goTo = (shelves: readonly Shelf[], placeId: string): readonly Shelf[] =>
  withShelf(
    shelves.map((shelf) => (shelf.placeId === placeId ? shelf : { ...shelf, isDone: true })),
    placeId,
    (shelf) => ({ ...shelf, isDone: false }),
  );

export function withCount(shelf: Shelf, act: Count, posting: CountPosting): Shelf {
  const { lotId, itemId, place } = act;
  const key = bucketKey(lotId, place);
  const postings = [...(shelf.counted[key]?.postings ?? []), posting];
  return { ...shelf, counted: { ...shelf.counted, [key]: { lotId, itemId, place, postings } } };
}

/** What a voided count said is not counted any more. */
export function withoutPosting(shelf: Shelf, postingId: string): Shelf {
  const counted = Object.fromEntries(
    Object.entries(shelf.counted).flatMap(([key, bucket]) => {
      const postings = bucket.postings.filter((each) => each.postingId !== postingId);
      return postings.length === 0 ? [] : [[key, { ...bucket, postings }]];
    }),
  );
  return { ...shelf, counted };
}

/** Base units; null: not counted here. */
export const countedIn = (shelf: Shelf | undefined, lotId: string, place: Place): number | null =>
  shelf?.counted[bucketKey(lotId, place)]?.postings.at(-1)?.qty ?? null;

export interface ShelfRow {
  readonly lotId: string;
  readonly place: Place;
  /** Base units; null: not scanned. */
  readonly counted: number | null;
  /** What the book said: before its first count here, or now for what was not seen. Null: it could not tell. */
  readonly book: number | null;
}

export interface ShelfReview {
  readonly differences: readonly ShelfRow[];
  /** The book says it stands here, but it was not scanned. */
  readonly notSeen: readonly ShelfRow[];
  /** How many were as the book says. */
  readonly agreed: number;
}

function* within(replica: Replica, placeId: string, seen = new Set<string>()): Generator<string> {
  if (seen.has(placeId)) return;
  seen.add(placeId);
  yield placeId;
  for (const child of replica.keys('locationsByParent', placeId)) yield* within(replica, child, seen);
}

/** Compares the shelf and everything in it with the book. */
export function reviewShelf(replica: Replica, { placeId, counted }: Shelf): ShelfReview {
  const rows = Object.values(counted).map(({ lotId, place, postings }): ShelfRow => {
    const [first] = postings;
    return { lotId, place, counted: postings.at(-1)?.qty ?? null, book: first?.expected ?? null };
  });
  const differences = rows.filter((row) => row.counted !== row.book);
  const notSeen = [...within(replica, placeId)].flatMap((at) =>
    stockAt(replica, at).flatMap(({ balance, lotId, containerId, locationId }): ShelfRow[] => {
      const place = containerId === null ? locationPlace(locationId ?? at) : containerPlace(containerId);
      if (balance.qty === 0 || counted[bucketKey(lotId, place)]) return [];
      return [{ lotId, place, counted: null, book: balance.qty }];
    }),
  );
  return { differences, notSeen, agreed: rows.length - differences.length };
}
