import { expect, test } from 'vitest';
import { emptyItem } from './item-draft.ts';
import { parseDraft } from './stored-draft.ts';

test('a draft comes back as it was', () => {
  const draft = {
    ...emptyItem,
    name: 'Ethanol',
    unit: 'L',
    hazards: ['H225'],
    label: { pictograms: ['GHS02'], signalWord: 'danger' },
  } as const;
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
});

test.each([
  undefined,
  '',
  'no JSON',
  'null',
  '[]',
  '{"name":7,"unit":"bushel","type":"toy","hazards":"H225","label":{}}',
])('%s is an empty draft', (text) => {
  expect(parseDraft(text)).toEqual(emptyItem);
});
