/**
 * One product a line, seven to nine columns between bars: name | synonyms; … | CAS | maker: catalogue number | hazard statements |
 * pack | use step | minimum | place. What is the same for a whole table stands in its heading; the pictograms and the
 * signal word follow from the statements.
 */
import { assert } from '@tidylab/domain/kernel/assert';
import { labelOf } from '../lab/ghs.ts';
import type { Product } from '../lab/rows.ts';
import { type DemoPlaceKey, isDemoPlace } from './places.ts';

export interface DemoProduct extends Product {
  readonly home: DemoPlaceKey;
}

interface Heading {
  readonly category: string;
  readonly storage: string | null;
  readonly home: DemoPlaceKey;
}

const labelMax = 14;

function readLine(line: string, heading: Heading): DemoProduct {
  const cells = line.split('|').map((cell) => cell.trim());
  assert(cells.length >= 6 && cells.length <= 9, `6 to 9 columns, not ${cells.length}: ${line}`);
  const optional = (at: number): string | null => cells[at] || null;
  const [name = '', synonyms = '', , made = '', statements = '', pack = ''] = cells;
  const [maker = '', catalogNumber = ''] = made.split(': ');
  const also = synonyms === '' ? [] : synonyms.split('; ');
  const hazards = statements === '' ? [] : statements.split(' ');
  const home = optional(8) ?? heading.home;
  assert(isDemoPlace(home), `no such place: ${line}`);
  return {
    key: `${maker} ${catalogNumber}`,
    name,
    also,
    cas: optional(2),
    maker,
    catalogNumber,
    hazards,
    ...labelOf(hazards),
    category: heading.category,
    storage: heading.storage,
    pack,
    use: optional(6),
    minimum: optional(7),
    label: also.find((word) => word.length <= labelMax) ?? name.slice(0, 60),
    home,
    traded: false,
  };
}

export const readShort = (heading: Heading, text: string): DemoProduct[] =>
  text
    .trim()
    .split('\n')
    .map((line) => readLine(line, heading));
