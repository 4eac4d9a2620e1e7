import { expect, test } from 'vitest';
import { labelsFrom, suggestLabel } from './vessel-labels.ts';

const ethanol = { name: 'Ethanol absolute', synonyms: ['Ethyl alcohol absolute', 'EtOH'] };

test('the series of the vessels that are there goes on after its highest number', () => {
  expect(suggestLabel(ethanol, ['EtOH 1', 'EtOH 3', 'EtOH 2', 'old bottle'])).toBe('EtOH 4');
});

test('of several series the one that is used most goes on', () => {
  expect(suggestLabel(ethanol, ['A9', 'EtOH 1', 'EtOH 2'])).toBe('EtOH 3');
});

test('the first vessel of an item is called after a short synonym', () => {
  expect(suggestLabel(ethanol, [])).toBe('EtOH 1');
});

test('without a short synonym the name is used, cut at a whole word', () => {
  expect(suggestLabel({ name: 'Sodium chloride', synonyms: [] }, [])).toBe('Sodium chloride 1');
  expect(suggestLabel({ name: 'Tris(hydroxymethyl) aminomethane hydrochloride', synonyms: [] }, [])).toBe(
    'Tris(hydroxymethyl) 1',
  );
  expect(suggestLabel({ name: 'x'.repeat(120), synonyms: [] }, [])).toBe(`${'x'.repeat(24)} 1`);
});

test('labels count on from the first, and keep its zeros', () => {
  expect(labelsFrom('EtOH 4', 3)).toEqual(['EtOH 4', 'EtOH 5', 'EtOH 6']);
  expect(labelsFrom('B-098', 3)).toEqual(['B-098', 'B-099', 'B-100']);
});

test('a first label without a number is numbered from the second on', () => {
  expect(labelsFrom(' Stock ', 3)).toEqual(['Stock', 'Stock 2', 'Stock 3']);
});
