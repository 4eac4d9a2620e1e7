/** The public face of hazards: what a GHS pictogram warns of, in the reader's language. */
import { m } from '../../paraglide/messages.js';

const names: Readonly<Record<string, () => string>> = {
  GHS01: m.common_ghs01,
  GHS02: m.common_ghs02,
  GHS03: m.common_ghs03,
  GHS04: m.common_ghs04,
  GHS05: m.common_ghs05,
  GHS06: m.common_ghs06,
  GHS07: m.common_ghs07,
  GHS08: m.common_ghs08,
  GHS09: m.common_ghs09,
};

/** The code itself for one that is not known. */
export const hazardName = (code: string): string => names[code]?.() ?? code;
