/** What people do: postings, voids, new records, and what a form must refuse. Drawn from chance and from a screen. */
import { uuidv5, uuidv7 } from '@tidylab/domain/kernel/ids';
import { voidFact } from '@tidylab/domain/ledger/decide';
import type { LedgerEntry, Posting, PostingKind } from '@tidylab/domain/ledger/model';
import type { Intent } from '@tidylab/sync/accept/check-intent';
import { seqOf } from '@tidylab/sync/protocol/cursor';
import type { Op } from '@tidylab/sync/protocol/op';
import type { Replica } from '@tidylab/sync/replica/replica';
import type { Random } from '@tidylab/testkit/random';

const lots = [1, 2, 3, 4].map((i) => uuidv5(`lot ${i}`));
const places = ['c', 'c', 'l', 'l'].map((kind, i) => `${kind}:${uuidv5(`place ${i}`)}`);
/** A lot whose quantities are near what a number can hold. */
export const hugeLot = uuidv5('lot huge');

export function posting(random: Random, replica: Replica): Intent {
  const kind = random.pick<PostingKind>([
    'receive',
    'receive',
    'consume',
    'consume',
    'transfer',
    'adjust',
    'count',
    'count',
  ]);
  if (random.chance(0.04))
    return {
      type: 'post-receive',
      body: { entries: [{ what: hugeLot, from: 'v:supplier', to: places[0], qty: 5e15 + random.int(3e15) }] },
    };
  if (kind === 'count') return { type: 'post-count', body: { entries: counted(random, replica), via: 'scan' } };
  const entries = Array.from({ length: random.chance(0.2) ? 2 + random.int(4) : 1 }, () => movement(random, kind));
  return {
    type: `post-${kind}`,
    body: { entries, ...(random.chance(0.2) ? { note: `note ${random.int(1000)}` } : {}) },
  };
}

function movement(random: Random, kind: PostingKind): LedgerEntry {
  const what = random.pick(lots);
  const [here = '', there = ''] = random.shuffle(places);
  const qty = 1 + random.int(50);
  if (kind === 'receive') return { what, from: random.pick(['v:supplier', 'v:opening']), to: here, qty };
  if (kind === 'consume') return { what, from: here, to: random.pick(['v:consumed', 'v:waste']), qty };
  if (kind === 'transfer') return { what, from: here, to: there, qty };
  return random.chance(0.5)
    ? { what, from: here, to: 'v:adjustment', qty }
    : { what, from: 'v:adjustment', to: here, qty };
}

function counted(random: Random, replica: Replica): LedgerEntry[] {
  const buckets = new Map<string, LedgerEntry>();
  for (let i = random.chance(0.3) ? 3 : 1; i > 0; i--) {
    const what = random.pick(lots);
    const place = random.pick(places);
    const bucket = `${what}@${place}`;
    const expectedSeen = replica.balance(bucket)?.qty ?? null;
    buckets.set(bucket, { what, place, qty: random.int(100), expectedSeen, headSeen: seqOf(replica.cursor) });
  }
  return [...buckets.values()];
}

/** Undoes a posting that this screen shows. */
export function voidOfShown(random: Random, replica: Replica): Intent | undefined {
  const shown = [...(replica.all('posting') as ReadonlyMap<string, Posting>).values()];
  const fresh = random.chance(0.8) ? shown.filter(({ voidedBy }) => voidedBy === null) : shown;
  const recent = fresh.slice(-15);
  if (recent.length === 0) return undefined;
  const { id, kind, eff, entries } = random.pick(recent);
  return voidIntent(id, kind, eff, entries);
}

/** Undoes a posting of another device, told by a label or a colleague, that may not have arrived anywhere. */
export function voidOfHeard(random: Random, ops: readonly Op[]): Intent | undefined {
  const heard = ops.filter((op) => /^post-(receive|consume|transfer|adjust|count)$/.test(op.type)).slice(-10);
  if (heard.length === 0) return undefined;
  const op = random.pick(heard);
  const entries = op.body['entries'] as LedgerEntry[];
  const told = random.chance(0.3)
    ? entries.map((entry) => ({ ...entry, qty: entry.qty === 1 ? 2 : Math.max(1, entry.qty - 1) }))
    : entries;
  return voidIntent(op.id, op.type.slice('post-'.length) as PostingKind, op.hlc, told);
}

const voidIntent = (op: string, kind: PostingKind, eff: string, entries: readonly LedgerEntry[]): Intent => ({
  type: 'void-posting',
  body: { fact: voidFact(op), target: { op, kind, eff, entries } },
});

export function newRecord(random: Random, nowMs: number, replica: Replica): Intent {
  const id = uuidv7(Math.max(0, nowMs), random.bytes(10));
  if (random.chance(0.3)) {
    const code = Array.from({ length: 12 }, () => random.pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'])).join('');
    return {
      type: 'create-record',
      body: {
        kind: 'location',
        id,
        fields: { name: `Shelf ${random.int(100)}`, type: 'shelf', parentId: null, code, temperature: null },
      },
    };
  }
  const held = [...replica.all('barcode').keys()];
  const fields = {
    key: `gtin:${random.int(1e9)}`,
    targetKind: 'lot',
    targetId: random.pick(lots),
    packQty: random.chance(0.5) ? null : 6,
  };
  return {
    type: 'create-record',
    body: { kind: 'barcode', id: held.length > 0 && random.chance(0.2) ? random.pick(held) : id, fields },
  };
}

/** What no device may call saved. */
export function badIntent(random: Random): Intent {
  const what = random.pick(lots);
  const [here = '', there = ''] = random.shuffle(places);
  const move = (entry: Record<string, unknown>, type = 'post-transfer'): Intent => ({
    type,
    body: { entries: [{ what, from: here, to: there, qty: 1, ...entry }] },
  });
  const count = { what, place: here, qty: 1, expectedSeen: null, headSeen: 0 };
  return random.pick<() => Intent>([
    () => move({ qty: 0 }),
    () => move({ qty: 1.5 }),
    () => move({ to: here }),
    () => move({ to: 'v:consumed' }),
    () => move({ what: 'no id' }),
    () => ({ type: 'post-count', body: { entries: [count, count] } }),
    () => ({ type: 'post-consume', body: { entries: [] } }),
    () => ({
      type: 'post-consume',
      body: {
        entries: Array.from({ length: 500 }, () => ({ what, from: here, to: 'v:waste', qty: 1 })),
        note: '€'.repeat(2000),
      },
    }),
  ])();
}
