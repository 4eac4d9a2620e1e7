/**
 * The scenario `lab`: a chemistry and biology group with two rooms, some eighty products as their makers sell them,
 * and six weeks of work. Ids never change; codes, lot numbers and movements depend on the seed; dates on `today`.
 */
import { seededRandom } from '../random.ts';
import { labRecords } from './lab/records.ts';
import { type Holding, layInStock } from './lab/stock.ts';
import { labWeeks } from './lab/weeks.ts';
import type { Scenario, ScenarioAccount } from './types.ts';

const accounts: readonly ScenarioAccount[] = [
  { login: 'ines', name: 'Ines Duarte', role: 'admin', password: 'amber-kettle-frost-41' },
  { login: 'mira', name: 'Mira Okafor', role: 'manager', password: 'violet-funnel-river-27' },
  { login: 'jonas', name: 'Jonas Weber', role: 'user', password: 'copper-beaker-cloud-63' },
];

/** @param opts.today YYYY-MM-DD; all postings lie before it and expiry dates are counted from it. */
export function labScenario(opts: { today: string; seed?: number }): Scenario<ScenarioAccount> {
  const seed = opts.seed ?? 1;
  const stock = layInStock(seededRandom(seed));
  const recordsWith = (leftOf: (holding: Holding) => number) =>
    labRecords(stock, leftOf, opts.today, seededRandom(seed + 1_000_003));
  const size = recordsWith((holding) => holding.qty).length;
  const journal = labWeeks(stock, size, opts.today, seededRandom(seed + 2_000_003));
  const records = recordsWith(({ lot, place }) => journal.balance(lot.id, place));
  return { name: 'lab', accounts, records, postings: journal.postings };
}
