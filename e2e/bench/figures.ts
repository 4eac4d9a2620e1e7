/**
 * docs/figures.md: one line a row, kept by id, written by `pnpm bench` and `pnpm proof` and by nothing else. Figures of
 * another machine are never mixed in: a run on another one begins the file anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Row } from './measure.ts';

const file = fileURLToPath(new URL('../../docs/figures.md', import.meta.url));

/** Names the machine by what matters and nothing that tells whose it is. */
export const machine = (chromium: string): string =>
  `${availableParallelism()} cores, ${Math.round(totalmem() / 1e9)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}, Chromium ${chromium}`;

const digits = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: value < 1_000 ? 3 : 4, maximumFractionDigits: 3 });

const line = (row: Row, day: string): string => {
  const compared = row.baseline === null ? '' : digits(row.baseline);
  const ratio = row.ratio === null ? '' : `${digits(row.ratio)}×`;
  const met = row.met === null ? '' : row.met ? 'met' : '**not met**';
  return `| ${[row.id, row.what, `${digits(row.figure)} ${row.unit}`, compared, ratio, row.goal, met, day].join(' | ')} |`;
};

const head = `# Figures

Written by \`pnpm bench\` and \`pnpm proof\`; not by hand. Medians of at least five runs unless a row says otherwise; the
baseline is measured in the same run. What each row means and why the goals are these: the row's own module in \`e2e/bench\`
and \`e2e/proof\`.
`;
const columns =
  '| id | what | figure | baseline | ratio | goal | | measured |\n| --- | --- | --- | --- | --- | --- | --- | --- |';

const idOf = (text: string): string => /^\| ([^|]+) \|/.exec(text)?.[1]?.trim() ?? '';
const isRow = (text: string): boolean => text.startsWith('| ') && !/^\| (id|---) /.test(text);
const byId = (a: string, b: string): number => idOf(a).localeCompare(idOf(b), 'en', { numeric: true });

/** Puts the rows into the file, each in the place of an older one of the same id. */
export function writeFigures(rows: readonly Row[], on: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const named = `Machine: ${on}.`;
  const kept = before.includes(named) ? before.split('\n').filter(isRow) : [];
  const day = new Date().toISOString().slice(0, 10);
  const lines = new Map(kept.map((text) => [idOf(text), text]));
  for (const row of rows) lines.set(row.id, line(row, day));
  const table = [...lines.values()].sort(byId).join('\n');
  writeFileSync(file, `${head}\n${named}\n\n${columns}\n${table}\n`);
}

/** A row as people read it in a terminal. */
export function explain(row: Row): string {
  const compared = row.ratio === null ? '' : `, ${digits(row.ratio)}× the baseline of ${digits(row.baseline ?? 0)}`;
  const verdict = row.met === null ? '' : row.met ? ' met' : ' NOT MET';
  const goal = row.goal === '' ? '' : ` [${row.goal}:${verdict}]`;
  return `${row.id}: ${digits(row.figure)} ${row.unit}${compared}${goal}\n    ${row.what}`;
}
