import { hasValidCheckDigit } from '@tidylab/domain/barcodes/gs1/check-digit';
import { isCas } from '@tidylab/domain/items/cas';
import { isUuid } from '@tidylab/domain/kernel/ids';
import { decidePosting, decideVoid } from '@tidylab/domain/ledger/decide';
import { bucketEffects } from '@tidylab/domain/ledger/fold';
import { isVirtual, type LedgerEntry, postingSchemas, voidSchema } from '@tidylab/domain/ledger/model';
import { type Fields, recordKinds, type RecordKind, recordSchemas } from '@tidylab/domain/records';
import { units } from '@tidylab/domain/units/units';
import { expect, test } from 'vitest';
import { labelOf, statements } from './lab/ghs.ts';
import { labScenario } from './lab.ts';
import type { ScenarioPosting } from './types.ts';

const today = '2026-11-22';
const lab = labScenario({ today });

function fieldsOf<K extends RecordKind>(kind: K): Map<string, Fields<K>> {
  return new Map(lab.records.flatMap((r) => (r.kind === kind ? [[r.id, r.fields as Fields<K>] as const] : [])));
}

const items = fieldsOf('item');
const lots = fieldsOf('lot');
const containers = fieldsOf('container');
const locations = fieldsOf('location');
const barcodes = fieldsOf('barcode');
const kindOf = (type: Exclude<ScenarioPosting['type'], 'void-posting'>) =>
  (
    ({
      'post-receive': 'receive',
      'post-consume': 'consume',
      'post-transfer': 'transfer',
      'post-adjust': 'adjust',
      'post-count': 'count',
    }) as const
  )[type];

/** Balances after each posting, by the simplest arithmetic there is. */
function replay(
  postings: readonly ScenarioPosting[],
  seen: (balance: number, posting: ScenarioPosting) => void,
): Map<string, number> {
  const held = new Map<string, number>();
  for (const posting of postings) {
    const entries: readonly LedgerEntry[] =
      posting.type === 'void-posting' ? posting.body.target.entries : posting.body.entries;
    for (const [key, effect] of bucketEffects(entries)) {
      const sign = posting.type === 'void-posting' ? -1 : 1;
      const qty = effect.counted ? effect.qty : (held.get(key) ?? 0) + sign * effect.qty;
      held.set(key, qty);
      seen(qty, posting);
    }
  }
  return held;
}

test('the lab is as large as a real one', () => {
  expect(items.size).toBeGreaterThanOrEqual(60);
  expect(lots.size).toBeGreaterThanOrEqual(85);
  expect(containers.size).toBeGreaterThanOrEqual(85);
  expect(locations.size).toBeGreaterThanOrEqual(25);
  expect([...barcodes.values()].filter(({ key }) => key.startsWith('gtin:')).length).toBeGreaterThanOrEqual(25);
  expect(lab.postings.length).toBeGreaterThan(100);
});

test('two runs with one seed are identical; another seed keeps the ids of records and changes the codes', () => {
  expect(labScenario({ today })).toEqual(lab);
  const other = labScenario({ today, seed: 2 });
  expect(other.records.map(({ id }) => id)).toEqual(lab.records.map(({ id }) => id));
  expect(other.records).not.toEqual(lab.records);
});

test('every record satisfies the schema of its kind, with an id of its own', () => {
  for (const record of lab.records) {
    const parsed = recordSchemas[record.kind].safeParse(record.fields);
    expect(parsed.success, `${record.kind} ${JSON.stringify(record.fields)}`).toBe(true);
    expect(parsed.data).toEqual(record.fields);
    expect(isUuid(record.id)).toBe(true);
  }
  const ids = [...lab.records, ...lab.postings].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every record comes after the records it names', () => {
  const known = new Set<string>();
  for (const { id, kind, fields } of lab.records) {
    const named = {
      item: () => [],
      person: () => [],
      lot: () => [fields as Fields<'lot'>].map((lot) => lot.itemId),
      container: () => [fields as Fields<'container'>].flatMap((one) => [one.lotId, one.locationId]),
      location: () => [(fields as Fields<'location'>).parentId],
      barcode: () => [(fields as Fields<'barcode'>).targetId],
    }[kind]();
    for (const name of named) expect(name === null || known.has(name), `${kind} ${id} names ${name}`).toBe(true);
    known.add(id);
  }
  expect(recordKinds).toContain('item');
});

test('names, container labels, codes, lot numbers and barcodes are distinct', () => {
  const lists = [
    [...items.values()].map(({ name }) => name),
    [...items.values()].map(({ supplier, catalogNumber }) => `${supplier} ${catalogNumber}`),
    [...items.values()].flatMap(({ cas }) => cas ?? []),
    [...locations.values()].map(({ name }) => name),
    [...containers.values()].map(({ label }) => label),
    [...lots.values()].map(({ lotNumber }) => lotNumber),
    [...containers.values(), ...locations.values()].map(({ code }) => code),
    [...barcodes.values()].map(({ key }) => key),
  ];
  for (const list of lists) expect(list.filter((one, i) => list.indexOf(one) !== i)).toEqual([]);
});

test('every CAS number has its check digit right, and every chemical has one', () => {
  for (const { name, type, cas } of items.values()) {
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

test('the stock unit of every item measures what its base unit measures', () => {
  for (const { name, baseUnit, stockUnit } of items.values())
    expect(units[stockUnit].dimension, name).toBe(units[baseUnit].dimension);
});

test('every container and location answers to its own label, every GTIN has its check digit right', () => {
  const keys = new Set([...barcodes.values()].map(({ key }) => key));
  for (const { code } of [...containers.values(), ...locations.values()]) expect(keys.has(`own:${code}`)).toBe(true);
  for (const key of keys) {
    const [scheme, text = ''] = key.split(':');
    if (scheme !== 'gtin') continue;
    expect(text).toMatch(/^0952\d{10}$/);
    expect(hasValidCheckDigit(text), text).toBe(true);
  }
});

test('locations form one tree without a cycle', () => {
  const roots = [...locations].filter(([, { parentId }]) => parentId === null);
  expect(roots).toHaveLength(1);
  for (const [start] of locations) {
    const path = new Set<string>();
    for (let at: string | null = start; at !== null; at = locations.get(at)?.parentId ?? null) {
      expect(path.has(at)).toBe(false);
      path.add(at);
    }
    expect(path.has(roots[0]?.[0] ?? '')).toBe(true);
  }
});

test('most lots are good for a month or more, some expire sooner, two have expired', () => {
  const expiries = [...lots.values()].flatMap(({ expiry }) => expiry ?? []);
  const expired = expiries.filter((day) => day < today);
  const soon = expiries.filter((day) => day >= today && day < '2026-12-22');
  expect(expired).toHaveLength(2);
  expect(soon.length).toBeGreaterThanOrEqual(3);
  expect(soon.length).toBeLessThan(expiries.length / 10);
});

test('postings are in time order, before today, and by people with an account', () => {
  const logins = lab.accounts.map(({ login }) => login);
  lab.postings.forEach(({ atMs, by }, i) => {
    expect(logins).toContain(by);
    expect(atMs).toBeGreaterThan(lab.postings[i - 1]?.atMs ?? 0);
    expect(atMs).toBeLessThan(Date.parse(`${today}T00:00:00Z`));
  });
  for (const { password } of lab.accounts) expect(password.length).toBeGreaterThanOrEqual(15);
});

test('every posting fits its schema and is one that a device may write', () => {
  const earlier = new Map<string, ScenarioPosting>();
  for (const posting of lab.postings) {
    if (posting.type === 'void-posting') {
      expect(voidSchema.parse(posting.body)).toEqual(posting.body);
      const target = earlier.get(posting.body.target.op);
      expect(target && target.type !== 'void-posting').toBe(true);
      if (!target || target.type === 'void-posting') continue;
      expect(decideVoid(posting.body, { kind: kindOf(target.type), entries: target.body.entries })).toEqual({
        ok: true,
        value: null,
      });
    } else {
      expect(postingSchemas[posting.type].parse(posting.body)).toEqual(posting.body);
      expect(decidePosting(kindOf(posting.type), posting.body.entries)).toEqual({ ok: true, value: null });
    }
    earlier.set(posting.id, posting);
  }
});

test('postings name lots and places of the lab, and stock that was received', () => {
  for (const posting of lab.postings) {
    if (posting.type === 'void-posting') continue;
    for (const entry of posting.body.entries) {
      expect(lots.has(entry.what)).toBe(true);
      const ends = 'place' in entry ? [entry.place] : [entry.from, entry.to];
      for (const end of ends.filter((one) => !isVirtual(one))) {
        const id = end.slice(2);
        expect(end.startsWith('c:') ? containers.get(id)?.lotId === entry.what : locations.has(id), end).toBe(true);
      }
    }
  }
});

test('every container holds a balance that its state tells, and none ever goes below zero', () => {
  const held = replay(lab.postings, (qty) => expect(qty).toBeGreaterThanOrEqual(0));
  for (const [id, { lotId, state, label }] of containers) {
    const qty = held.get(`${lotId}@c:${id}`);
    expect(qty, label).toBeDefined();
    expect(state === 'empty', label).toBe(qty === 0);
    if (state === 'sealed') expect(qty, label).toBe(lots.get(lotId)?.packSize);
  }
});

test('the weeks hold every kind of posting, a void and a count that differs', () => {
  const types = new Set(lab.postings.map(({ type }) => type));
  expect([...types].sort()).toEqual([
    'post-adjust',
    'post-consume',
    'post-count',
    'post-receive',
    'post-transfer',
    'void-posting',
  ]);
  const counts = lab.postings.flatMap((posting) => (posting.type === 'post-count' ? posting.body.entries : []));
  expect(counts.some(({ qty, expectedSeen }) => qty !== expectedSeen)).toBe(true);
});

test('other seeds and other days of the week make a lab too', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const day = `2027-02-${String((seed % 28) + 1).padStart(2, '0')}`;
    const other = labScenario({ today: day, seed });
    replay(other.postings, (qty) => expect(qty).toBeGreaterThanOrEqual(0));
    expect(other.postings.at(-1)?.atMs).toBeLessThan(Date.parse(`${day}T00:00:00Z`));
  }
});
