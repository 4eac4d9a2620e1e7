/** Items that a new one may be the same as: told, never refused, since a lab may want the same substance twice. */
import { foldText } from '../../ui/data-grid/search-text.ts';
import type { ItemRow } from './catalogue.ts';
import { type ItemDraft, tidyCas } from './item-draft.ts';

export interface Duplicate {
  readonly id: string;
  readonly name: string;
  /** What is the same. */
  readonly by: 'name' | 'cas' | 'catalogue-number';
}

/** More than this helps nobody to decide. */
const shownMax = 5;

const folded = (text: string | null): string => foldText((text ?? '').trim().replace(/\s+/g, ' ')).toLowerCase();

/** @param except the item that is edited. */
export function duplicatesOf(
  rows: readonly ItemRow[],
  draft: Pick<ItemDraft, 'name' | 'cas' | 'catalogNumber'>,
  except: string | null = null,
): readonly Duplicate[] {
  const name = folded(draft.name);
  const cas = tidyCas(draft.cas);
  const number = folded(draft.catalogNumber);
  const found: Duplicate[] = [];
  for (const { id, item } of rows) {
    if (id === except) continue;
    const by =
      name !== '' && folded(item.name) === name
        ? 'name'
        : number !== '' && folded(item.catalogNumber) === number
          ? 'catalogue-number'
          : cas !== '' && item.cas === cas
            ? 'cas'
            : null;
    if (by !== null) found.push({ id, name: item.name, by });
    if (found.length === shownMax) break;
  }
  return found;
}
