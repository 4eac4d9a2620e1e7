/** What is written on a new vessel for people: the item's vessels are numbered on, in the words that they have. */
import type { Replica } from '@tidylab/sync/replica/replica';

const numbered = /^(.*\S)\s+(\d{1,6})$/;

/** Room for a number behind the name. */
const nameMax = 70;

/** `n` labels that no vessel of the item has yet. */
export function nextLabels(replica: Replica, itemId: string, n: number): readonly string[] {
  const last = new Map<string, number>();
  let vessels = 0;
  for (const lotId of replica.keys('lotsByItem', itemId)) {
    for (const id of replica.keys('containersByLot', lotId)) {
      vessels++;
      const [, words, digits] = numbered.exec(replica.record('container', id)?.fields.label ?? '') ?? [];
      if (words !== undefined) last.set(words, Math.max(last.get(words) ?? 0, Number(digits)));
    }
  }
  // The words with the highest number are those in use.
  const [own] = [...last].toSorted((a, b) => b[1] - a[1]);
  const name = replica.record('item', itemId)?.fields.name ?? '';
  const [words, from] = own ?? [name.slice(0, nameMax).trim(), vessels];
  return Array.from({ length: n }, (_, i) => `${words} ${from + i + 1}`);
}
