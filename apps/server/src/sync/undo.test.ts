import { readFileSync } from 'node:fs';
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { inverseOf, undoTypes } from '@tidylab/domain/merge/inverse';
import { checkIntent } from '@tidylab/sync/accept/check-intent';
import { afterAll, expect, test } from 'vitest';
import { bench, consume, count, lot, receive, shelf, voidOf } from './testing/bodies.testkit.ts';
import { TestLab } from './testing/sync-lab.testkit.ts';

const at = new TestLab();
afterAll(() => at.close());

/** All that this server decides, without versions. */
const opTypes = [...at.lab.decide.handlers.keys()].map((key) => key.slice(0, key.indexOf('@')));
const table = readFileSync(new URL('../../../../docs/undo.md', import.meta.url), 'utf8');

const id = uuidv5('op');
const eff = '0000000000010000';
const record = { kind: 'lot', id: lot, seen: { epoch: 'e', rev: 1 } };
const edit = { ...record, set: { supplier: { from: null, to: 'Merck' }, packSize: { from: 6, to: 12 } } };
const now = { epoch: 'e', rev: 9 };
const review = { review: 'conflict:x:supplier', fact: uuidv5('resolve:conflict:x:supplier'), choice: 'mine' };

const bodies: Readonly<Record<string, object>> = {
  'post-receive': receive(5),
  'post-consume': consume(5),
  'post-transfer': { entries: [{ what: lot, from: shelf, to: bench, qty: 1 }] },
  'post-adjust': { entries: [{ what: lot, from: shelf, to: 'v:adjustment', qty: 1 }] },
  'post-count': count(3),
  'void-posting': voidOf({
    id: uuidv5('target'),
    dev: 'd',
    n: 1,
    user: 'u',
    lab: 'l',
    hlc: eff,
    v: 1,
    type: 'post-consume',
    body: consume(5),
    sig: '',
  }),
  'create-record': {
    kind: 'lot',
    id: lot,
    fields: { itemId: 'i', lotNumber: 'L', expiry: null, supplier: null, packSize: null },
  },
  'edit-record': edit,
  'delete-record': record,
  'undelete-record': record,
  'resolve-review': { ...review, edit },
};

const undo = (type: string, body: object) => inverseOf({ id, type, eff, body: body as Record<string, unknown> }, now);

/** Type of op → what its row of the documentation says undoes it. */
const documented = new Map(
  [...table.matchAll(/^\| `([a-z-]+)`\s*\| (?:`([a-z-]+)`|none)\s*\|/gm)].map(([, type = '', by]) => [
    type,
    by ?? 'none',
  ]),
);

test('[R11] every type of op has an answer to what undoes it, here and in the documentation', () => {
  expect([...undoTypes].sort()).toEqual([...opTypes].sort());
  expect([...documented.keys()].sort()).toEqual([...opTypes].sort());
});

test.each(opTypes)('[R11] what undoes a %s is an op that may be saved, the documented one', (type) => {
  const body = bodies[type] ?? {};
  expect(checkIntent({ type, body: body as Record<string, unknown> })).toEqual({ ok: true, value: null });
  const inverse = undo(type, body);
  if (typeof inverse !== 'object') expect([inverse, documented.get(type)]).toEqual(['already-an-undo', 'none']);
  else {
    expect(inverse.type).toBe(documented.get(type));
    expect(checkIntent(inverse)).toEqual({ ok: true, value: null });
  }
});

test('[R11] undoing an edit swaps from and to, and undoing that is the edit again', () => {
  const inverse = undo('edit-record', edit);
  expect(inverse).toMatchObject({
    body: { seen: now, set: { supplier: { from: 'Merck', to: null }, packSize: { from: 12, to: 6 } } },
  });
  const again = typeof inverse === 'object' ? undo('edit-record', inverse.body) : undefined;
  expect(again).toMatchObject({ body: { set: edit.set } });
});

test('[R11] undoing a decision takes back what it set, and a mere closing stays', () => {
  expect(undo('resolve-review', { ...review, undelete: record })).toMatchObject({ type: 'delete-record' });
  expect(undo('resolve-review', { ...review, choice: 'dismiss' })).toBe('closed-for-good');
  expect(undo('constructor', {})).toBeUndefined();
});
