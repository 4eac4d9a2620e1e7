/**
 * The scenario `demo`: what a chemistry and biology group of seven keeps in two rooms, and a year of its work. Ids of
 * items and locations never change; lots, codes and movements depend on the seed; dates on `today`. No balance ever
 * goes below zero but three, near the end, which ask for a review each.
 */
import { seededRandom } from '../random.ts';
import { people } from './demo/people.ts';
import { demoRecords } from './demo/records.ts';
import { demoYear } from './demo/year.ts';
import type { Scenario, ScenarioPosting } from './types.ts';

/** A counter's device had read the records, and the postings before its own. */
function readUpTo(records: number) {
  return (posting: ScenarioPosting): ScenarioPosting => {
    if (posting.type !== 'post-count') return posting;
    const entries = posting.body.entries.map((entry) => ({ ...entry, headSeen: entry.headSeen + records }));
    return { ...posting, body: { ...posting.body, entries } };
  };
}

/** @param opts.today YYYY-MM-DD; all postings lie before it. */
export function demoScenario(opts: { today: string; seed?: number }): Scenario {
  const seed = opts.seed ?? 1;
  const { journal, store } = demoYear(opts.today, seededRandom(seed + 3_000_003));
  const records = demoRecords(
    store.piles,
    ({ lot, place }) => journal.balance(lot.id, place),
    opts.today,
    seededRandom(seed + 4_000_003),
  );
  const postings = journal.postings.map(readUpTo(people.length + records.length));
  return { name: 'demo', accounts: people, records, postings };
}
