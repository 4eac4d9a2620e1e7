/**
 * References lead somewhere. A record whose op waits or was refused does not count as missing: somebody decides about
 * it under "To review", and what refers to it came from the same device.
 */
import type { Db } from '../../db/copies.ts';
import type { Differs } from './report.ts';

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly to: readonly string[];
}

const references: readonly Reference[] = [
  { table: 'lot', column: 'item_id', to: ['item'] },
  { table: 'container', column: 'lot_id', to: ['lot'] },
  { table: 'container', column: 'location_id', to: ['location'] },
  { table: 'location', column: 'parent_id', to: ['location'] },
  { table: 'barcode', column: 'target_id', to: ['item', 'lot', 'container', 'location'] },
];

const places: Readonly<Record<string, string>> = { c: 'container', l: 'location' };
const waiting = `SELECT json_extract(raw, '$.body.id') FROM op
  WHERE type = 'create-record' AND status IN ('parked', 'rejected') AND json_extract(raw, '$.body.id') IS NOT NULL`;

const missing = (value: string, to: readonly string[]): string =>
  [...to.map((table) => `SELECT id FROM ${table}`), waiting].map((known) => `${value} NOT IN (${known})`).join(' AND ');

export function verifyReferences(db: Db, differs: Differs): void {
  for (const { table, column, to } of references) {
    const sql = `SELECT id, ${column} AS target FROM ${table} WHERE ${column} IS NOT NULL AND ${missing(column, to)}`;
    for (const { id, target } of db.prepare(sql).iterate() as IterableIterator<{ id: string; target: string }>)
      differs({ kind: 'dangling', text: `${table} ${id} names ${to.join(' or ')} ${target}, which is not there` });
  }
  const stock = `SELECT what || '@' || place FROM balance WHERE ${missing('what', ['lot', 'item', 'container'])}`;
  for (const key of db.prepare(stock).pluck().iterate() as IterableIterator<string>)
    differs({ kind: 'dangling', text: `balance ${key} is of a lot that is not there` });
  for (const [prefix, table] of Object.entries(places)) {
    const sql = `SELECT what || '@' || place FROM balance WHERE place LIKE '${prefix}:%' AND ${missing('substr(place, 3)', [table])}`;
    for (const key of db.prepare(sql).pluck().iterate() as IterableIterator<string>)
      differs({ kind: 'dangling', text: `balance ${key} is at a ${table} that is not there` });
  }
}
