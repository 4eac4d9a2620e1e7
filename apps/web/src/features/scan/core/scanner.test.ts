import { expect, test, vi } from 'vitest';
import { balance, codes, ids, scanClient, scanLab, today } from './scan-lab.build.ts';
import { Scanner } from './scanner.ts';
import { emptySession, type ScanSession, amountNow } from './session.ts';
import type { Tone } from './tone.ts';

const mL = 1_000_000;
const bucket = `${ids.lotA}@c:${ids.bottle}`;
const bottle = { text: codes.bottle, symbology: null, via: 'wedge' } as const;
const vendor = { text: 'VENDOR-77', symbology: null, via: 'wedge' } as const;

function setUp() {
  const replica = scanLab([balance(ids.lotA, `c:${ids.bottle}`, 12 * mL)]);
  const { client, intents, fails } = scanClient(replica);
  let state: ScanSession = emptySession;
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
  const left = () => replica.balance(bucket)?.qty;
  return { scanner, intents, fails, tones, settled, left, state: () => state };
}

test('a scan in Use is recorded at once, and the tone comes with the record', async () => {
  const lab = setUp();
  lab.scanner.scan(bottle);
  expect(lab.tones).toEqual([]);
  await lab.settled();
  expect(lab.intents.map(({ type, body }) => [type, body['via']])).toEqual([['post-consume', 'scan']]);
  expect(lab.left()).toBe(7 * mL);
  expect(lab.tones).toEqual(['success']);
});

test('Undo voids the posting; the ledger keeps both', async () => {
  const lab = setUp();
  lab.scanner.scan(bottle);
  await lab.settled();
  lab.scanner.undoLast();
  await lab.settled();
  expect(lab.left()).toBe(12 * mL);
  expect(lab.intents.map(({ type }) => type)).toEqual(['post-consume', 'void-posting']);
  expect(lab.state().undoable).toBeNull();
});

test('Undo still works when its scan has left the list of five', async () => {
  const lab = setUp();
  lab.scanner.scan(bottle);
  await lab.settled();
  for (const text of ['V1', 'V2', 'V3', 'V4', 'V5']) lab.scanner.scan({ ...vendor, text });
  lab.scanner.undoLast();
  await vi.waitFor(() => expect(lab.state().undoable).toBeNull());
  expect(lab.left()).toBe(12 * mL);
});

test('more and less, however quickly they are tapped, leave what was meant', async () => {
  const lab = setUp();
  lab.scanner.scan(bottle);
  await lab.settled();
  const id = lab.state().recent[0]?.id ?? 0;
  lab.scanner.more(id);
  lab.scanner.more(id);
  lab.scanner.less(id);
  await lab.settled();
  expect(lab.left()).toBe(2 * mL);
  lab.scanner.undo(id);
  await lab.settled();
  expect(lab.left()).toBe(12 * mL);
  const outcome = lab.state().recent[0]?.outcome;
  expect(outcome?.kind === 'act' && amountNow(outcome)).toBe(0);
});

test('going below zero is recorded and calls for attention', async () => {
  const lab = setUp();
  lab.scanner.scan(bottle);
  lab.scanner.scan(bottle);
  await lab.settled();
  lab.scanner.more(lab.state().recent[0]?.id ?? 0);
  await lab.settled();
  expect(lab.left()).toBe(-3 * mL);
  expect(lab.tones).toEqual(['success', 'success', 'attention']);
});

test('when the device cannot keep it, nothing is pretended', async () => {
  const lab = setUp();
  lab.fails.now = true;
  lab.scanner.scan(bottle);
  await lab.settled();
  expect(lab.state().recent[0]?.outcome).toMatchObject({ failure: 'storage-full', steps: [] });
  expect(lab.state().undoable).toBeNull();
  expect(lab.tones).toEqual(['attention']);
  expect(lab.left()).toBe(12 * mL);
});

test('linking an unknown code teaches it to the lab and does what its scan meant', async () => {
  const lab = setUp();
  lab.scanner.scan(vendor);
  const [waiting] = lab.state().tray;
  expect(waiting).toMatchObject({ text: 'VENDOR-77', why: 'unknown' });
  if (waiting) expect((await lab.scanner.link(waiting, ids.ethanol)).ok).toBe(true);
  await lab.settled();
  const fields = { key: 'raw:VENDOR-77', targetKind: 'item', targetId: ids.ethanol, packQty: null };
  expect(lab.intents[0]).toMatchObject({ type: 'create-record', body: { kind: 'barcode', fields } });
  expect(lab.state().tray).toEqual([]);
  expect(lab.left()).toBe(7 * mL);
});

test('ignoring a code is taken back by keeping it', () => {
  const lab = setUp();
  lab.scanner.scan(vendor);
  const [waiting] = lab.state().tray;
  if (!waiting) throw new Error('assertion failed: the code waits');
  lab.scanner.ignore(waiting);
  expect(lab.state().tray).toEqual([]);
  lab.scanner.keep(waiting);
  expect(lab.state().tray).toEqual([waiting]);
});

test('a look outside the loop changes no session, unless there is something to ask or keep', () => {
  const lab = setUp();
  expect(lab.scanner.lookUp(bottle)).toMatchObject({ kind: 'look' });
  expect(lab.state()).toBe(emptySession);
  lab.scanner.lookUp(vendor);
  expect(lab.state().tray).toMatchObject([{ mode: 'look' }]);
});
