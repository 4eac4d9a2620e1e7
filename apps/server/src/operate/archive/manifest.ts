/** What a backup says of itself: the first member of the archive. */
import * as z from 'zod/mini';

/** The format of backups that this version writes; it reads this one and every earlier one. */
export const backupFormat = 1;

const whole = z.number().check(z.int(), z.minimum(0));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const file = { bytes: whole, sha256, version: whole };

export const manifestSchema = z.object({
  product: z.literal('TidyLab'),
  format: whole,
  /** The version of the program that wrote it. */
  program: z.string(),
  /** Unix ms. */
  madeAt: whole,
  accounts: z.object(file),
  labs: z.array(
    z.object({
      ...file,
      id: z.string().check(z.regex(/^[0-9a-f-]{1,80}$/)),
      name: z.string(),
      /** Seq and hash of the last row of the feed that the copy holds. */
      head: whole,
      chain: z.string(),
      epoch: z.string(),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';
export const accountsName = 'accounts.sqlite';
export const labName = (id: string): string => `labs/lab-${id}.sqlite`;

export type ManifestFault = 'not-a-backup' | 'newer-backup';

export function readManifest(text: string): Manifest | ManifestFault {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'not-a-backup';
  }
  const named = z.safeParse(z.object({ product: z.literal('TidyLab'), format: whole }), json);
  if (!named.success) return 'not-a-backup';
  if (named.data.format > backupFormat) return 'newer-backup';
  const parsed = z.safeParse(manifestSchema, json);
  return parsed.success ? parsed.data : 'not-a-backup';
}
