import { expect, test } from 'vitest';
import { nextLabels } from './next-label.ts';
import { ids, scanLab } from './scan-lab.build.ts';

test('vessels are numbered on in the words that they have', () => {
  expect(nextLabels(scanLab(), ids.ethanol, 2)).toEqual(['EtOH 2', 'EtOH 3']);
});

test('the first vessels of an item carry its name', () => {
  expect(nextLabels(scanLab(), ids.salt, 2)).toEqual(['Salt 1', 'Salt 2']);
  expect(nextLabels(scanLab(), ids.salt, 0)).toEqual([]);
});
