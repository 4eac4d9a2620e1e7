/** Test builder: element strings and HIBC texts as an encoder would put them into a symbol. */
import { aiSpec } from './gs1/ai-table.ts';
import type { Gs1Element } from './gs1/reading.ts';
import { GS } from './gs1/separators.ts';
import { hibcCheckCharacter } from './hibc.ts';

/** Joins elements; a separator follows every AI that needs one, except the last. `separator` '' plays a scanner that loses it. */
export const buildElementString = (elements: readonly Gs1Element[], separator: string = GS): string =>
  elements
    .map(({ ai, value }, i) => `${ai}${value}${i < elements.length - 1 && !aiSpec(ai)?.fixed ? separator : ''}`)
    .join('');

export const buildHibc = (body: string): string => `${body}${hibcCheckCharacter(body)}`;
