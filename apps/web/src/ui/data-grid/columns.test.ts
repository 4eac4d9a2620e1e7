import { expect, test } from 'vitest';
import { type GridColumn, nextSort, sortRows } from './columns.ts';

interface Row {
  readonly name: string;
  readonly size: number;
}

const columns: GridColumn<Row>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name },
  { id: 'size', header: 'Size', cell: (row) => row.size, compare: (a, b) => a.size - b.size },
];
const rows = [
  { name: 'b', size: 2 },
  { name: 'a', size: 1 },
  { name: 'c', size: 2 },
];
const names = (sorted: readonly Row[]): string => sorted.map((row) => row.name).join('');

test('rows are sorted by the column asked for, and equal ones keep their order both ways', () => {
  expect(names(sortRows(rows, columns, { id: 'size', desc: false }))).toBe('abc');
  expect(names(sortRows(rows, columns, { id: 'size', desc: true }))).toBe('bca');
});

test('a column that cannot be sorted by, or is not there, leaves the rows as they are', () => {
  expect(sortRows(rows, columns, { id: 'name', desc: false })).toBe(rows);
  expect(sortRows(rows, columns, { id: 'gone', desc: true })).toBe(rows);
  expect(sortRows(rows, columns, null)).toBe(rows);
});

test('pressing a header sorts ascending, pressing it again turns the order round', () => {
  const first = nextSort(null, 'size');
  expect(first).toEqual({ id: 'size', desc: false });
  expect(nextSort(first, 'size')).toEqual({ id: 'size', desc: true });
  expect(nextSort({ id: 'size', desc: true }, 'size')).toEqual({ id: 'size', desc: false });
  expect(nextSort({ id: 'size', desc: false }, 'name')).toEqual({ id: 'name', desc: false });
});
