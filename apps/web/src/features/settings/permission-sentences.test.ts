import { acts, may, roles } from '@tidylab/domain/permissions/permissions';
import { expect, test } from 'vitest';
import { holds, permissionSentences } from './permission-sentences.ts';

test('every act of the rules is in exactly one sentence', () => {
  const said = permissionSentences.flatMap((sentence) => sentence.acts);
  expect(said.toSorted()).toEqual([...acts].toSorted());
});

test('a sentence says of no role less or more than its acts', () => {
  for (const sentence of permissionSentences) {
    for (const role of roles) {
      expect(sentence.acts.map((act) => may(role, act))).toEqual(sentence.acts.map(() => holds(role, sentence)));
    }
  }
});
