/**
 * The open-source parts of this build. The build writes the list in the place of the marker: what is here is what was
 * bundled. Before a build there is none.
 */
import * as z from 'zod/mini';

const licencesSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);

export type Licence = z.infer<typeof licencesSchema>[number];

const read = (written: string): readonly Licence[] =>
  written.startsWith('[') ? z.parse(licencesSchema, JSON.parse(written)) : [];

export const licences = read('__TIDYLAB_LICENCES__');
