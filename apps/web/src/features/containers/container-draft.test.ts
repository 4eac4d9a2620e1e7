import { expect, test } from 'vitest';
import { draftOfContainer, readContainer } from './container-draft.ts';

const container = {
  lotId: 'l',
  label: 'EtOH 1',
  code: 'ABCDEFGH0001',
  locationId: null,
  state: 'open',
  useStep: 2_500_000,
} as const;

test('a container that is opened for editing and left alone reads back as it was', () => {
  expect(draftOfContainer(container, 'mL', ',')).toEqual({ label: 'EtOH 1', useStep: '2,5' });
  expect(readContainer(draftOfContainer(container, 'mL', ','), 'mL')).toEqual({
    ok: true,
    fields: { label: 'EtOH 1', useStep: 2_500_000 },
  });
});

test('without a step of its own the item decides', () => {
  expect(readContainer({ label: ' A ', useStep: '' }, 'mL')).toEqual({
    ok: true,
    fields: { label: 'A', useStep: null },
  });
});

test('a container without a label, or with a step that cannot be read, is refused field by field', () => {
  expect(readContainer({ label: ' ', useStep: 'a drop' }, 'mL')).toEqual({
    ok: false,
    faults: { label: 'needed', useStep: 'quantity-not-a-number' },
  });
});
