/**
 * What a device stores (SPEC S1–S6). These shapes are frozen: the outbox never migrates.
 */
import * as z from 'zod/mini';
import { opResultSchema } from './messages.ts';

/** What holds an op at rest: `alg: none`, or sealed with the stream's key `kid`. */
export const envelopeSchema = z.object({ alg: z.string(), kid: z.string(), data: z.string() });

export const outboxStates = ['pending', 'sent', 'acknowledged', 'withdrawn'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** A result, and the line of history whose seqs it speaks of (SPEC N2); absent in rows of the first version. */
export const storedResultSchema = z.extend(opResultSchema, { epoch: z.optional(z.string()) });
export type StoredResult = z.infer<typeof storedResultSchema>;

export const outboxRowSchema = z.object({
  /** The op's n, zero-padded to 16 digits: the primary key, so that two tabs cannot take the same. */
  n: z.string().check(z.regex(/^\d{16}$/)),
  id: z.string(),
  state: z.enum(outboxStates),
  /** Unix ms of the first time it was handed to the network, stored before that; null: never left the device. */
  sentAt: z.nullable(z.number()),
  result: z.nullable(storedResultSchema),
  payload: envelopeSchema,
});
export type OutboxRow = z.infer<typeof outboxRowSchema>;

export const outboxKey = (n: number): string => String(n).padStart(16, '0');
export const outboxN = (key: string): number => Number(key);

const ackShape = z.nullable(z.object({ dev: z.string(), n: z.number(), op: z.string() }));

/** A piece of a device's base: a page of the feed as it came, or a chunk of a snapshot or fold. */
export const segmentSchema = z.object({
  /** Page: epoch:scopeId:since. Chunk: epoch:scopeId:sha256. */
  key: z.string(),
  fmt: z.number(),
  type: z.enum(['page', 'chunk']),
  lab: z.string(),
  epoch: z.string(),
  scopeId: z.string(),
  since: z.string(),
  next: z.string(),
  /** The page's reply, or NDJSON of parts. */
  payload: envelopeSchema,
});
export type Segment = z.infer<typeof segmentSchema>;

export const segmentFormat = 1;
/** `line` is the epoch, but for SPEC N5. */
export const pageKey = (line: string, scopeId: string, since: string): string => `${line}:${scopeId}:${since}`;

export const chunkKey = (line: string, scopeId: string, sha256: string): string => `${line}:${scopeId}:${sha256}`;

/** Names what is live in the base. Written by compare-and-set on `gen`. */
export const manifestSchema = z.object({
  gen: z.number(),
  fmt: z.number(),
  lab: z.string(),
  epoch: z.string(),
  scopeId: z.string(),
  /** Where the pages start; with chunks, their asOfSeq. */
  start: z.string(),
  windowSeq: z.number(),
  windowEff: z.string(),
  ackN: ackShape,
  open: z.array(z.number()),
  /** Keys of the chunks, in the order they are read. */
  chunks: z.array(z.string()),
  /**
   * The line of history that the segments belong to, and the first word of their keys. Absent: the epoch. It differs
   * when a copied server continued the epoch in another way (SPEC N5).
   */
  line: z.optional(z.string()),
});
export const lineOf = (manifest: Pick<Manifest, 'epoch' | 'line'>): string => manifest.line ?? manifest.epoch;
export type Manifest = z.infer<typeof manifestSchema>;

/** The stream a profile writes to in a lab; lives in the outbox database and nowhere else. */
export const streamSchema = z.object({
  dev: z.string(),
  lab: z.string(),
  createdAt: z.number(),
  /** Earlier streams of this profile whose ops moved here. */
  prev: z.array(z.string()),
});
export type Stream = z.infer<typeof streamSchema>;
