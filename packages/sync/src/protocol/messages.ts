/**
 * The messages of `/sync/v1`. Shapes are final; a new minor version may only add optional members.
 * Unknown members are kept where they are stored and ignored where they are read.
 */
import * as z from 'zod/mini';
import { opSchema } from './op.ts';

const text = z.string().check(z.maxLength(200));
const whole = z.number().check(z.int(), z.minimum(0));
const cursor = z.string().check(z.regex(/^(0|[1-9]\d{0,15})\.[0-9a-f]{16}$/));
const stamp = z.string().check(z.regex(/^[0-9a-f]{16}$/));

/** A device's highest acknowledged op at a position of the feed. */
const ack = z.nullable(z.object({ dev: text, n: whole, op: text }));

export const helloRequestSchema = z.object({ proto: whole, schema: whole, dev: text, app: text });

export const helloReplySchema = z.object({
  proto: whole,
  lab: text,
  /** The server's clock, Unix ms. */
  time: whole,
  /** Newest last. `forkSeq` is the seq the epoch continues from. */
  epochs: z.array(z.object({ id: text, forkSeq: whole })),
  device: z.nullable(z.object({ n: whole, op: text })),
  /** People with a live grant on this device, and until when (Unix ms). */
  grants: z.array(z.object({ user: text, until: whole })),
  scopeId: text,
  head: cursor,
  floor: whole,
  upgradeRequired: z.boolean(),
});

export const pushRequestSchema = z.object({
  proto: whole,
  schema: whole,
  epoch: text,
  dev: text,
  /** How far the device has read; checked before any op (SPEC F3). */
  headSeen: cursor,
  ops: z.array(z.unknown()),
  /** Of ops that had a result once, before the server was restored: the stamp they had then (SPEC N4). */
  again: z.optional(z.array(z.object({ n: whole, eff: stamp }))),
});

export const resultStatuses = ['applied', 'merged', 'duplicate', 'rejected', 'parked'] as const;
export type ResultStatus = (typeof resultStatuses)[number];

const verdict = {
  status: z.enum(resultStatuses),
  seq: whole,
  eff: stamp,
  /** Why, for rejected and parked: a code of the closed list. */
  code: z.optional(text),
  detail: z.optional(z.string().check(z.maxLength(1000))),
};

export const opResultSchema = z.object({
  id: text,
  n: whole,
  ...verdict,
  /** For `duplicate`: the first result of this id or of its fact. */
  first: z.optional(z.object(verdict)),
  dependsOn: z.optional(text),
});
export type OpResult = z.infer<typeof opResultSchema>;

export const pushReplySchema = z.object({
  proto: whole,
  lab: text,
  epoch: text,
  dev: text,
  time: whole,
  head: cursor,
  results: z.array(opResultSchema),
  /** Ops after this were not looked at: the server expects this n next (SPEC P5). */
  gap: z.optional(z.object({ expected: whole })),
  /** The server holds other ops at these n: this stream has been copied or restored (SPEC P6). */
  fork: z.optional(z.object({ n: whole, op: text })),
});

/** One thing an op changed, whole; `value` null takes it away. Unknown kinds are kept as they are. */
export const partSchema = z.object({ kind: text, key: z.string().check(z.maxLength(400)), value: z.unknown() });

export const feedRowSchema = z.object({
  seq: whole,
  op: text,
  dev: text,
  n: whole,
  eff: stamp,
  /** Set on the second row of an op that was parked: the op it decides. */
  decides: z.optional(text),
  parts: z.array(partSchema),
});

export const pageSchema = z.object({
  proto: whole,
  lab: text,
  epoch: text,
  scopeId: text,
  rows: z.array(feedRowSchema),
  since: cursor,
  next: cursor,
  head: cursor,
  more: z.boolean(),
  ackN: ack,
  /** The asking stream's own n that are still parked at `next`. */
  open: z.array(whole),
  floor: whole,
  safeSeq: whole,
  skipped: whole,
  checksum: z.optional(text),
});

/**
 * What a snapshot is made of, in the order of usefulness: its chunks are fetched by name. `windowSeq`: postings that
 * changed at a lower seq are left out; `windowEff` is the highest eff among those. `key` is a chunk's first part.
 */
export const snapshotManifestSchema = z.object({
  proto: z.optional(whole),
  lab: z.optional(text),
  asOfSeq: cursor,
  epoch: text,
  scopeId: text,
  windowSeq: whole,
  windowEff: stamp,
  ackN: ack,
  open: z.array(whole),
  chunks: z.array(
    z.object({ sha256: text, kind: text, key: z.string().check(z.maxLength(400)), rows: whole, bytes: whole }),
  ),
});

export type HelloRequest = z.infer<typeof helloRequestSchema>;
export type HelloReply = z.infer<typeof helloReplySchema>;
export type PushRequest = z.infer<typeof pushRequestSchema>;
export type PushReply = z.infer<typeof pushReplySchema>;
export type Part = { kind: string; key: string; value: unknown };
export type SnapshotManifest = z.infer<typeof snapshotManifestSchema>;
export type FeedRow = z.infer<typeof feedRowSchema>;
export type Page = z.infer<typeof pageSchema>;
export type Ack = z.infer<typeof ack>;

/** Every message, for the hash test. */
export const messages = {
  op: opSchema,
  helloRequest: helloRequestSchema,
  helloReply: helloReplySchema,
  pushRequest: pushRequestSchema,
  pushReply: pushReplySchema,
  opResult: opResultSchema,
  part: partSchema,
  feedRow: feedRowSchema,
  page: pageSchema,
  snapshotManifest: snapshotManifestSchema,
} as const;
