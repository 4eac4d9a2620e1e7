/** Bodies of ops about one lot on two shelves. */
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import { voidFact } from '@tidylab/domain/ledger/decide';
import type { LedgerEntry } from '@tidylab/domain/ledger/model';
import type { Op } from '@tidylab/sync/protocol/op';

export const lot = uuidv5('a lot');
export const shelf = `l:${uuidv5('a shelf')}`;
export const bench = `l:${uuidv5('a bench')}`;
export const bucket = `${lot}@${shelf}`;

export const receive = (qty: number, place = shelf): Op['body'] => ({
  entries: [{ what: lot, from: 'v:supplier', to: place, qty }],
});
export const consume = (qty: number, place = shelf): Op['body'] => ({
  entries: [{ what: lot, from: place, to: 'v:consumed', qty }],
});
export const count = (qty: number, place = shelf): Op['body'] => ({
  entries: [{ what: lot, place, qty, expectedSeen: null, headSeen: 0 }],
});

export const voidOf = (op: Op): Op['body'] => ({
  fact: voidFact(op.id),
  target: { op: op.id, kind: op.type.slice('post-'.length), eff: op.hlc, entries: op.body['entries'] as LedgerEntry[] },
});

export const person = (name: string, id = uuidv5(name)): Op['body'] => ({ kind: 'person', id, fields: { name } });
