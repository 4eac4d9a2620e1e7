/** A half-filled form for a new item, as this device keeps it for a lab until it is saved or emptied. */
import { itemTypes } from '@tidylab/domain/items/model';
import { isUnit } from '@tidylab/domain/units/units';
import { emptyItem, type ItemDraft } from './item-draft.ts';

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'string');

function labelFrom(value: unknown): ItemDraft['label'] {
  if (typeof value !== 'object' || value === null) return null;
  const { pictograms, signalWord } = value as Record<string, unknown>;
  if (!isTexts(pictograms)) return null;
  return { pictograms, signalWord: signalWord === 'danger' || signalWord === 'warning' ? signalWord : null };
}

/** Reads what an earlier version or a person's own hand may have written: what is not understood is left empty. */
export function parseDraft(text: string | undefined): ItemDraft {
  let held: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) held = parsed as Record<string, unknown>;
  } catch {
    return emptyItem;
  }
  const texts: Record<string, string> = {};
  for (const name of Object.keys(emptyItem)) {
    const value = held[name];
    if (name !== 'type' && name !== 'unit' && typeof value === 'string') texts[name] = value.slice(0, 4000);
  }
  const { unit, hazards } = held;
  return {
    ...emptyItem,
    ...texts,
    type: itemTypes.find((type) => type === held['type']) ?? emptyItem.type,
    unit: typeof unit === 'string' && isUnit(unit) ? unit : emptyItem.unit,
    hazards: isTexts(hazards) ? hazards : [],
    label: labelFrom(held['label']),
  };
}
