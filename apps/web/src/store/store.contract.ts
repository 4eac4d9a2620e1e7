// long file: one suite of two stores, whose cases share their makers
/**
 * What the stores of a device must do, whatever they are made of. It runs here on a made IndexedDB and in e2e on a
 * browser's own: it knows vitest's words only through `Suite`. Each `open…` opens one more instance on the same storage, as
 * another tab does; a storage of another `lab` is empty.
 */
import type { Manifest, OutboxRow, Segment } from '@tidylab/sync/protocol/stored';
import { outboxKey, pageKey } from '@tidylab/sync/protocol/stored';
import type { OpenBase } from './base.ts';
import type { OpenOutbox } from './outbox.ts';

export interface Suite {
  test(title: string, work: () => Promise<void>): void;
  /** Fails unless both are equal by structure. */
  equal(actual: unknown, expected: unknown): void;
}

export interface OutboxAdapter {
  openOutbox(lab: string, fresh: { dev: string; createdAt: number } | null): Promise<OpenOutbox | null>;
}

export interface BaseAdapter {
  openBase(lab: string): Promise<OpenBase>;
}

let labs = 0;
const newLab = (): string => `lab-${++labs}-${Date.now()}`;

const row = (n: number, over: Partial<OutboxRow> = {}): OutboxRow => ({
  n: outboxKey(n),
  id: `id-${n}`,
  state: 'pending',
  sentAt: null,
  result: null,
  payload: { alg: 'none', kid: '', data: `{"n":${n}}` },
  ...over,
});
const result = { id: 'id-1', n: 1, status: 'applied' as const, seq: 7, eff: '0'.repeat(16) };
const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error as { problem?: unknown }).problem,
  );

/** Resolves when the condition holds; what changes is heard, not slept for. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A test of one outbox that is new, and of as many more instances on it as the test asks for. */
const outboxes =
  ({ openOutbox }: OutboxAdapter) =>
  (work: (outbox: OpenOutbox, another: () => Promise<OpenOutbox>) => Promise<void>) =>
  async () => {
    const lab = newLab();
    const opened: OpenOutbox[] = [];
    const open = async (): Promise<OpenOutbox> => {
      const outbox = await openOutbox(lab, { dev: `dev-${opened.length}`, createdAt: 5 });
      if (!outbox) throw new Error('a fresh outbox was not opened');
      opened.push(outbox);
      return outbox;
    };
    try {
      await work(await open(), open);
    } finally {
      for (const outbox of opened) await outbox.close();
    }
  };

function streamTests({ test, equal }: Suite, { openOutbox }: OutboxAdapter): void {
  test('a profile without a stream starts none unless it is asked to', async () => {
    equal(await openOutbox(newLab(), null), null);
  });

  test('a stream is born once and kept: a second tab and the next start use the first one', async () => {
    const lab = newLab();
    const first = await openOutbox(lab, { dev: 'first', createdAt: 5 });
    const second = await openOutbox(lab, { dev: 'second', createdAt: 6 });
    const devs = [first, second].map((outbox) => outbox?.stream.dev);
    equal(devs, ['first', 'first']);
    await first?.close();
    await second?.close();
    const later = await openOutbox(lab, null);
    equal([later?.stream.dev, later?.stream.lab, later?.stream.createdAt, later?.stream.prev], ['first', lab, 5, []]);
    await later?.close();
  });
}

function rowTests({ test, equal }: Suite, adapter: OutboxAdapter): void {
  const withOutbox = outboxes(adapter);
  test(
    '[S1] a row comes back as it was written, rows in the order of n',
    withOutbox(async (outbox) => {
      const rows = [row(2), row(1, { state: 'acknowledged', sentAt: 9, result }), row(10)];
      for (const one of rows) equal(await outbox.insert(one), 'inserted');
      equal(await outbox.load(), [rows[1], rows[0], rows[2]]);
    }),
  );

  test(
    '[O3] of two tabs that take the same n one gets it, the other is told and has changed nothing',
    withOutbox(async (outbox, another) => {
      const other = await another();
      const took = await Promise.all([outbox.insert(row(1, { id: 'mine' })), other.insert(row(1, { id: 'theirs' }))]);
      equal([...took].sort(), ['inserted', 'taken']);
      const winner = took[0] === 'inserted' ? 'mine' : 'theirs';
      equal(
        (await outbox.load()).map(({ id }) => id),
        [winner],
      );
      equal(
        (await other.load()).map(({ id }) => id),
        [winner],
      );
    }),
  );

  test(
    '[S2] a row that another tab wrote is read at once, also right after a read without it',
    withOutbox(async (outbox, another) => {
      const other = await another();
      for (let n = 1; n <= 6; n++) {
        equal((await outbox.load()).length, n - 1);
        equal(await other.insert(row(n)), 'inserted');
        equal((await outbox.load()).length, n);
        equal(await outbox.insert(row(n)), 'taken');
      }
    }),
  );

  test(
    '[S1] acknowledging changes the state and the result of a row, and nothing else',
    withOutbox(async (outbox, another) => {
      await outbox.insert(row(1));
      await outbox.patch(outboxKey(1), { state: 'sent', sentAt: 12 });
      await outbox.patch(outboxKey(1), { state: 'acknowledged', result });
      const expected = [row(1, { state: 'acknowledged', sentAt: 12, result })];
      equal(await outbox.load(), expected);
      equal(await (await another()).load(), expected);
    }),
  );
}

function tabTests({ test, equal }: Suite, adapter: OutboxAdapter): void {
  const withOutbox = outboxes(adapter);
  test(
    'two tabs that change the same row lose neither change',
    withOutbox(async (outbox, another) => {
      const other = await another();
      await outbox.insert(row(1));
      await other.patch(outboxKey(1), { sentAt: 12 });
      await outbox.patch(outboxKey(1), { state: 'sent' });
      await other.patch(outboxKey(1), { result });
      equal(await outbox.load(), [row(1, { state: 'sent', sentAt: 12, result })]);
    }),
  );

  test(
    'a change that depends on the row sees what another tab wrote before',
    withOutbox(async (outbox, another) => {
      const other = await another();
      await outbox.insert(row(1));
      await until(
        async () => (await problemOf(other.patch(outboxKey(1), { state: 'acknowledged', result }))) === 'nothing',
      );
      await outbox.patch(outboxKey(1), (held) => (held.result ? { sentAt: 7 } : { state: 'sent' }));
      equal(await outbox.load(), [row(1, { state: 'acknowledged', sentAt: 7, result })]);
    }),
  );

  test(
    'a change of a row that is not there is a lost store, and goes through once the tab has heard of the row',
    withOutbox(async (outbox, another) => {
      const change = () => problemOf(outbox.patch(outboxKey(1), { state: 'sent' }));
      equal(await change(), 'storage-lost');
      await (await another()).insert(row(1));
      await until(async () => (await change()) === 'nothing');
      equal(await outbox.load(), [row(1, { state: 'sent' })]);
    }),
  );

  test(
    'rows are kept over a restart',
    withOutbox(async (outbox, another) => {
      await outbox.insert(row(1));
      await outbox.patch(outboxKey(1), { state: 'sent', sentAt: 3 });
      await outbox.close();
      equal(await (await another()).load(), [row(1, { state: 'sent', sentAt: 3 })]);
    }),
  );

  test(
    '[E2] a tab hears of rows that it or another tab wrote or changed, until it stops listening',
    withOutbox(async (outbox, another) => {
      const other = await another();
      let heard = 0;
      const undo = outbox.onChange(() => void heard++);
      await outbox.insert(row(1));
      await until(() => heard >= 1);
      await other.insert(row(2));
      await until(() => heard >= 2);
      await other.patch(outboxKey(2), { state: 'sent' });
      await until(() => heard >= 3);
      undo();
      const before = heard;
      await outbox.insert(row(3));
      equal(heard, before);
    }),
  );
}

export function outboxContract(suite: Suite, adapter: OutboxAdapter): void {
  streamTests(suite, adapter);
  rowTests(suite, adapter);
  tabTests(suite, adapter);
}

const segment = (since: string, data = 'page'): Segment => ({
  key: pageKey('e', 's', since),
  fmt: 1,
  type: 'page',
  lab: 'lab',
  epoch: 'e',
  scopeId: 's',
  since,
  next: '1.b',
  payload: { alg: 'none', kid: '', data },
});
const manifest = (gen: number, over: Partial<Manifest> = {}): Manifest => ({
  gen,
  fmt: 1,
  lab: 'lab',
  epoch: 'e',
  scopeId: 's',
  start: '0.a',
  windowSeq: 0,
  windowEff: '0'.repeat(16),
  ackN: null,
  open: [],
  chunks: [],
  ...over,
});

/** As `outboxes`, for a base. */
const bases =
  ({ openBase }: BaseAdapter) =>
  (work: (base: OpenBase, another: () => Promise<OpenBase>) => Promise<void>) =>
  async () => {
    const lab = newLab();
    const opened: OpenBase[] = [];
    const open = async (): Promise<OpenBase> => {
      const base = await openBase(lab);
      opened.push(base);
      return base;
    };
    try {
      await work(await open(), open);
    } finally {
      for (const base of opened) await base.close();
    }
  };

function manifestTests({ test, equal }: Suite, adapter: BaseAdapter): void {
  const withBase = bases(adapter);
  test(
    'a new base has no manifest and no segment',
    withBase(async (base) => equal([await base.manifest(), await base.segment('x')], [null, null])),
  );

  test(
    '[S5] a manifest is written only over the generation that was read',
    withBase(async (base, another) => {
      const other = await another();
      equal(await base.putManifest(manifest(2), 1), false);
      equal(await base.putManifest(manifest(1), null), true);
      equal(await other.putManifest(manifest(1, { epoch: 'late' }), null), false);
      equal(await other.putManifest(manifest(2, { windowSeq: 3 }), 1), true);
      equal(await base.putManifest(manifest(2, { epoch: 'late' }), 1), false);
      equal(
        [await base.manifest(), await other.manifest()],
        [manifest(2, { windowSeq: 3 }), manifest(2, { windowSeq: 3 })],
      );
    }),
  );

  test(
    '[S5] of two tabs that write the same generation one does, and it is whole',
    withBase(async (base, another) => {
      const other = await another();
      await base.putManifest(manifest(1), null);
      const next = [manifest(2, { epoch: 'mine', open: [1] }), manifest(2, { epoch: 'theirs', open: [2] })] as const;
      const took = await Promise.all([base.putManifest(next[0], 1), other.putManifest(next[1], 1)]);
      equal([...took].sort(), [false, true]);
      equal(await base.manifest(), next[took[0] ? 0 : 1]);
    }),
  );
}

function segmentTests({ test, equal }: Suite, adapter: BaseAdapter): void {
  const withBase = bases(adapter);
  test(
    '[S4] a second writer of a segment is told, and what was written first stays',
    withBase(async (base, another) => {
      const other = await another();
      equal(await base.insertSegment(segment('0.a', 'first')), 'inserted');
      equal(await other.insertSegment(segment('0.a', 'second')), 'taken');
      equal(await other.segment(pageKey('e', 's', '0.a')), segment('0.a', 'first'));
      equal(await base.insertSegment(segment('1.b')), 'inserted');
      equal(await base.segment(pageKey('e', 's', '2.c')), null);
    }),
  );

  test(
    'a segment and the manifest that another tab wrote are read at once, also right after a read without them',
    withBase(async (base, another) => {
      const other = await another();
      equal([await base.manifest(), await base.segment(pageKey('e', 's', '0.a'))], [null, null]);
      await other.putManifest(manifest(1), null);
      await other.insertSegment(segment('0.a'));
      equal([await base.manifest(), await base.segment(pageKey('e', 's', '0.a'))], [manifest(1), segment('0.a')]);
    }),
  );

  test(
    '[E2] a tab hears of segments that another tab stored',
    withBase(async (base, another) => {
      const other = await another();
      let heard = 0;
      const undo = base.onChange(() => void heard++);
      await other.insertSegment(segment('0.a'));
      await until(() => heard >= 1);
      undo();
    }),
  );

  test(
    'a base is kept over a restart, a large page too',
    withBase(async (base, another) => {
      const large = segment('0.a', 'ü'.repeat(300_000));
      await base.putManifest(manifest(1), null);
      await base.insertSegment(large);
      await base.close();
      const later = await another();
      equal([await later.manifest(), await later.segment(large.key)], [manifest(1), large]);
    }),
  );
}

function deleteTests({ test, equal }: Suite, adapter: BaseAdapter): void {
  const withBase = bases(adapter);
  const keyOf = (i: number): string => pageKey('e', 's', `${i}.${'0'.repeat(16)}`);
  const numbered = (i: number): Segment => ({ ...segment('0.a'), key: keyOf(i) });

  test(
    '[S8] every segment is told by its key, whoever stored it, and those that are deleted are not',
    withBase(async (base, another) => {
      const other = await another();
      equal(await base.segmentKeys(), []);
      for (let i = 0; i < 45; i++) await (i % 2 === 0 ? base : other).insertSegment(numbered(i));
      equal((await base.segmentKeys()).sort(), Array.from({ length: 45 }, (_, i) => keyOf(i)).sort());
      await base.deleteSegments([keyOf(3), keyOf(44), 'not there']);
      equal((await other.segmentKeys()).length, 43);
      equal([await other.segment(keyOf(3)), await base.segment(keyOf(44))], [null, null]);
      equal(await other.segment(keyOf(4)), numbered(4));
      await base.deleteSegments([]);
    }),
  );

  test(
    '[S8] a segment that was deleted can be stored again, with what it holds then',
    withBase(async (base, another) => {
      const other = await another();
      await base.insertSegment(segment('0.a', 'first'));
      await other.deleteSegments([pageKey('e', 's', '0.a')]);
      equal(await base.segment(pageKey('e', 's', '0.a')), null);
      equal(await base.insertSegment(segment('0.a', 'second')), 'inserted');
      equal(await other.segment(pageKey('e', 's', '0.a')), segment('0.a', 'second'));
      await base.deleteSegments([pageKey('e', 's', '0.a')]);
      equal(await other.insertSegment(segment('0.a', 'third')), 'inserted');
      await other.close();
      equal(await (await another()).segment(pageKey('e', 's', '0.a')), segment('0.a', 'third'));
    }),
  );

  test(
    '[E2] a tab hears of a manifest that another tab wrote',
    withBase(async (base, another) => {
      const other = await another();
      let heard = 0;
      const undo = base.onChange(() => void heard++);
      await other.putManifest(manifest(1), null);
      await until(() => heard >= 1);
      await other.putManifest(manifest(2), 1);
      await until(() => heard >= 2);
      undo();
    }),
  );
}

export function baseContract(suite: Suite, adapter: BaseAdapter): void {
  manifestTests(suite, adapter);
  segmentTests(suite, adapter);
  deleteTests(suite, adapter);
}
