import { buildElementString } from '@tidylab/domain/barcodes/build';
import type { LedgerEntry } from '@tidylab/domain/ledger/model';
import { expect, test, vi } from 'vitest';
import type { ScannedCode } from './read-code.ts';
import { balance, codes, ids, scanClient, scanLab, today } from './scan-lab.build.ts';
import { Scanner } from './scanner.ts';
import type { ScanMode } from './modes.ts';
import { emptySession, type ScanSession } from './session.ts';
import type { Tone } from './tone.ts';

const mL = 1_000_000;
const pack = 500_000_000;
const code = (text: string): ScannedCode => ({ text, symbology: null, via: 'wedge' });
const typed = (text: string): ScannedCode => ({ text, symbology: null, via: 'typed' });
const salt = (lot: string): ScannedCode => ({
  text: buildElementString([
    { ai: '01', value: codes.saltGtin },
    { ai: '17', value: '280131' },
    { ai: '10', value: lot },
  ]),
  symbology: ']d2',
  via: 'wedge',
});

function setUp(mode: ScanMode, more: Partial<ScanSession> = {}) {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 12 * mL)]);
  const { client, intents, fails } = scanClient(replica);
  let state: ScanSession = { ...emptySession, mode, ...more };
  const store = { getState: () => state, setState: (next: ScanSession) => void (state = next) };
  const tones: Tone[] = [];
  const scanner = new Scanner({
    client,
    store,
    today: () => today,
    signal: (tone) => void tones.push(tone),
    report: () => undefined,
  });
  const settled = () =>
    vi.waitFor(() =>
      expect(state.recent.every(({ outcome }) => outcome.kind !== 'act' || outcome.writing === 0)).toBe(true),
    );
  const types = () => intents.map(({ type }) => type);
  const entries = (index: number) => intents[index]?.body['entries'] as LedgerEntry[];
  const newest = () => state.recent[0]?.id ?? 0;
  const qty = (what: string, place: string) => replica.balance(`${what}@${place}`)?.qty ?? 0;
  return { scanner, replica, intents, fails, tones, settled, types, entries, newest, qty, state: () => state };
}

test('a new lot is recorded once, before its first receipt, however often it is scanned', async () => {
  const lab = setUp('receive', { placeId: ids.shelf });
  lab.scanner.scan(salt('T9'));
  lab.scanner.scan(salt('T9'));
  await lab.settled();
  expect(lab.types()).toEqual(['create-record', 'post-receive', 'post-receive']);
  const lotId = String(lab.intents[0]?.body['id']);
  expect(lab.intents[0]?.body).toMatchObject({ kind: 'lot', fields: { lotNumber: 'T9', expiry: '2028-01-31' } });
  expect(lab.qty(lotId, `l:${ids.shelf}`)).toBe(2 * pack);
});

test('Undo of a receipt voids its posting, and the lot stays known', async () => {
  const lab = setUp('receive', { placeId: ids.shelf });
  lab.scanner.scan(salt('T9'));
  await lab.settled();
  lab.scanner.undoLast();
  await lab.settled();
  expect(lab.types()).toEqual(['create-record', 'post-receive', 'void-posting']);
  expect(lab.qty(String(lab.intents[0]?.body['id']), `l:${ids.shelf}`)).toBe(0);
});

test('one more vessel is a record, its label, and what came in it', async () => {
  const lab = setUp('receive', { placeId: ids.cellar });
  lab.scanner.scan(typed('A1'));
  await lab.settled();
  expect(lab.types()).toEqual(['create-record', 'create-record', 'post-receive']);
  const [vessel, label] = lab.intents.map(({ body }) => body as { id: string; fields: Record<string, unknown> });
  expect(vessel?.fields).toMatchObject({ lotId: ids.lotA, label: 'EtOH 2', locationId: ids.cellar, state: 'sealed' });
  expect(label?.fields).toMatchObject({ key: `own:${vessel?.fields['code']}`, targetId: vessel?.id });
  expect(lab.entries(2)).toEqual([{ what: ids.lotA, from: 'v:supplier', to: `c:${vessel?.id}`, qty: 10 * mL }]);
});

test('what was scanned before its place is received when the place is scanned', async () => {
  const lab = setUp('receive');
  lab.scanner.scan(salt('S7'));
  expect(lab.state().recent[0]?.outcome).toMatchObject({ kind: 'asking', question: { about: 'here' } });
  lab.scanner.scan(code(codes.shelf));
  await lab.settled();
  expect(lab.entries(0)).toEqual([{ what: ids.lotSalt, from: 'v:supplier', to: `l:${ids.shelf}`, qty: pack }]);
  expect(lab.state().placeId).toBe(ids.shelf);
});

test('a basket moves with one scan of the place, and back with one Undo', async () => {
  const lab = setUp('move');
  lab.scanner.scan(code(codes.box));
  lab.scanner.scan(code(codes.bottle));
  expect(lab.state().basket).toHaveLength(2);
  lab.scanner.scan(code(codes.cellar));
  await lab.settled();
  expect(lab.replica.record('container', ids.bottle)?.fields.locationId).toBe(ids.cellar);
  expect(lab.replica.record('location', ids.box)?.fields.parentId).toBe(ids.cellar);
  expect(lab.state()).toMatchObject({ basket: [], targetId: null });
  lab.scanner.undoLast();
  await lab.settled();
  expect(lab.replica.record('container', ids.bottle)?.fields.locationId).toBe(ids.shelf);
  expect(lab.replica.record('location', ids.box)?.fields.parentId).toBe(ids.shelf);
});

test('a box is moved with two scans', async () => {
  const lab = setUp('move');
  lab.scanner.scan(code(codes.box));
  lab.scanner.scan(code(codes.cellar));
  await lab.settled();
  expect(lab.intents).toMatchObject([
    {
      type: 'edit-record',
      body: { kind: 'location', id: ids.box, set: { parentId: { from: ids.shelf, to: ids.cellar } } },
    },
  ]);
});

test('Undo of a move leaves alone what somebody moved on since', async () => {
  const lab = setUp('move', { targetId: ids.cellar });
  lab.scanner.scan(code(codes.bottle));
  await lab.settled();
  const first = lab.newest();
  lab.scanner.choose({ type: 'target', placeId: ids.room });
  lab.scanner.scan(code(codes.bottle));
  await lab.settled();
  lab.scanner.undo(first);
  await lab.settled();
  expect(lab.replica.record('container', ids.bottle)?.fields.locationId).toBe(ids.room);
  expect(lab.state().said?.what).toBe('failed');
});

test('less of a loose amount is another transfer in place of the first', async () => {
  const lab = setUp('move', { targetId: ids.cellar });
  lab.scanner.choose({ type: 'target', placeId: ids.cellar });
  lab.replica.applyChunk(
    [balance(ids.lotSalt, `l:${ids.shelf}`, pack)],
    lab.replica.cursor,
    lab.replica.position,
    true,
  );
  lab.scanner.scan(typed('S7'));
  await lab.settled();
  expect(lab.qty(ids.lotSalt, `l:${ids.cellar}`)).toBe(pack);
  lab.scanner.less(lab.newest());
  await lab.settled();
  expect(lab.types()).toEqual(['post-transfer', 'void-posting', 'post-transfer']);
  expect(lab.qty(ids.lotSalt, `l:${ids.cellar}`)).toBe(pack - 1_000_000);
  lab.scanner.undo(lab.newest());
  await lab.settled();
  expect(lab.qty(ids.lotSalt, `l:${ids.cellar}`)).toBe(0);
});

test('scans of one loose lot are one count, recorded when something else is scanned', async () => {
  const lab = setUp('count', { placeId: ids.shelf });
  lab.scanner.scan(typed('S7'));
  lab.scanner.scan(typed('S7'));
  expect(lab.intents).toEqual([]);
  expect(lab.tones).toHaveLength(2);
  lab.scanner.scan(code(codes.bottle));
  await lab.settled();
  expect(lab.types()).toEqual(['post-count']);
  expect(lab.entries(0)).toEqual([
    { what: ids.lotSalt, place: `l:${ids.shelf}`, qty: 2 * pack, expectedSeen: 0, headSeen: 0 },
  ]);
});

test('a lot that is scanned again later is counted on', async () => {
  const lab = setUp('count', { placeId: ids.shelf });
  lab.scanner.scan(typed('S7'));
  lab.scanner.scan(code(codes.bottle));
  await lab.settled();
  lab.scanner.scan(typed('S7'));
  lab.scanner.doneHere();
  await lab.settled();
  expect(lab.qty(ids.lotSalt, `l:${ids.shelf}`)).toBe(2 * pack);
});

test('− and + change a count before it is recorded, and a count that is undone before is never recorded', async () => {
  const lab = setUp('count', { placeId: ids.shelf });
  lab.scanner.scan(code(codes.bottle));
  lab.scanner.less(lab.newest());
  lab.scanner.commitCounts();
  await lab.settled();
  expect(lab.entries(0)).toMatchObject([{ qty: 7 * mL, expectedSeen: 12 * mL }]);
  lab.scanner.scan(typed('S7'));
  lab.scanner.undo(lab.newest());
  lab.scanner.doneHere();
  await lab.settled();
  expect(lab.types()).toEqual(['post-count']);
});

test('a recorded count can be changed, and Undo takes all of it back', async () => {
  const lab = setUp('count', { placeId: ids.shelf });
  lab.scanner.scan(typed('S7'));
  lab.scanner.commitCounts();
  await lab.settled();
  lab.scanner.setCount(lab.newest(), 5 * pack);
  lab.scanner.commitCounts();
  await lab.settled();
  expect(lab.qty(ids.lotSalt, `l:${ids.shelf}`)).toBe(5 * pack);
  lab.scanner.undo(lab.newest());
  await lab.settled();
  expect(lab.types()).toEqual(['post-count', 'post-count', 'void-posting', 'void-posting']);
  expect(lab.state().shelves[0]?.counted).toEqual({});
});

test('a vessel that the book has elsewhere is brought here with one tap', async () => {
  const lab = setUp('count', { placeId: ids.cellar });
  lab.scanner.scan(code(codes.bottle));
  lab.scanner.bringHere(lab.newest());
  await lab.settled();
  expect(lab.types()).toEqual(['post-count', 'edit-record']);
  expect(lab.replica.record('container', ids.bottle)?.fields.locationId).toBe(ids.cellar);
});

test('what was not seen becomes zero only when somebody says so', async () => {
  const lab = setUp('count', { placeId: ids.shelf });
  lab.scanner.doneHere();
  await lab.settled();
  expect(lab.intents).toEqual([]);
  expect(lab.state().shelves).toMatchObject([{ placeId: ids.shelf, isDone: true }]);
  lab.scanner.countZero(ids.shelf, ids.lotA, `c:${ids.bottle}`);
  await lab.settled();
  expect(lab.entries(0)).toMatchObject([{ what: ids.lotA, qty: 0, expectedSeen: 12 * mL }]);
});

test('leaving a mode records the count that waits', async () => {
  const lab = setUp('count', { placeId: ids.shelf });
  lab.scanner.scan(typed('S7'));
  lab.scanner.choose({ type: 'mode', mode: 'use' });
  await lab.settled();
  expect(lab.types()).toEqual(['post-count']);
});

test('cards choose the mode and undo, and never wait in the tray', async () => {
  const lab = setUp('look');
  lab.scanner.scan(code('tidylab:mode:use'));
  lab.scanner.scan(code(codes.bottle));
  await lab.settled();
  expect(lab.qty(ids.lotA, `c:${ids.bottle}`)).toBe(7 * mL);
  lab.scanner.scan(code('tidylab:undo'));
  await lab.settled();
  expect(lab.qty(ids.lotA, `c:${ids.bottle}`)).toBe(12 * mL);
  expect(lab.state().tray).toEqual([]);
  lab.scanner.scan(code('tidylab:undo'));
  expect(lab.tones.at(-1)).toBe('attention');
});

test('what was looked up goes on in another mode', async () => {
  const lab = setUp('look');
  lab.scanner.scan(code(codes.bottle));
  lab.scanner.goOn(lab.newest(), 'use');
  await lab.settled();
  expect(lab.state().mode).toBe('use');
  expect(lab.qty(ids.lotA, `c:${ids.bottle}`)).toBe(7 * mL);
});

test('a receipt that could not be kept says so, and one more tap tries again', async () => {
  const lab = setUp('receive', { placeId: ids.shelf });
  lab.fails.now = true;
  lab.scanner.scan(salt('T9'));
  await lab.settled();
  expect(lab.state().recent[0]?.outcome).toMatchObject({ failure: 'storage-full', steps: [] });
  lab.fails.now = false;
  lab.scanner.more(lab.newest());
  await lab.settled();
  expect(lab.types()).toEqual(['create-record', 'post-receive']);
});
