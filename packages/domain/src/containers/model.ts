/** A container: one vessel of a lot with its own label. Its place is a field; its amount goes with it. */
import * as z from 'zod/mini';
import type { MergeRules } from '../merge/rules.ts';

export const containerStates = ['sealed', 'open', 'empty'] as const;

export const containerFields = z.object({
  lotId: z.string().check(z.maxLength(36)),
  /** What is written on it for people, for example "EtOH 3". */
  label: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The code of our own label: 12 characters of Crockford's base 32. */
  code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)),
  locationId: z.nullable(z.string().check(z.maxLength(36))),
  state: z.enum(containerStates),
  /** Base units that one scan in Use takes from it; null: as the item says. */
  useStep: z.nullable(z.number().check(z.int(), z.positive())),
});

/** A vessel is in one place: where it was put last. */
export const containerMerge: MergeRules = { groups: {}, policies: { locationId: 'last' } };
