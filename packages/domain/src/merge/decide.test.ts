import fc from 'fast-check';
import { expect, test } from 'vitest';
import { container } from '../containers/fixtures/containers.ts';
import { ethanol } from '../items/fixtures/items.ts';
import { by, edit, MergingRecord, recordId } from './build.ts';
import { overlayEdit } from './decide.ts';
import type { Author, EditRecordBody } from './model.ts';

const item = () => new MergingRecord('item', ethanol);

test('[R3] an edit changes the fields it names and gives them the next revision', () => {
  const one = item();
  const { hasLost } = one.edit(by('a', 1, 10), edit('item', 1, { name: [ethanol.name, 'Ethanol 96 %'] }));
  expect([one.fields['name'], one.record.rev, one.record.fieldRevs, hasLost]).toEqual([
    'Ethanol 96 %',
    2,
    { name: 2 },
    false,
  ]);
  expect(one.clashes).toEqual([]);
});

test('[R4] edits of different fields both stand, whoever saw what', () => {
  const one = item();
  one.edit(by('a', 1, 10), edit('item', 1, { name: [ethanol.name, 'A'] }));
  one.edit(by('b', 1, 11), edit('item', 1, { storage: [ethanol.storage, 'dark'] }));
  expect([one.fields['name'], one.fields['storage'], one.clashes]).toEqual(['A', 'dark', []]);
});

test('[R5] of two edits of one field the first stays, and the other is kept for a person to see', () => {
  const one = item();
  one.edit(by('a', 1, 10), edit('item', 1, { name: [ethanol.name, 'A'] }));
  const late = one.edit(by('b', 1, 5), edit('item', 1, { name: [ethanol.name, 'B'], storage: [null, 'dark'] }));
  expect([one.fields['name'], one.fields['storage'], late.hasLost]).toEqual(['A', 'dark', true]);
  expect(one.clashes).toEqual([
    {
      kind: 'conflict',
      field: 'name',
      code: 'conflict',
      yours: { name: 'B' },
      theirs: { name: 'A' },
      before: { name: ethanol.name },
      by: 'a',
      when: by('a', 1, 10).eff,
    },
  ]);
});

test('[R5] two who wrote the same agree', () => {
  const one = item();
  one.edit(by('a', 1, 10), edit('item', 1, { name: [ethanol.name, 'A'] }));
  const same = one.edit(by('b', 1, 11), edit('item', 1, { name: [ethanol.name, 'A'] }));
  expect([one.record.rev, same.hasLost, same.clashes, same.written]).toEqual([2, false, [], []]);
});

test("[R4] a stream's own queued edits are no conflicts, and an edit by someone between them is one", () => {
  const one = item();
  one.edit(by('a', 1, 10), edit('item', 1, { name: [ethanol.name, 'A'] }));
  one.edit(by('a', 2, 11), edit('item', 1, { name: ['A', 'AA'] }));
  expect([one.fields['name'], one.clashes]).toEqual(['AA', []]);
  one.edit(by('b', 1, 12), edit('item', 3, { name: ['AA', 'B'] }));
  one.edit(by('a', 3, 13), edit('item', 1, { name: ['AA', 'AAA'] }));
  expect([one.fields['name'], one.clashes.map(({ yours }) => yours)]).toEqual(['B', [{ name: 'AAA' }]]);
});

test('[R4] an edit of a record that its own device has just made is no conflict', () => {
  const one = item();
  one.edit(by('maker', 2, 2), edit('item', 0, { name: [ethanol.name, 'A'] }));
  expect([one.fields['name'], one.clashes]).toEqual(['A', []]);
});

test('[R4] after a restore the value that was shown is compared, since revisions mean nothing then', () => {
  const one = item();
  one.edit(by('b', 1, 9), edit('item', 1, { storage: [ethanol.storage, 'dark'] }));
  one.edit(by('a', 1, 10), edit('item', 90, { name: [ethanol.name, 'A'], storage: ['cold', 'warm'] }), false);
  expect([one.fields['name'], one.fields['storage']]).toEqual(['A', 'dark']);
  expect(one.clashes.map(({ field }) => field)).toEqual(['storage']);
});

test('[R6] hazards, pictograms and signal word are won or lost together', () => {
  const one = item();
  one.edit(by('a', 1, 10), edit('item', 1, { signalWord: ['danger', 'warning'] }));
  one.edit(by('b', 1, 11), edit('item', 1, { hazards: [ethanol.hazards, ['H300']] }));
  expect(one.fields['hazards']).toEqual(ethanol.hazards);
  expect(one.clashes).toMatchObject([
    { field: 'hazard', yours: { hazards: ['H300'] }, theirs: { hazards: ethanol.hazards } },
  ]);
});

test('[R7] what an edit itself makes invalid is refused, whole', () => {
  const one = item();
  const wrong = edit('item', 1, { name: [ethanol.name, 'A'], stockUnit: [ethanol.stockUnit, 'g'] });
  expect(one.refusalOf(by('a', 1, 10), wrong)).toBe('record-invalid');
});

const codesOf = (one: MergingRecord, body: EditRecordBody): string[] =>
  one.edit(by('a', 1, 10), body).clashes.map(({ code }) => code);

test('[R7] the base unit of an item with movements does not change', () => {
  const used = new MergingRecord('item', ethanol, { parentOf: () => null, hasMovements: () => true });
  const changed = edit('item', 1, { baseUnit: [ethanol.baseUnit, 'ug'], stockUnit: [ethanol.stockUnit, 'g'] });
  expect([codesOf(used, changed), used.fields['baseUnit']]).toEqual([['unit-in-use'], ethanol.baseUnit]);
  const unused = item();
  expect([codesOf(unused, changed), unused.fields['baseUnit']]).toEqual([[], 'ug']);
});

test('[R7] a location does not go into itself, near or far', () => {
  const place = { name: 'Shelf', type: 'shelf', parentId: null, code: 'ABCDEFGH1234', temperature: null };
  const parents: Record<string, string> = { box: 'drawer', drawer: recordId };
  const one = new MergingRecord('location', place, {
    parentOf: (id) => parents[id] ?? null,
    hasMovements: () => false,
  });
  for (const parentId of [recordId, 'drawer', 'box'])
    expect(codesOf(one, edit('location', 1, { parentId: [null, parentId] }))).toEqual(['place-in-itself']);
  expect(one.fields['parentId']).toBeNull();
  expect(codesOf(one, edit('location', 1, { parentId: [null, 'room'] }))).toEqual([]);
});

test('[R5] a vessel that two devices moved is where it was put last, and a person is told', () => {
  const moved = (order: readonly [Author, string][]) => {
    const one = new MergingRecord('container', container);
    for (const [author, to] of order)
      one.edit(author, edit('container', 1, { locationId: [container.locationId, to] }));
    return one;
  };
  const a = [by('a', 1, 10), 'fridge'] as [Author, string];
  const b = [by('b', 1, 20), 'bench'] as [Author, string];
  for (const one of [moved([a, b]), moved([b, a])]) {
    expect(one.fields['locationId']).toBe('bench');
    expect(
      one.clashes.map(({ kind, yours, theirs }) => [kind, yours['locationId'], theirs['locationId']].sort()),
    ).toEqual([['bench', 'fridge', 'moved-twice']]);
  }
});

test('[R9] a change and a deletion that met leave it deleted, with both kept, in either order', () => {
  const first = item();
  first.delete(by('a', 1, 10), 1);
  first.edit(by('b', 1, 11), edit('item', 1, { name: [ethanol.name, 'B'] }));
  const second = item();
  second.edit(by('b', 1, 11), edit('item', 1, { name: [ethanol.name, 'B'] }));
  second.delete(by('a', 1, 12), 1);
  for (const one of [first, second]) {
    expect(one.record.deletedAt).not.toBeNull();
    expect(one.fields['name']).toBe('B');
    expect(one.clashes.map(({ kind }) => kind)).toEqual(['edited-deleted']);
  }
});

test('[R9] deleting what one has seen, or a second time, asks nobody', () => {
  const one = item();
  one.edit(by('b', 1, 11), edit('item', 1, { name: [ethanol.name, 'B'] }));
  one.delete(by('a', 1, 12), 2);
  one.delete(by('c', 1, 13), 1);
  expect([one.record.rev, one.clashes]).toEqual([3, []]);
});

test('[R8] the author of an edit sees their own values at once, and in sets the others too', () => {
  const shown = overlayEdit(
    'item',
    item().record,
    edit('item', 1, { name: ['x', 'Mine'], synonyms: [[], ['Spirit']] }),
  );
  expect(shown.fields).toMatchObject({ name: 'Mine', synonyms: [...ethanol.synonyms, 'Spirit'] });
});

const places = ['p0', 'p1', 'p2', 'p3'];
const names = ['n0', 'n1', 'n2'];
const words = ['EtOH', 'Spirit', 'Alcohol', 'E1510'];
const subsets = fc.subarray(words);

/** One edit each of several devices that all saw the first revision, and an order in which they arrive. */
const arrivals = <T>(to: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.record({ dev: fc.constantFrom(...'abcdef'), ms: fc.integer({ min: 2, max: 9 }), to }), {
      selector: ({ dev }) => dev,
      minLength: 2,
    })
    .chain((edits) =>
      fc.shuffledSubarray(edits, { minLength: edits.length }).map((shuffled) => [edits, shuffled] as const),
    );

const run = (one: MergingRecord, edits: readonly { dev: string; ms: number; to: unknown }[], field: string) => {
  const from = one.fields[field];
  const body = (to: unknown): EditRecordBody => edit(one.kind, 1, { [field]: [from, to] });
  for (const { dev, ms, to } of edits) one.edit(by(dev, 1, ms), body(to));
  return one;
};

test('[R5] a place converges to the last by clock, in any order of arrival', () => {
  fc.assert(
    fc.property(arrivals(fc.constantFrom(...places)), ([edits, shuffled]) => {
      const [one, other] = [edits, shuffled].map((order) =>
        run(new MergingRecord('container', container), order, 'locationId'),
      );
      expect(one?.fields).toEqual(other?.fields);
    }),
  );
});

test('[R5] sets converge to the same members, in any order of arrival, and ask nobody', () => {
  fc.assert(
    fc.property(subsets, arrivals(subsets), (start, [edits, shuffled]) => {
      const [one, other] = [edits, shuffled].map((order) =>
        run(new MergingRecord('item', { ...ethanol, synonyms: start }), order, 'synonyms'),
      );
      expect(new Set(one?.fields['synonyms'] as string[])).toEqual(new Set(other?.fields['synonyms'] as string[]));
      expect([one?.clashes, other?.clashes]).toEqual([[], []]);
    }),
  );
});

test('[R5] no edit is lost in silence: every value that anybody wrote is current or in a review', () => {
  fc.assert(
    fc.property(arrivals(fc.constantFrom(...names)), ([edits, shuffled]) => {
      const written = new Set(edits.map(({ to }) => to));
      for (const order of [edits, shuffled]) {
        const one = run(item(), order, 'name');
        expect(new Set([one.fields['name'], ...one.clashes.map(({ yours }) => yours['name'])])).toEqual(written);
      }
    }),
  );
});
