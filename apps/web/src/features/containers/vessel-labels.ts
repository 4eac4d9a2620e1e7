/** Labels for new vessels: the series that the item's vessels already have goes on, else one begins with a short name. */
import type { Item } from '@tidylab/domain/records';
import type { Replica } from '@tidylab/sync/replica/replica';

const labelMax = 80;
const shortMax = 12;
const prefixMax = 24;

interface Series {
  readonly prefix: string;
  count: number;
  highest: number;
}

/** The most used series; of two equally used the one that got further. Labels without a number at the end are no series. */
function seriesOf(labels: readonly string[]): Series | undefined {
  const known = new Map<string, Series>();
  for (const label of labels) {
    const [, prefix, digits] = /^(.*?)(\d{1,6})$/.exec(label) ?? [];
    if (prefix === undefined) continue;
    const series = known.get(prefix) ?? { prefix, count: 0, highest: 0 };
    series.count++;
    series.highest = Math.max(series.highest, Number(digits));
    known.set(prefix, series);
  }
  return [...known.values()].sort((a, b) => b.count - a.count || b.highest - a.highest)[0];
}

/** A short synonym such as "EtOH", else the name up to a whole word. */
function shortName({ name, synonyms }: Pick<Item, 'name' | 'synonyms'>): string {
  const short = synonyms.filter((word) => word.length <= shortMax).sort((a, b) => a.length - b.length)[0];
  if (short !== undefined) return short;
  const beginning = name.slice(0, prefixMax + 1);
  if (beginning.length <= prefixMax) return beginning;
  const cut = beginning.lastIndexOf(' ');
  return (cut > 0 ? beginning.slice(0, cut) : beginning.slice(0, prefixMax)).replace(/[\s,;]+$/, '');
}

/** What the first new vessel is called; the others count on from it. */
export function suggestLabel(item: Pick<Item, 'name' | 'synonyms'>, labels: readonly string[]): string {
  const series = seriesOf(labels);
  return series ? `${series.prefix}${series.highest + 1}` : `${shortName(item)} 1`;
}

/** `count` labels from the first on: "EtOH 4", "EtOH 5", …; a first one without a number gets one from the second on. */
export function labelsFrom(first: string, count: number): readonly string[] {
  const trimmed = first.trim();
  const [, prefix, digits] = /^(.*?)(\d{1,9})$/.exec(trimmed) ?? [];
  return Array.from({ length: count }, (_, at) => {
    const numbered =
      prefix === undefined || digits === undefined
        ? at === 0
          ? trimmed
          : `${trimmed} ${at + 1}`
        : `${prefix}${String(Number(digits) + at).padStart(digits.length, '0')}`;
    return numbered.slice(0, labelMax);
  });
}

/** What the vessels of an item are called, of all its lots. */
export function labelsOfItem(replica: Replica, itemId: string): readonly string[] {
  return [...replica.keys('lotsByItem', itemId)].flatMap((lotId) =>
    [...replica.keys('containersByLot', lotId)].flatMap((id) => replica.record('container', id)?.fields.label ?? []),
  );
}
