/**
 * pnpm bench [--json] [--items N] [ids…]
 *
 * Measures the rows named (S2 S3 S4 S5 S7 S9 S10 S12), or all, and puts them into docs/figures.md. With --json one
 * object a row on standard output: {id, what, figure, unit, baseline, ratio, goal, met}. Never a test: a goal that was
 * not met is printed as not met, and the exit code is 0.
 */
import { parseArgs } from 'node:util';
import { mira } from '../browser/support/scenario.ts';
import { processesWith } from '../browser/support/processes.ts';
import { startServer } from '../browser/support/server.ts';
import { HttpDevice } from '../http/device.ts';
import { loadLarge } from '../http/load.ts';
import { benchColdStart, benchScan, chromiumVersion } from './app.ts';
import { benchCatalogue } from './catalogue.ts';
import { explain, machine, writeFigures } from './figures.ts';
import { benchFold } from './fold.ts';
import type { Row } from './measure.ts';
import { benchPull } from './pull.ts';
import { benchPush } from './push.ts';
import { benchSize } from './size.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, items: { type: 'string' } },
});
const items = Number(values.items ?? 10_000);

async function withServer<T>(work: (url: string, data: string) => Promise<T>): Promise<T> {
  const server = await startServer(['--scenario', 'lab']);
  try {
    return await work(server.url, server.data);
  } finally {
    await server.remove();
  }
}

/** S2 and S10 read the same large lab. */
const benchLarge = (wanted: ReadonlySet<string>): Promise<Row[]> =>
  withServer(async (url, data) => {
    const device = await HttpDevice.signIn(url, mira);
    await loadLarge(device, items);
    const [pid = 0] = processesWith(data);
    const rows: Row[] = [];
    if (wanted.has('S10')) rows.push(await benchPull(await HttpDevice.signIn(url, mira), pid));
    if (wanted.has('S2')) rows.push(await benchColdStart(url, device, items));
    return rows;
  });

/** Which rows each part measures, in the order they run. */
const parts: readonly { readonly ids: readonly string[]; run(wanted: ReadonlySet<string>): Promise<Row[]> }[] = [
  { ids: ['S7'], run: async () => [benchSize()] },
  { ids: ['S12'], run: async () => [await benchFold()] },
  {
    ids: ['S4', 'S5'],
    run: async (wanted) =>
      [...(await benchCatalogue(10_000)), ...(await benchCatalogue(100_000))].filter(({ id }) =>
        wanted.has(id.slice(0, 2)),
      ),
  },
  { ids: ['S9'], run: benchPush },
  { ids: ['S3'], run: async () => [await withServer(benchScan)] },
  { ids: ['S2', 'S10'], run: benchLarge },
];

async function main(): Promise<number> {
  const known = parts.flatMap(({ ids }) => ids);
  const unknown = positionals.filter((id) => !known.includes(id));
  if (unknown.length > 0 || !Number.isInteger(items) || items < 1) {
    process.stderr.write(`pnpm bench [--json] [--items N] [${known.join(' ')}]\n`);
    return 2;
  }
  const wanted = new Set(positionals.length > 0 ? positionals : known);
  const on = machine(await chromiumVersion());
  process.stderr.write(`${on}\n`);
  for (const part of parts.filter(({ ids }) => ids.some((id) => wanted.has(id)))) {
    const rows = await part.run(wanted);
    // Row by row, so that what was measured is kept when a later part fails.
    writeFigures(rows, on);
    for (const row of rows) process.stdout.write(`${values.json === true ? JSON.stringify(row) : explain(row)}\n`);
  }
  return 0;
}

process.exitCode = await main();
