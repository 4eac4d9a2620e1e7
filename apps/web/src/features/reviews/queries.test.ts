import type { ReviewValue } from '@tidylab/sync/protocol/kinds';
import { makeStamp } from '@tidylab/domain/kernel/stamp';
import { Replica } from '@tidylab/sync/replica/replica';
import { expect, test } from 'vitest';
import { countsByKind, openReviews } from './queries.ts';

const review = (kind: string, ms: number) => ({
  kind: 'review',
  key: `${kind}:${ms}`,
  value: { kind, op: 'o', dev: 'd', user: 'u', eff: makeStamp(ms, 0), code: '', detail: '', about: '' } as ReviewValue,
});

test('reviews come newest first, with counts by kind; one of a later version is left for that version', () => {
  const replica = new Replica();
  const parts = [review('rejected', 3), review('conflict', 1), review('conflict', 9), review('of 2027', 5)];
  replica.applyChunk(parts, replica.cursor, replica.position, true);
  const open = openReviews(replica);
  expect(open.map(({ id, ms }) => [id, ms])).toEqual([
    ['conflict:9', 9],
    ['rejected:3', 3],
    ['conflict:1', 1],
  ]);
  expect(countsByKind(open)).toEqual([
    { kind: 'conflict', count: 2 },
    { kind: 'rejected', count: 1 },
  ]);
});
