/**
 * An op: one atomic, immutable intent of one person on one device. Its shape can never change (SPEC O1–O9).
 *
 *   id    UUIDv7, fresh, never derived (server-made ops derive theirs)
 *   dev   the stream; `n` counts its ops from 1 without a gap
 *   hlc   the device's stamp, above the stamp of n−1
 *   sig   ECDSA P-256 over the canonical JSON of every other field, IEEE P1363, base64url; '' on server-made ops
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from '@tidylab/domain/kernel/bytes';
import { canonical, isCanonical, type Json } from '@tidylab/domain/kernel/json';
import * as z from 'zod/mini';

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

export const opSchema = z.object({
  id: uuid,
  dev: z.string().check(z.minLength(1), z.maxLength(80)),
  n: z.number().check(z.int(), z.positive()),
  user: z.string().check(z.minLength(1), z.maxLength(80)),
  lab: z.string().check(z.minLength(1), z.maxLength(80)),
  hlc: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  v: z.number().check(z.int(), z.positive()),
  type: z.string().check(z.minLength(1), z.maxLength(60)),
  body: z.record(z.string(), z.unknown()),
  sig: z.string().check(z.maxLength(200)),
});

export type Op = z.infer<typeof opSchema>;
export type UnsignedOp = Omit<Op, 'sig'>;

/** The bytes a device signs. */
export function signedBytes(op: UnsignedOp): Uint8Array<ArrayBuffer> {
  const { id, dev, n, user, lab, hlc, v, type, body } = op;
  return utf8(canonical({ id, dev, n, user, lab, hlc, v, type, body: body as Json }));
}

/** Size as it travels, in bytes of UTF-8. */
export const opBytes = (op: Op): number => utf8(JSON.stringify(op)).length;

export const hasCanonicalBody = (op: { body: unknown }): boolean => isCanonical(op.body);

export const sha256Hex = (text: string): string => toHex(sha256(utf8(text)));
