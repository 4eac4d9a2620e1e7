/** A location: a node of the tree of places, with its own label. */
import * as z from 'zod/mini';

export const locationTypes = [
  'site',
  'room',
  'freezer',
  'refrigerator',
  'cabinet',
  'shelf',
  'box',
  'position',
] as const;

export const locationFields = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  type: z.enum(locationTypes),
  parentId: z.nullable(z.string().check(z.maxLength(36))),
  code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)),
  /** The temperature it keeps, in words, for example "−20 °C". */
  temperature: z.nullable(z.string().check(z.maxLength(40))),
});
