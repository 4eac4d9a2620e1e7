import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { ok } from '@tidylab/domain/kernel/result';
import type { EditRecordBody, ResolveReviewBody } from '@tidylab/domain/merge/model';
import type { Role } from '@tidylab/domain/permissions/permissions';
import { checkIntent } from '@tidylab/sync/accept/check-intent';
import type { ReviewValue } from '@tidylab/sync/protocol/kinds';
import type { Op } from '@tidylab/sync/protocol/op';
import { Replica } from '@tidylab/sync/replica/replica';
import { expect, test } from 'vitest';
import type { Intent, LabClient } from '../../store/lab-client.ts';
import { editRecord } from '../records/index.ts';
import { isUndoable, mayResolve, resolveReview, undoDecision } from './commands.ts';
import type { OpenReview } from './queries.ts';

const lotId = uuidv5('lot');
const review = (kind = 'lot'): OpenReview => ({
  id: `conflict:${uuidv5('op')}:supplier`,
  ms: 0,
  value: {
    kind: 'conflict',
    op: uuidv5('op'),
    dev: 'd',
    user: 'ben',
    eff: '0000000000010000',
    code: 'conflict',
    detail: '',
    about: `${kind}:${lotId}`,
    clash: {
      record: { kind, id: lotId },
      field: 'supplier',
      yours: { supplier: 'Roth' },
      theirs: { supplier: 'Merck' },
      before: { supplier: null },
      by: 'ana',
      when: '0000000000010000',
    },
  } satisfies ReviewValue,
});

function clientOf(id: string, role: Role): { client: LabClient; ops: Op[] } {
  const replica = new Replica();
  const fields = { itemId: uuidv5('item'), lotNumber: 'L', expiry: null, supplier: 'Merck', packSize: null };
  const value = { rev: 3, fieldRevs: { supplier: 3 }, deletedAt: null, fields };
  replica.applyChunk([{ kind: 'lot', key: lotId, value }], replica.cursor, replica.position, true);
  const ops: Op[] = [];
  const client: LabClient = {
    lab: { id: 'lab', name: 'Lab', timeZone: 'UTC' },
    me: { id, name: id, login: id, role },
    replica,
    record: async ({ type, body }: Intent) => {
      expect(checkIntent({ type, body })).toEqual({ ok: true, value: null });
      const n = ops.length + 1;
      const op: Op = { id: uuidv5(`${n}`), dev: 'd', n, user: id, lab: 'lab', hlc: '', v: 1, type, body, sig: '' };
      ops.push(op);
      return ok(op);
    },
    now: () => 0,
    random: (bytes) => new Uint8Array(bytes),
  };
  return { client, ops };
}

test('[R10] a decision is one op, and taking it back is the edit the other way round', async () => {
  const { client, ops } = clientOf('ben', 'user');
  expect((await resolveReview(client, review(), { choice: 'mine' })).ok).toBe(true);
  const [decision] = ops;
  expect((decision?.body as ResolveReviewBody | undefined)?.edit?.set).toEqual({
    supplier: { from: 'Merck', to: 'Roth' },
  });
  expect(decision && isUndoable(client, decision)).toBe(true);
  if (decision) await undoDecision(client, decision);
  expect((ops[1]?.body as EditRecordBody | undefined)?.set).toEqual({ supplier: { from: 'Roth', to: 'Merck' } });
});

test('a review that was only closed has nothing to take back', async () => {
  const { client, ops } = clientOf('ben', 'user');
  await resolveReview(client, review(), { choice: 'theirs' });
  const [decision] = ops;
  expect(decision && isUndoable(client, decision)).toBe(false);
  expect(decision && (await undoDecision(client, decision))).toMatchObject({ ok: false, code: 'nothing-to-change' });
});

test.each([
  ['ben', 'user', 'lot', true],
  ['cleo', 'user', 'lot', false],
  ['cleo', 'manager', 'lot', true],
  ['ben', 'user', 'item', false],
] as const)('%s, a %s, may resolve the conflict of ben about an %s: %s', (id, role, kind, allowed) => {
  expect(mayResolve(clientOf(id, role).client, review(kind))).toBe(allowed);
});

test('an edit that changes nothing records nothing', async () => {
  const { client, ops } = clientOf('ben', 'user');
  expect(await editRecord(client, 'lot', lotId, { supplier: 'Merck' })).toMatchObject({ code: 'nothing-to-change' });
  expect((await editRecord(client, 'lot', lotId, { supplier: 'VWR' })).ok).toBe(true);
  expect(ops.map(({ type }) => type)).toEqual(['edit-record']);
});
