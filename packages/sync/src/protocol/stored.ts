/**
 * What a device stores (SPEC S1–S6). These shapes are frozen: the outbox never migrates.
 */
import * as z from 'zod/mini';
import { opResultSchema } from './messages.ts';

/** What holds an op at rest: `alg: none`, or sealed with the stream's key `kid`. */
export const envelopeSchema = z.object({ alg: z.string(), kid: z.string(), data: z.string() });

export const outboxStates = ['pending', 'sent', 'acknowledged', 'withdrawn'] as const;
export type OutboxState = (typeof outboxStates)[number];

export const outboxRowSchema = z.object({
  /** The op's n, zero-padded to 16 digits: the primary key, so that two tabs cannot take the same. */
  n: z.string().check(z.regex(/^\d{16}$/)),
  id: z.string(),
  state: z.enum(outboxStates),
  /** Unix ms of the first time it was handed to the network, stored before that; null: never left the device. */
  sentAt: z.nullable(z.number()),
  result: z.nullable(opResultSchema),
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
export const pageKey = (epoch: string, scopeId: string, since: string): string => `${epoch}:${scopeId}:${since}`;

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
  chunks: z.array(z.string()),
});
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
