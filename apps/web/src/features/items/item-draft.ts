/** An item as it stands in the form: texts, until they can be read. */
import { isCas } from '@tidylab/domain/items/cas';
import type { Item } from '@tidylab/domain/records';
import { decimalIn } from '@tidylab/domain/units/quantity';
import { baseUnits, type UnitCode, units } from '@tidylab/domain/units/units';
import { parseOptional } from '../lots/index.ts';
import { labelOf } from './ghs/label.ts';

export interface ItemDraft {
  readonly name: string;
  readonly type: Item['type'];
  readonly unit: UnitCode;
  readonly category: string;
  readonly cas: string;
  readonly supplier: string;
  readonly catalogNumber: string;
  /** One to a line: names of chemicals hold commas. */
  readonly synonyms: string;
  readonly storage: string;
  readonly hazards: readonly string[];
  /** Null: as the statements ask for. */
  readonly label: { readonly pictograms: readonly string[]; readonly signalWord: Item['signalWord'] } | null;
  readonly useStep: string;
  readonly minimum: string;
}

export const emptyItem: ItemDraft = {
  name: '',
  type: 'chemical',
  unit: 'mL',
  category: '',
  cas: '',
  supplier: '',
  catalogNumber: '',
  synonyms: '',
  storage: '',
  hazards: [],
  label: null,
  useStep: '',
  minimum: '',
};

/** Things that are counted, until the person says otherwise. */
export const usualUnit = (type: Item['type']): UnitCode =>
  type === 'consumable' || type === 'equipment' || type === 'sample' ? '1' : 'mL';

export type ItemFaults = Partial<Record<keyof ItemDraft, string>>;

/** With hyphens of one kind and no spaces; digits alone get theirs. */
export function tidyCas(text: string): string {
  const plain = text.replace(/\s/g, '').replace(/[‐‑‒–—−]/g, '-');
  const [, head, middle, check] = /^([1-9]\d{1,6})(\d{2})(\d)$/.exec(plain) ?? [];
  return head === undefined ? plain : `${head}-${middle}-${check}`;
}

function casFault(text: string): string | undefined {
  const cas = tidyCas(text);
  if (cas === '' || isCas(cas)) return undefined;
  return /^\d{2,7}-\d{2}-\d$/.test(cas) ? 'cas-check' : 'cas-form';
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export type ItemReading =
  | { readonly ok: true; readonly fields: Item }
  | { readonly ok: false; readonly faults: ItemFaults };

export function readItem(draft: ItemDraft): ItemReading {
  const name = draft.name.trim();
  const cas = casFault(draft.cas);
  const useStep = parseOptional(draft.useStep, draft.unit);
  const minimum = parseOptional(draft.minimum, draft.unit);
  const synonyms = lines(draft.synonyms);
  const tooLong = synonyms.some((synonym) => synonym.length > 200);
  if (name === '' || cas !== undefined || !useStep.ok || !minimum.ok || tooLong) {
    return {
      ok: false,
      faults: {
        ...(name === '' ? { name: 'needed' } : {}),
        ...(cas === undefined ? {} : { cas }),
        ...(useStep.ok ? {} : { useStep: useStep.code }),
        ...(minimum.ok ? {} : { minimum: minimum.code }),
        ...(tooLong ? { synonyms: 'too-long' } : {}),
      },
    };
  }
  const { pictograms, signalWord } = draft.label ?? labelOf(draft.hazards);
  const fields: Item = {
    name,
    type: draft.type,
    baseUnit: baseUnits[units[draft.unit].dimension],
    stockUnit: draft.unit,
    useStep: useStep.value,
    category: draft.category.trim(),
    synonyms,
    cas: orNull(tidyCas(draft.cas)),
    supplier: orNull(draft.supplier),
    catalogNumber: orNull(draft.catalogNumber),
    hazards: [...draft.hazards],
    pictograms: [...pictograms],
    signalWord,
    storage: orNull(draft.storage),
    minimum: minimum.value,
  };
  return { ok: true, fields };
}

/** @param decimal the reader's decimal separator. */
export function draftOfItem(item: Item, decimal: string): ItemDraft {
  const written = (base: number | null): string =>
    base === null ? '' : decimalIn(base, item.stockUnit).replace('.', decimal);
  const { pictograms, signalWord } = item;
  const derived = labelOf(item.hazards);
  const isDerived =
    derived.signalWord === signalWord && derived.pictograms.join(' ') === pictograms.toSorted().join(' ');
  return {
    name: item.name,
    type: item.type,
    unit: item.stockUnit,
    category: item.category,
    cas: item.cas ?? '',
    supplier: item.supplier ?? '',
    catalogNumber: item.catalogNumber ?? '',
    synonyms: item.synonyms.join('\n'),
    storage: item.storage ?? '',
    hazards: item.hazards,
    label: isDerived ? null : { pictograms, signalWord },
    useStep: written(item.useStep),
    minimum: written(item.minimum),
  };
}
