/** An item: what a thing is. Its quantities are integers of `baseUnit`; people see `stockUnit`. */
import * as z from 'zod/mini';
import type { MergeRules } from '../merge/rules.ts';
import { unitCodes, units } from '../units/units.ts';
import { isCas } from './cas.ts';

export const itemTypes = ['chemical', 'reagent', 'consumable', 'sample', 'equipment'] as const;

const text = (max: number) => z.string().check(z.maxLength(max));
const amount = z.number().check(z.int(), z.positive());

const fields = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  type: z.enum(itemTypes),
  baseUnit: z.enum(['ug', 'nL', 'nmol', 'mU', '1', 'um']),
  stockUnit: z.enum(unitCodes),
  /** What one scan in Use takes, in base units; null: the whole vessel or piece. */
  useStep: z.nullable(amount),
  category: text(80),
  synonyms: z.array(text(200)),
  /** CAS Registry Number with its hyphens, its check digit verified. */
  cas: z.nullable(z.string().check(z.maxLength(20), z.refine(isCas))),
  supplier: z.nullable(text(120)),
  catalogNumber: z.nullable(text(80)),
  /** GHS hazard statements, for example H225; supplemental ones as EUH. */
  hazards: z.array(text(10)),
  /** GHS pictograms, GHS01 to GHS09. */
  pictograms: z.array(z.string().check(z.regex(/^GHS0[1-9]$/))),
  signalWord: z.nullable(z.enum(['danger', 'warning'])),
  /** How to store it, in words, for example "2–8 °C, dark". */
  storage: z.nullable(text(200)),
  /** Below this many base units in all, the item is low. */
  minimum: z.nullable(amount),
});

/** Base and stock unit measure the same thing, or no balance could be shown. */
export const itemFields = fields.check(
  z.refine((item) => units[item.stockUnit].dimension === units[item.baseUnit].dimension, { path: ['stockUnit'] }),
);

/** The hazards are one statement, and every number of an item is counted in its base unit. */
export const itemMerge: MergeRules = {
  groups: {
    hazard: ['hazards', 'pictograms', 'signalWord'],
    unit: ['baseUnit', 'stockUnit', 'useStep', 'minimum'],
  },
  policies: { synonyms: 'set' },
};
