/**
 * S4 and S5: finding and sorting items, by the code of the app's list on a replica that holds a large lab. Beside it the
 * plainest thing that could answer: a scan of lower-case names.
 */
import './without-styles.ts';
import { bucketKey } from '@tidylab/domain/ledger/model';
import type { Part } from '@tidylab/sync/protocol/messages';
import { Replica } from '@tidylab/sync/replica/replica';
import { seededRandom } from '@tidylab/testkit/random';
import { largeScenario } from '@tidylab/testkit/scenarios/large';
import { cpuMsOf, median, quantile, type Row, runs } from './measure.ts';

const queries = ['sodium chl', 'acs 25', 'EX-0042', 'specimen 7', 'zzz'];

function* partsOf(items: number): Generator<Part> {
  const { records, receipts } = largeScenario({ items, expiryYear: 2027 });
  for (const { kind, id, fields } of records)
    yield { kind, key: id, value: { rev: 1, fieldRevs: {}, deletedAt: null, fields } };
  for (const { what, to: place, qty } of receipts.flat())
    yield { kind: 'balance', key: bucketKey(what, place), value: { what, place, qty, count: null } };
}

/** What each keystroke of typing the queries asks for. */
const keystrokes = queries.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));

export async function benchCatalogue(items: number): Promise<Row[]> {
  const { byExpiry, catalogueOf } = await import('../../apps/web/src/features/items/catalogue.ts');
  const { filterItems } = await import('../../apps/web/src/features/items/item-filter.ts');
  const { sortRows } = await import('../../apps/web/src/ui/data-grid/columns.ts');
  const replica = new Replica();
  replica.applyChunk(partsOf(items), '0.0000000000000000', { seq: 0, ackN: null, open: [] }, true);
  const rows = catalogueOf(replica);
  const names = rows.map(({ item }) => item.name.toLowerCase());
  const columns = [{ id: 'expiry', header: '', cell: () => null, compare: byExpiry }];
  const order = seededRandom(4).shuffle(keystrokes);
  const [typed, scanned, listed, filtered]: [number[], number[], number[], number[]] = [[], [], [], []];
  let found = 0;
  for (let run = 0; run < runs; run++) {
    for (const q of order) {
      typed.push(cpuMsOf(() => void (found += filterItems(rows, { q }, '2026-11-22').length)));
      scanned.push(cpuMsOf(() => void (found += names.filter((name) => name.includes(q.toLowerCase())).length)));
    }
    const search = { category: 'Salts', state: 'low' } as const;
    listed.push(
      cpuMsOf(() => {
        const fitting = filterItems(rows, search, '2026-11-22');
        found += sortRows(fitting, columns, { id: 'expiry', desc: false }).slice(0, 50).length;
      }),
    );
    filtered.push(cpuMsOf(() => void (found += rows.filter(({ item }) => item.category === 'Salts').length)));
  }
  if (found === 0) throw new Error('nothing was found: nothing was measured');
  const size = items.toLocaleString('en');
  const [p50, p95] = [median(typed), quantile(typed, 0.95)];
  const [list, plain] = [median(listed), median(filtered)];
  const large = items >= 100_000;
  return [
    {
      id: `S4 ${size}`,
      what: `search, one keystroke, ${size} items: p50 (p95 ${p95.toFixed(1)} ms); baseline: names scanned for the text`,
      figure: p50,
      unit: 'ms of CPU',
      baseline: median(scanned),
      ratio: p50 / median(scanned),
      goal: large ? 'p50 ≤ 5 ms, p95 ≤ 16 ms' : '',
      met: large ? p50 <= 5 && p95 <= 16 : null,
    },
    {
      id: `S5 ${size}`,
      what: `filter by category and state, sort by expiry, one page, ${size} items; baseline: the filter alone`,
      figure: list,
      unit: 'ms of CPU',
      baseline: plain,
      ratio: list / plain,
      goal: large ? '≤ 50 ms' : '',
      met: large ? list <= 50 : null,
    },
  ];
}
