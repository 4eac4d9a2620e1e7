/**
 * S12: a million movements folded to balances by the one fold that the server, the replica and `verify` use. Beside it
 * the same sums in typed arrays, with the buckets already numbered: what cannot be beaten.
 */
import { addEntry, type BucketEntry, type BucketState, emptyBucket, foldBucket } from '@tidylab/domain/ledger/fold';
import { seededRandom } from '@tidylab/testkit/random';
import { cpuOf, median, type Row, runs } from './measure.ts';

const movements = 1_000_000;
const buckets = 50_000;
const goal = 3;

interface Entry extends BucketEntry {
  readonly bucket: string;
  readonly index: number;
}

function makeEntries(): Entry[] {
  const random = seededRandom(12);
  return Array.from({ length: movements }, (_, at) => {
    const index = random.int(buckets);
    const eff = (0x19aaf0c0000 + at).toString(16).padStart(12, '0').padEnd(16, '0');
    return {
      bucket: `lot ${index}@shelf ${index % 97}`,
      index,
      eff,
      op: `op ${at}`,
      counted: random.chance(0.01),
      qty: random.int(1_000) - 300,
    };
  });
}

function foldAll(entries: readonly Entry[]): Map<string, BucketState> {
  const grouped = new Map<string, Entry[]>();
  for (const entry of entries) {
    const held = grouped.get(entry.bucket);
    if (held) held.push(entry);
    else grouped.set(entry.bucket, [entry]);
  }
  return new Map([...grouped].map(([bucket, held]) => [bucket, foldBucket(held)]));
}

function sumAll(entries: readonly Entry[]): Float64Array {
  const sums = new Float64Array(buckets);
  for (const { index, qty, counted } of entries) sums[index] = counted ? qty : (sums[index] ?? 0) + qty;
  return sums;
}

/** One by one as they arrive, which must come to the same. */
function addAll(entries: readonly Entry[]): Map<string, BucketState> {
  const states = new Map<string, BucketState>();
  for (const entry of entries)
    states.set(
      entry.bucket,
      addEntry(states.get(entry.bucket) ?? emptyBucket, entry, () => 0),
    );
  return states;
}

export async function benchFold(): Promise<Row> {
  const entries = makeEntries();
  const sums = sumAll(entries);
  const added = addAll(entries);
  for (const [bucket, { qty }] of foldAll(entries)) {
    const index = Number(/\d+/.exec(bucket)?.[0]);
    if (qty !== sums[index] || qty !== added.get(bucket)?.qty) throw new Error(`the folds differ at ${bucket}`);
  }
  const [folded, plain]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    folded.push(await cpuOf(() => void foldAll(entries)));
    plain.push(await cpuOf(() => void sumAll(entries)));
  }
  const [figure, baseline] = [median(folded), median(plain)];
  return {
    id: 'S12',
    what: '1,000,000 movements in 50,000 buckets folded to balances; baseline: the sums alone, in typed arrays',
    figure,
    unit: 'CPU-s',
    baseline,
    ratio: figure / baseline,
    goal: `≤ ${goal} CPU-s`,
    met: figure <= goal,
  };
}
