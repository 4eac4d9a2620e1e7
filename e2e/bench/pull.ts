/**
 * S10: the feed by pages, as a device that was away reads it: rows for each CPU-second of the server. Beside it, in the
 * same run, what parsing the same rows and writing them again costs.
 */
import type { Page } from '@tidylab/sync/protocol/messages';
import { feedStart } from '@tidylab/sync/protocol/cursor';
import { limits } from '@tidylab/sync/protocol/version';
import type { HttpDevice } from '../http/device.ts';
import { cpuOf, cpuSecondsOf, median, type Row, runs } from './measure.ts';

const goal = 200_000;
// Short runs would be measured in too few ticks of the process's clock.
const rowsPerRun = 100_000;

/** The whole feed, page by page. */
export async function readFeed(device: HttpDevice): Promise<{ pages: string[]; rows: number }> {
  const pages: string[] = [];
  let rows = 0;
  for (let since = feedStart; ; ) {
    const text = await device.pull(since, limits.pageRowsMax);
    const page = JSON.parse(text) as Page;
    pages.push(text);
    rows += page.rows.length;
    since = page.next;
    if (!page.more) return { pages, rows };
  }
}

/** @param pid the server's process. */
export async function benchPull(device: HttpDevice, pid: number): Promise<Row> {
  const { pages, rows } = await readFeed(device);
  const times = Math.ceil(rowsPerRun / rows);
  const repeat = async (work: () => void | Promise<unknown>): Promise<void> => {
    for (let time = 0; time < times; time++) await work();
  };
  const served: number[] = [];
  const written: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = cpuSecondsOf(pid);
    await repeat(() => readFeed(device));
    served.push((rows * times) / (cpuSecondsOf(pid) - before));
    const spent = await cpuOf(() =>
      repeat(() => {
        for (const page of pages) JSON.stringify(JSON.parse(page));
      }),
    );
    written.push((rows * times) / spent);
  }
  const [figure, baseline] = [median(served), median(written)];
  return {
    id: 'S10',
    what: `pull of ${rows} records by pages of ${limits.pageRowsMax} over HTTP; baseline: the same rows parsed and written again`,
    figure,
    unit: 'rows/CPU-s',
    baseline,
    ratio: figure / baseline,
    goal: `≥ ${goal}`,
    met: figure >= goal,
  };
}
