/** Test builder: a small lab in a replica, and a client over it that records at once. */
import { ok, refuse } from '@tidylab/domain/kernel/result';
import { bucketKey, isCount, isVirtual, type LedgerEntry, type VoidBody } from '@tidylab/domain/ledger/model';
import type { Container, Item, Location, Lot } from '@tidylab/domain/records';
import { Replica } from '@tidylab/sync/replica/replica';
import type { Intent, LabClient } from '../../../store/lab-client.ts';
import type { ScanContext } from './act.ts';
import type { ScanMode } from './modes.ts';

export const today = '2026-11-22';
const mL = 1_000_000;

const uuid = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const ids = {
  ethanol: uuid(1),
  salt: uuid(2),
  gone: uuid(3),
  lotA: uuid(11),
  lotB: uuid(12),
  lotSalt: uuid(13),
  bottle: uuid(21),
  drum: uuid(22),
  room: uuid(31),
  shelf: uuid(32),
  cellar: uuid(33),
  box: uuid(34),
  inner: uuid(35),
} as const;

export const codes = {
  bottle: 'ABCDEFGH0001',
  drum: 'ABCDEFGH0002',
  shelf: 'ABCDEFGH0003',
  room: 'ABCDEFGH0004',
  box: 'ABCDEFGH0005',
  cellar: 'ABCDEFGH0006',
  inner: 'ABCDEFGH0007',
  missing: 'ABCDEFGH0009',
  gtin: '09520123456788',
  saltGtin: '09521000000018',
  shared: 'SHARED-1',
} as const;

type Row = { kind: string; key: string; value: unknown };

const record = (kind: string, key: string, fields: unknown, deletedAt: string | null = null): Row => ({
  kind,
  key,
  value: { rev: 1, fieldRevs: {}, deletedAt, fields },
});

export const balance = (what: string, place: string, qty: number): Row => ({
  kind: 'balance',
  key: `${what}@${place}`,
  value: { what, place, qty, count: null },
});

const item = (fields: Partial<Item>): Item => ({
  name: 'Ethanol',
  type: 'chemical',
  baseUnit: 'nL',
  stockUnit: 'mL',
  useStep: 10 * mL,
  category: '',
  synonyms: [],
  cas: null,
  supplier: null,
  catalogNumber: null,
  hazards: [],
  pictograms: [],
  signalWord: null,
  storage: null,
  minimum: null,
  ...fields,
});
const lot = (fields: Partial<Lot>): Lot => ({
  itemId: ids.ethanol,
  lotNumber: 'A1',
  expiry: '2027-03-31',
  supplier: null,
  packSize: null,
  ...fields,
});
const container = (label: string, code: string, fields: Partial<Container> = {}): Container => ({
  lotId: ids.lotA,
  label,
  code,
  locationId: ids.shelf,
  state: 'open',
  useStep: null,
  ...fields,
});
const location = (name: string, parentId: string | null, type: Location['type'] = 'room'): Location => ({
  name,
  type,
  parentId,
  code: codes.shelf,
  temperature: null,
});

let barcodes = 0;
export const barcode = (key: string, targetKind: string, targetId: string, packQty: number | null = null): Row =>
  record('barcode', uuid(900 + barcodes++), { key, targetKind, targetId, packQty });

const rows: readonly Row[] = [
  record('item', ids.ethanol, item({})),
  record('item', ids.salt, item({ name: 'Salt', baseUnit: 'ug', stockUnit: 'g', useStep: null })),
  record('item', ids.gone, item({ name: 'Gone' }), '0000000000000001'),
  record('lot', ids.lotA, lot({})),
  record('lot', ids.lotB, lot({ lotNumber: 'B2', expiry: '2026-12-31' })),
  record('lot', ids.lotSalt, lot({ itemId: ids.salt, lotNumber: 'S7', expiry: '2026-01-31', packSize: 500_000_000 })),
  record('location', ids.room, location('Room 1', null)),
  record('location', ids.shelf, location('Shelf', ids.room)),
  record('location', ids.cellar, location('Cellar', null)),
  record('location', ids.box, location('Box 1', ids.shelf, 'box')),
  record('location', ids.inner, location('Box 2', ids.box, 'box')),
  record('container', ids.bottle, container('EtOH 1', codes.bottle, { useStep: 5 * mL })),
  record('container', ids.drum, container('EtOH drum', codes.drum, { lotId: ids.lotB, locationId: ids.cellar })),
  barcode(`own:${codes.bottle}`, 'container', ids.bottle),
  barcode(`own:${codes.drum}`, 'container', ids.drum),
  barcode(`own:${codes.shelf}`, 'location', ids.shelf),
  barcode(`own:${codes.room}`, 'location', ids.room),
  barcode(`own:${codes.box}`, 'location', ids.box),
  barcode(`own:${codes.inner}`, 'location', ids.inner),
  barcode(`own:${codes.cellar}`, 'location', ids.cellar),
  barcode(`own:${codes.missing}`, 'item', ids.gone),
  barcode(`gtin:${codes.gtin}`, 'item', ids.ethanol),
  barcode(`gtin:${codes.saltGtin}`, 'item', ids.salt),
  barcode(`raw:${codes.shared}`, 'item', ids.ethanol),
  barcode(`raw:${codes.shared}`, 'item', ids.salt),
];

/** Balances are the caller's; the rest is the same in every test. */
export function scanLab(more: readonly Row[] = []): Replica {
  const replica = new Replica();
  replica.applyChunk([...rows, ...more], replica.cursor, replica.position, true);
  return replica;
}

export const put = (replica: Replica, row: Row): void =>
  replica.applyChunk([row], replica.cursor, replica.position, true);

/** Nothing chosen, nothing counted. */
export const context = (mode: ScanMode, more: Partial<ScanContext> = {}): ScanContext => ({
  mode,
  placeId: null,
  targetId: null,
  basket: [],
  amount: null,
  today,
  counted: () => null,
  lotIdFor: (_, number) => `new:${number}`,
  ...more,
});

/** Moves the balances as the ledger would. */
function move(replica: Replica, entries: readonly LedgerEntry[], sign: 1 | -1): void {
  const add = (what: string, place: string, qty: number): void => {
    if (isVirtual(place)) return;
    put(replica, balance(what, place, (replica.balance(bucketKey(what, place))?.qty ?? 0) + qty));
  };
  for (const entry of entries) {
    if (isCount(entry)) {
      put(replica, balance(entry.what, entry.place, sign > 0 ? entry.qty : (entry.expectedSeen ?? 0)));
      continue;
    }
    add(entry.what, entry.from, -sign * entry.qty);
    add(entry.what, entry.to, sign * entry.qty);
  }
}

function apply(replica: Replica, id: string, { type, body }: Intent): void {
  if (type.startsWith('post-')) {
    const entries = body['entries'] as LedgerEntry[];
    move(replica, entries, 1);
    const kind = type.slice('post-'.length);
    const value = { id, kind, entries, eff: '0'.repeat(16), user: 'me', dev: 'd', voidedBy: null };
    return put(replica, { kind: 'posting', key: id, value });
  }
  if (type === 'void-posting') {
    const { target } = body as unknown as VoidBody;
    move(replica, target.entries, -1);
    return put(replica, { kind: 'posting', key: target.op, value: { ...replica.posting(target.op), voidedBy: id } });
  }
  const written = body as unknown as {
    kind: 'container';
    id: string;
    fields: object;
    set?: Record<string, { to: unknown }>;
  };
  const old = replica.record(written.kind, written.id)?.fields;
  const set = Object.fromEntries(Object.entries(written.set ?? {}).map(([field, { to }]) => [field, to]));
  put(replica, record(written.kind, written.id, { ...old, ...written.fields, ...set }));
}

/** Keeps what it is given, and does what it says. `fails` makes the next writes fail. */
export function scanClient(replica: Replica): { client: LabClient; intents: Intent[]; fails: { now: boolean } } {
  const intents: Intent[] = [];
  const fails = { now: false };
  let drawn = 0;
  const client: LabClient = {
    lab: { id: 'lab', name: 'Lab', timeZone: 'UTC' },
    me: { id: 'me', name: 'Me', login: 'me', role: 'user' },
    replica,
    record: async (intent) => {
      if (fails.now) return refuse('storage-full');
      intents.push(intent);
      const id = uuid(500 + intents.length);
      apply(replica, id, intent);
      const { type, body } = intent;
      return ok({
        id,
        dev: 'd',
        n: intents.length,
        user: 'me',
        lab: 'lab',
        hlc: '0'.repeat(16),
        v: 1,
        type,
        body: { ...body },
        sig: '',
      });
    },
    now: () => 1_795_000_000_000,
    random: (bytes) => new Uint8Array(bytes).fill(++drawn),
  };
  return { client, intents, fails };
}
