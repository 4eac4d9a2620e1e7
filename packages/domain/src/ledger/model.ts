/**
 * What is written in the ledger, and the bodies of the ops that write it (SPEC L1–L9).
 *
 * A *place* is `c:<container>`, `l:<location>` (loose stock) or a virtual place `v:<name>`. A *bucket* is what a
 * balance is kept for: one lot (or piece of equipment) at one real place. Quantities are positive safe integers in
 * the base unit of the item.
 */
import * as z from 'zod/mini';

export const virtualPlaces = ['v:supplier', 'v:consumed', 'v:waste', 'v:opening', 'v:adjustment'] as const;
export type VirtualPlace = (typeof virtualPlaces)[number];
export type Place = string;

export const entriesMax = 500;

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const place = z
  .string()
  .check(
    z.regex(
      /^(?:[cl]:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|v:(?:supplier|consumed|waste|opening|adjustment))$/,
    ),
  );
const stamp = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const wholeNumber = z.number().check(z.int());

export const movementSchema = z.object({ what: uuid, from: place, to: place, qty: wholeNumber });
export const countSchema = z.object({
  what: uuid,
  place,
  qty: wholeNumber,
  /** What the counter's screen said, and how far its device had read the feed (SPEC L7). */
  expectedSeen: z.nullable(wholeNumber),
  headSeen: wholeNumber,
});

export type Movement = z.infer<typeof movementSchema>;
export type Count = z.infer<typeof countSchema>;
export type LedgerEntry = Movement | Count;

export const isCount = (entry: LedgerEntry): entry is Count => 'place' in entry;

const circumstances = {
  /** Why it happened; an id of the lab's own list of reasons. */
  reason: z.optional(z.string().check(z.maxLength(100))),
  note: z.optional(z.string().check(z.maxLength(2000))),
  /** When it happened, if the person says it was not now. Sets the booking date, never the order. */
  happenedAt: z.optional(z.string().check(z.maxLength(40))),
  via: z.optional(z.enum(['scan', 'typed', 'list', 'import', 'api'])),
};

const movements = z.object({ ...circumstances, entries: z.array(movementSchema) });
const counts = z.object({ ...circumstances, entries: z.array(countSchema) });

export const postingKinds = ['receive', 'consume', 'transfer', 'adjust', 'count'] as const;
export type PostingKind = (typeof postingKinds)[number];

export const postingSchemas = {
  'post-receive': movements,
  'post-consume': movements,
  'post-transfer': movements,
  'post-adjust': movements,
  'post-count': counts,
} as const;

export const voidSchema = z.object({
  ...circumstances,
  /** UUIDv5 of "void:" and the op that is voided: a posting is voided once. */
  fact: uuid,
  /** A copy, so that a device can project the void without holding its target. `eff` is a hint only. */
  target: z.object({
    op: uuid,
    kind: z.enum(postingKinds),
    eff: stamp,
    entries: z.array(z.union([movementSchema, countSchema])),
  }),
});

export type PostingBody = { entries: readonly LedgerEntry[]; reason?: string | undefined; note?: string | undefined };
export type VoidBody = z.infer<typeof voidSchema>;

/** A posting as everybody holds it: in the ledger of the server and in the replica of a device. */
export interface Posting {
  readonly id: string;
  readonly kind: PostingKind;
  readonly entries: readonly LedgerEntry[];
  readonly eff: string;
  readonly user: string;
  readonly dev: string;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly via?: string | undefined;
  /** The op that voided it. */
  readonly voidedBy: string | null;
}

export const isVirtual = (at: Place): boolean => at.startsWith('v:');
export const bucketKey = (what: string, at: Place): string => `${what}@${at}`;
export const containerPlace = (id: string): Place => `c:${id}`;
export const locationPlace = (id: string): Place => `l:${id}`;
