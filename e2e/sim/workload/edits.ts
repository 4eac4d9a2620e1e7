/** What people do to records: edits from what a screen shows, deletions, and decisions in reviews. */
import { uuidv5, uuidv7 } from '@tidylab/domain/kernel/ids';
import type { Fields, RecordKind } from '@tidylab/domain/records';
import type { Intent } from '@tidylab/sync/accept/check-intent';
import type { ReviewValue } from '@tidylab/sync/protocol/kinds';
import { deleteBody, editBody, undoIntent } from '@tidylab/sync/replica/editing';
import type { Replica } from '@tidylab/sync/replica/replica';
import { resolveBody } from '@tidylab/sync/replica/resolving';
import type { Random } from '@tidylab/testkit/random';

const codeOf = (random: Random): string =>
  Array.from({ length: 12 }, () => random.pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'])).join('');

/** Where vessels are put; whether there is a record of it is another matter. */
const shelves = [1, 2, 3, 4].map((at) => uuidv5(`shelf ${at}`));

/** A vessel: its place is a field that two devices may change. */
function newVessel(random: Random, nowMs: number): Intent {
  const id = uuidv7(Math.max(0, nowMs), random.bytes(10));
  const lotId = uuidv7(1, random.bytes(10));
  const fields = { lotId, label: 'Vessel', code: codeOf(random), locationId: null, state: 'sealed', useStep: null };
  return { type: 'create-record', body: { kind: 'container', id, fields } };
}

/** Few values, so that two people often write the same one. */
function changesOf(random: Random, kind: RecordKind, places: readonly string[]): Partial<Fields<RecordKind>> {
  const place = (): string | null => (places.length === 0 || random.chance(0.2) ? null : random.pick(places));
  const name = `Name ${random.int(4)}`;
  if (kind === 'location')
    return random.chance(0.5) ? { name } : { parentId: place(), temperature: `${random.int(3)} °C` };
  if (kind === 'container') return random.chance(0.95) ? { locationId: random.pick(shelves) } : { label: name };
  return random.chance(0.5)
    ? { packQty: 1 + random.int(3) }
    : { key: `gtin:${random.int(3)}`, packQty: 1 + random.int(3) };
}

const kinds = ['location', 'container', 'container', 'container', 'container', 'container', 'barcode'] as const;

function editShown(random: Random, replica: Replica): Intent | undefined {
  const kind = random.pick(kinds);
  // The first ones are those that everybody edits; mostly one vessel, so that two people often move the same.
  const few = kind === 'container' && random.chance(0.8) ? 1 : 3;
  const held = [...replica.records(kind).keys()].sort().slice(0, few);
  if (held.length === 0) return undefined;
  const id = random.pick(held);
  if (random.chance(0.08)) {
    const isGone = replica.record(kind, id)?.deletedAt !== null;
    const body = deleteBody(replica, kind, id, isGone ? 'there' : 'deleted');
    return body.ok ? { type: isGone ? 'undelete-record' : 'delete-record', body: body.value } : undefined;
  }
  const places = [...replica.records('location').keys()].sort().slice(0, 4);
  const body = editBody(replica, kind, id, changesOf(random, kind, places));
  return body.ok ? { type: 'edit-record', body: body.value } : undefined;
}

function decide(random: Random, replica: Replica): Intent | undefined {
  const open = [...(replica.all('review') as ReadonlyMap<string, ReviewValue>)].filter(([, { clash }]) => clash);
  if (open.length === 0) return undefined;
  const [id, value] = random.pick(open);
  const body = resolveBody(replica, id, value, { choice: random.pick(['mine', 'theirs', 'dismiss'] as const) });
  return body.ok ? { type: 'resolve-review', body: body.value } : undefined;
}

/** Takes back one of this device's own edits. */
function undoEdit(random: Random, replica: Replica): Intent | undefined {
  const edits = replica.own.filter(({ op }) => op.type === 'edit-record').slice(-5);
  if (edits.length === 0) return undefined;
  const inverse = undoIntent(replica, random.pick(edits).op);
  return typeof inverse === 'object' ? inverse : undefined;
}

export function changeRecord(random: Random, nowMs: number, replica: Replica): Intent | undefined {
  const draw = random.int(100);
  if (draw < 20 && replica.records('container').size < 3) return newVessel(random, nowMs);
  if (draw < 32) return decide(random, replica);
  return draw < 38 ? undoEdit(random, replica) : editShown(random, replica);
}
