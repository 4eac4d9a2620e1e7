import { itemFields } from '@tidylab/domain/items/model';
import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { draftOfItem, emptyItem, readItem, tidyCas } from './item-draft.ts';

const ethanol = {
  ...emptyItem,
  name: ' Ethanol absolute ',
  unit: 'L',
  category: ' Solvents ',
  cas: '64175',
  supplier: 'Carl Roth',
  catalogNumber: '9065.1',
  synonyms: 'EtOH\n\n1,1-Ethyl alcohol \nEtOH',
  hazards: ['H225', 'H319'],
  useStep: '0,25',
  minimum: '5',
} as const;

const fieldsOf = (draft: Parameters<typeof readItem>[0]) => {
  const read = readItem(draft);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.fields;
};

test('an item is read from what was typed, and its base unit follows from the unit people see', () => {
  expect(fieldsOf(ethanol)).toEqual({
    name: 'Ethanol absolute',
    type: 'chemical',
    baseUnit: 'nL',
    stockUnit: 'L',
    useStep: 250_000_000,
    category: 'Solvents',
    synonyms: ['EtOH', '1,1-Ethyl alcohol'],
    cas: '64-17-5',
    supplier: 'Carl Roth',
    catalogNumber: '9065.1',
    hazards: ['H225', 'H319'],
    pictograms: ['GHS02', 'GHS07'],
    signalWord: 'danger',
    storage: null,
    minimum: 5_000_000_000,
  });
});

test('a name is enough, and what is read is what the lab accepts', () => {
  const fields = fieldsOf({ ...emptyItem, name: 'Gloves', unit: '1' });
  expect(fields).toMatchObject({ baseUnit: '1', cas: null, useStep: null, signalWord: null });
  expect(z.safeParse(itemFields, fields).success).toBe(true);
  expect(z.safeParse(itemFields, fieldsOf(ethanol)).success).toBe(true);
});

test('a label that a person set is kept, whatever the statements say', () => {
  const label = { pictograms: ['GHS08'], signalWord: 'warning' } as const;
  expect(fieldsOf({ ...ethanol, label })).toMatchObject({ pictograms: ['GHS08'], signalWord: 'warning' });
});

test('every field that cannot be read is named', () => {
  const draft = { ...emptyItem, cas: '64-17-6', useStep: 'a drop', minimum: '-1', synonyms: 'x'.repeat(201) };
  expect(readItem(draft)).toEqual({
    ok: false,
    faults: {
      name: 'needed',
      cas: 'cas-check',
      useStep: 'quantity-not-a-number',
      minimum: 'quantity-not-positive',
      synonyms: 'too-long',
    },
  });
});

test.each([
  ['64-17-5', '64-17-5'],
  [' 64–17–5 ', '64-17-5'],
  ['7732185', '7732-18-5'],
  ['water', 'water'],
])('the CAS number "%s" is written %s', (typed, tidy) => {
  expect(tidyCas(typed)).toBe(tidy);
});

test('what is no CAS number at all is told apart from one with a wrong digit', () => {
  expect(readItem({ ...ethanol, cas: 'water' })).toMatchObject({ ok: false, faults: { cas: 'cas-form' } });
});

test('an item that is opened for editing and left alone reads back as it was', () => {
  const derived = fieldsOf(ethanol);
  expect(draftOfItem(derived, ',').label).toBeNull();
  expect(fieldsOf(draftOfItem(derived, ','))).toEqual(derived);
  const own = { ...derived, pictograms: ['GHS09', 'GHS02'] };
  expect(fieldsOf(draftOfItem(own, '.'))).toEqual(own);
});
