import { ok } from '@tidylab/domain/kernel/result';
import { decideVoid, decidePosting } from '@tidylab/domain/ledger/decide';
import type { VoidBody } from '@tidylab/domain/ledger/model';
import { Replica } from '@tidylab/sync/replica/replica';
import { expect, test } from 'vitest';
import type { Intent, LabClient } from '../../store/lab-client.ts';
import { recordUse, undoPosting } from './commands.ts';

const lot = '01890000-0000-7000-8000-000000000001';
const shelf = '01890000-0000-7000-8000-000000000002';
const op = '01890000-0000-7000-8000-000000000003';

function clientWith(replica: Replica): { client: LabClient; intents: Intent[] } {
  const intents: Intent[] = [];
  const client = {
    lab: { id: 'lab', name: 'Lab', timeZone: 'UTC' },
    me: { id: 'me', name: 'Me', login: 'me', role: 'user' },
    replica,
    record: async (intent: Intent) => {
      intents.push(intent);
      return ok({
        id: op,
        dev: 'd',
        n: 1,
        user: 'me',
        lab: 'lab',
        hlc: '0'.repeat(16),
        v: 1,
        type: intent.type,
        body: { ...intent.body },
        sig: '',
      });
    },
    now: () => 0,
    random: (bytes: number) => new Uint8Array(bytes),
  } as const;
  return { client, intents };
}

function replicaWithPosting(voidedBy: string | null): Replica {
  const replica = new Replica();
  const entries = [{ what: lot, from: `l:${shelf}`, to: 'v:consumed', qty: 3 }];
  const value = { id: op, kind: 'consume', entries, eff: '0000000000010000', user: 'me', dev: 'd', voidedBy };
  replica.applyChunk([{ kind: 'posting', key: op, value }], replica.cursor, replica.position, true);
  return replica;
}

test('using some of a lot records one consumption the ledger accepts', async () => {
  const { client, intents } = clientWith(new Replica());
  await recordUse(client, { lotId: lot, from: `l:${shelf}`, qty: 5, via: 'scan' });
  const [intent] = intents;
  expect(intent?.type).toBe('post-consume');
  expect(intent?.body['via']).toBe('scan');
  const entries = intent?.body['entries'] as VoidBody['target']['entries'];
  expect(entries).toEqual([{ what: lot, from: `l:${shelf}`, to: 'v:consumed', qty: 5 }]);
  expect(decidePosting('consume', entries).ok).toBe(true);
});

test('undoing a posting records a void that agrees with its target', async () => {
  const replica = replicaWithPosting(null);
  const { client, intents } = clientWith(replica);
  expect((await undoPosting(client, op)).ok).toBe(true);
  const body = intents[0]?.body as VoidBody;
  expect(decideVoid(body, replica.posting(op))).toEqual(ok(null));
});

test('a posting that is not held, or was undone before, is not voided', async () => {
  const unknown = clientWith(new Replica());
  expect(await undoPosting(unknown.client, op)).toMatchObject({ ok: false, code: 'posting-unknown' });
  const undone = clientWith(replicaWithPosting('someone'));
  expect(await undoPosting(undone.client, op)).toMatchObject({ ok: false, code: 'already-undone' });
  expect([...unknown.intents, ...undone.intents]).toEqual([]);
});
