import { hasValidCheckDigit } from '@tidylab/domain/barcodes/gs1/check-digit';
import { isCas } from '@tidylab/domain/items/cas';
import { isUuid } from '@tidylab/domain/kernel/ids';
import { decidePosting, decideVoid } from '@tidylab/domain/ledger/decide';
import { bucketEffects } from '@tidylab/domain/ledger/fold';
import { isVirtual, type LedgerEntry, postingSchemas, voidSchema } from '@tidylab/domain/ledger/model';
import { type Fields, type RecordKind, recordSchemas } from '@tidylab/domain/records';
import { roles } from '@tidylab/domain/permissions/permissions';
import { units } from '@tidylab/domain/units/units';
import { expect, test } from 'vitest';
import { demoScenario } from './demo.ts';
import { labelOf, statements } from './lab/ghs.ts';
import type { Scenario, ScenarioPosting } from './types.ts';

const today = '2026-11-22';
const demo = demoScenario({ today });

function fieldsOf<K extends RecordKind>(kind: K): Map<string, Fields<K>> {
  return new Map(demo.records.flatMap((r) => (r.kind === kind ? [[r.id, r.fields as Fields<K>] as const] : [])));
}

const items = fieldsOf('item');
const lots = fieldsOf('lot');
const containers = fieldsOf('container');
const locations = fieldsOf('location');
const barcodes = fieldsOf('barcode');
const kinds = {
  'post-receive': 'receive',
  'post-consume': 'consume',
  'post-transfer': 'transfer',
  'post-adjust': 'adjust',
  'post-count': 'count',
} as const;

const entriesOf = (posting: ScenarioPosting): readonly LedgerEntry[] =>
  posting.type === 'void-posting' ? posting.body.target.entries : posting.body.entries;

/** Balances after all postings, and how many postings left one below zero. */
function replay({ postings }: Scenario): { held: Map<string, number>; below: number } {
  const held = new Map<string, number>();
  let below = 0;
  for (const posting of postings) {
    for (const [key, effect] of bucketEffects(entriesOf(posting))) {
      const sign = posting.type === 'void-posting' ? -1 : 1;
      const qty = effect.counted ? effect.qty : (held.get(key) ?? 0) + sign * effect.qty;
      held.set(key, qty);
      if (qty < 0) below++;
    }
  }
  return { held, below };
}

const twice = (list: readonly unknown[]): unknown[] => list.filter((one, i) => list.indexOf(one) !== i);

test('about four hundred items, a year of postings, people in each role', () => {
  expect(items.size).toBeGreaterThanOrEqual(390);
  expect(items.size).toBeLessThanOrEqual(430);
  expect(demo.postings.length).toBeGreaterThan(2500);
  expect(demo.postings.length).toBeLessThan(3500);
  const span = (demo.postings.at(-1)?.atMs ?? 0) - (demo.postings[0]?.atMs ?? 0);
  expect(span / 86_400_000).toBeGreaterThan(355);
  expect(new Set(demo.accounts.map(({ role }) => role))).toEqual(new Set(roles));
  const active = new Set(demo.postings.map(({ by }) => by));
  expect(active).toEqual(new Set(demo.accounts.map(({ login }) => login)));
});

test('two runs with one seed are identical; another seed keeps the items and changes the year', () => {
  expect(demoScenario({ today })).toEqual(demo);
  const other = demoScenario({ today, seed: 2 });
  const idsOf = ({ records }: Scenario) => records.flatMap(({ kind, id }) => (kind === 'item' ? id : []));
  expect(idsOf(other)).toEqual(idsOf(demo));
  expect(other.postings).not.toEqual(demo.postings);
});

test('every record satisfies the schema of its kind, with an id of its own', () => {
  for (const record of demo.records) {
    const parsed = recordSchemas[record.kind].safeParse(record.fields);
    if (!parsed.success) expect.fail(`${record.kind} ${JSON.stringify(record.fields)}`);
    expect(parsed.data).toEqual(record.fields);
  }
  const ids = [...demo.records, ...demo.postings].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isUuid)).toBe(true);
});

test('every record comes after the records it names', () => {
  const known = new Set<string>();
  for (const { id, kind, fields } of demo.records) {
    const names = ['itemId', 'lotId', 'locationId', 'parentId', 'targetId'] as const;
    for (const name of names) {
      const named = (fields as Record<string, unknown>)[name] ?? null;
      if (named !== null) expect(known.has(String(named)), `${kind} ${id} ${name}`).toBe(true);
    }
    known.add(id);
  }
});

test('names, catalogue numbers, CAS numbers, labels, lot numbers and barcodes are distinct', () => {
  const all = [...items.values()];
  expect(twice(all.map(({ name }) => name.toLowerCase()))).toEqual([]);
  expect(twice(all.map(({ supplier, catalogNumber }) => `${supplier} ${catalogNumber}`))).toEqual([]);
  expect(twice(all.flatMap(({ cas }) => cas ?? []))).toEqual([]);
  expect(twice([...locations.values()].map(({ name }) => name))).toEqual([]);
  expect(twice([...containers.values()].map(({ label }) => label))).toEqual([]);
  expect(twice([...lots.values()].map(({ lotNumber }) => lotNumber))).toEqual([]);
  expect(twice([...barcodes.values()].map(({ key }) => key))).toEqual([]);
});

test('every item has a supplier, a catalogue number and a category; every chemical a CAS number that checks', () => {
  for (const { name, type, cas, supplier, catalogNumber, category } of items.values()) {
    expect([supplier, catalogNumber, category].every(Boolean), name).toBe(true);
    if (cas !== null) expect(isCas(cas), `${name} ${cas}`).toBe(true);
    if (type === 'chemical') expect(cas, name).not.toBeNull();
  }
});

test('pictograms and signal words are those that the hazard statements ask for', () => {
  for (const { name, hazards, pictograms, signalWord } of items.values()) {
    for (const code of hazards) expect(statements.has(code), `${name} ${code}`).toBe(true);
    expect({ name, ...labelOf(hazards) }).toEqual({ name, pictograms: [...pictograms].sort(), signal: signalWord });
  }
});

test('the stock unit of every item measures what its base unit measures, and a use step fits into a pack', () => {
  const packs = new Map([...lots.values()].map(({ itemId, packSize }) => [itemId, packSize ?? 0]));
  for (const [id, { name, baseUnit, stockUnit, useStep }] of items) {
    expect(units[stockUnit].dimension, name).toBe(units[baseUnit].dimension);
    expect(packs.get(id), name).toBeGreaterThanOrEqual(useStep ?? 1);
  }
});

test('every container and location answers to its own label, every GTIN has its check digit right', () => {
  const keys = new Set([...barcodes.values()].map(({ key }) => key));
  for (const { code } of [...containers.values(), ...locations.values()]) expect(keys.has(`own:${code}`)).toBe(true);
  const gtins = [...keys].filter((key) => key.startsWith('gtin:')).map((key) => key.slice(5));
  expect(gtins.length).toBeGreaterThan(20);
  for (const gtin of gtins) expect([gtin, gtin.startsWith('0952') && hasValidCheckDigit(gtin)]).toEqual([gtin, true]);
});

test('locations are one tree: a site, two rooms, and in them freezers, refrigerators, cabinets, shelves and boxes', () => {
  expect([...locations.values()].filter(({ parentId }) => parentId === null)).toHaveLength(1);
  expect([...locations.values()].filter(({ type }) => type === 'room')).toHaveLength(2);
  for (const [start] of locations) {
    const path = new Set<string>();
    for (let at: string | null = start; at !== null; at = locations.get(at)?.parentId ?? null) {
      expect(path.has(at)).toBe(false);
      path.add(at);
    }
  }
  const types = new Set([...locations.values()].map(({ type }) => type));
  expect([...types].sort()).toEqual(['box', 'cabinet', 'freezer', 'refrigerator', 'room', 'shelf', 'site']);
});

test('most lots that still hold something are good; a few have expired, a few will soon', () => {
  const { held } = replay(demo);
  const inStock = new Set([...held].flatMap(([key, qty]) => (qty > 0 ? (key.split('@')[0] ?? '') : [])));
  const expiries = [...inStock].flatMap((id) => lots.get(id)?.expiry ?? []);
  const expired = expiries.filter((day) => day < today).length;
  const soon = expiries.filter((day) => day >= today && day < '2027-01-01').length;
  expect(expired).toBeGreaterThanOrEqual(3);
  expect(expired).toBeLessThan(expiries.length / 10);
  expect(soon).toBeGreaterThanOrEqual(3);
});

test('postings are in time order, before today, and by people of the lab', () => {
  const logins = demo.accounts.map(({ login }) => login);
  demo.postings.forEach(({ atMs, by }, i) => {
    expect(logins).toContain(by);
    expect(atMs).toBeGreaterThan(demo.postings[i - 1]?.atMs ?? 0);
    expect(atMs).toBeLessThan(Date.parse(`${today}T00:00:00Z`));
  });
});

test('every posting fits its schema and is one that a device may write', () => {
  const earlier = new Map<string, ScenarioPosting>();
  for (const posting of demo.postings) {
    if (posting.type === 'void-posting') {
      expect(voidSchema.parse(posting.body)).toEqual(posting.body);
      const target = earlier.get(posting.body.target.op);
      if (!target || target.type === 'void-posting') expect.fail('a void names a posting before it');
      const undone = { kind: kinds[target.type], entries: target.body.entries };
      expect(decideVoid(posting.body, undone)).toEqual({ ok: true, value: null });
    } else {
      expect(postingSchemas[posting.type].parse(posting.body)).toEqual(posting.body);
      expect(decidePosting(kinds[posting.type], posting.body.entries)).toEqual({ ok: true, value: null });
    }
    earlier.set(posting.id, posting);
  }
});

test('postings name lots and places of the lab, and a vessel holds its own lot', () => {
  for (const entry of demo.postings.flatMap(entriesOf)) {
    expect(lots.has(entry.what)).toBe(true);
    const ends = 'place' in entry ? [entry.place] : [entry.from, entry.to];
    for (const end of ends.filter((one) => !isVirtual(one))) {
      const id = end.slice(2);
      expect(end.startsWith('c:') ? containers.get(id)?.lotId === entry.what : locations.has(id), end).toBe(true);
    }
  }
});

test('every container holds a balance that its state tells', () => {
  const { held } = replay(demo);
  for (const [id, { lotId, state, label }] of containers) {
    const qty = held.get(`${lotId}@c:${id}`);
    expect(qty, label).toBeDefined();
    expect(state === 'empty', label).toBe(qty === 0);
    if (state === 'sealed') expect(qty, label).toBe(lots.get(lotId)?.packSize);
  }
});

test('the year holds every kind of posting, several voids, and counts of which a few differ', () => {
  const types = new Set(demo.postings.map(({ type }) => type));
  expect([...types].sort()).toEqual([...Object.keys(kinds), 'void-posting'].sort());
  expect(demo.postings.filter(({ type }) => type === 'void-posting').length).toBeGreaterThanOrEqual(4);
  const counts = demo.postings.flatMap((posting) => (posting.type === 'post-count' ? posting.body.entries : []));
  const differ = counts.filter(({ qty, expectedSeen }) => qty !== expectedSeen).length;
  expect(differ).toBeGreaterThan(10);
  expect(differ).toBeLessThan(counts.length / 4);
});

test.each([
  [today, 1],
  ['2027-02-01', 2],
  ['2027-03-06', 3],
  ['2028-02-29', 4],
])('on %s with seed %i exactly three balances go below zero, and stay there', (day, seed) => {
  const other = demoScenario({ today: day, seed });
  const { held, below } = replay(other);
  expect(below).toBe(3);
  expect([...held.values()].filter((qty) => qty < 0)).toHaveLength(3);
  expect(other.postings.at(-1)?.atMs).toBeLessThan(Date.parse(`${day}T00:00:00Z`));
});
