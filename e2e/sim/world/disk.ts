/**
 * The stores of one browser profile. Each method is one atomic step at one instant; a tab may die just before it, or
 * just after it and before it hears of it. Rows are frozen, segments are kept as text: nothing can be changed behind
 * the store's back.
 */
import type { Manifest, OutboxRow, Segment, Stream } from '@tidylab/sync/protocol/stored';
import { type BaseStore, type OutboxStore, StoreError } from '../../../apps/web/src/sync/ports.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

type Area = 'outbox' | 'base';

export class Disk {
  readonly outbox = new Map<string, OutboxRow>();
  readonly segments = new Map<string, string>();
  manifest: string | null = null;
  readonly #listeners: { area: Area; life: Life; run: () => void }[] = [];

  constructor(
    private readonly world: World,
    private readonly stream: Stream,
    private readonly crash: (life: Life) => void,
  ) {}

  /** By n, since rows are inserted in that order. */
  rows(): OutboxRow[] {
    return [...this.outbox.values()];
  }

  outboxOf(life: Life): OutboxStore {
    return {
      stream: this.stream,
      load: () => this.#step(life, 'load', null, () => this.rows()),
      insert: (row) =>
        this.#step(life, `insert ${Number(row.n)}`, 'outbox', () => {
          if (this.outbox.has(row.n)) {
            this.world.coverage.hit('n taken by another tab');
            return 'taken';
          }
          this.outbox.set(row.n, Object.freeze({ ...row }));
          return 'inserted';
        }),
      patch: (key, change) =>
        this.#step(
          life,
          `patch ${Number(key)} ${typeof change === 'function' ? 'settle' : (change.state ?? '')}`,
          'outbox',
          () => {
            const held = this.outbox.get(key);
            if (!held) return;
            const changed = typeof change === 'function' ? change(held) : change;
            this.outbox.set(key, Object.freeze({ ...held, ...changed }));
          },
        ),
      onChange: (listener) => this.#listen('outbox', life, listener),
    };
  }

  baseOf(life: Life): BaseStore {
    return {
      manifest: () =>
        this.#step(life, 'manifest', null, () =>
          this.manifest === null ? null : (JSON.parse(this.manifest) as Manifest),
        ),
      putManifest: (next, expected) =>
        this.#step(life, 'putManifest', 'base', () => {
          const gen = this.manifest === null ? null : (JSON.parse(this.manifest) as Manifest).gen;
          if (gen !== expected) return false;
          this.#count(next);
          this.manifest = JSON.stringify(next);
          return true;
        }),
      segment: (key) =>
        this.#step(life, 'segment', null, () => {
          const held = this.segments.get(key);
          return held === undefined ? null : (JSON.parse(held) as Segment);
        }),
      insertSegment: (segment) =>
        this.#step(life, 'insertSegment', 'base', () => {
          if (this.segments.has(segment.key)) {
            this.world.coverage.hit('page stored by another tab');
            return 'taken';
          }
          this.segments.set(segment.key, JSON.stringify(segment));
          return 'inserted';
        }),
      segmentKeys: () => this.#step(life, 'segmentKeys', null, () => [...this.segments.keys()]),
      deleteSegments: (keys) =>
        this.#step(life, 'deleteSegments', 'base', () => {
          this.world.coverage.hit('old segments deleted');
          for (const key of keys) this.segments.delete(key);
        }),
      onChange: (listener) => this.#listen('base', life, listener),
    };
  }

  loseBase(): void {
    this.segments.clear();
    this.manifest = null;
  }

  /** Whether it is a fold or a snapshot of a later start, and of another epoch. */
  #count(next: Manifest): void {
    const held = this.manifest === null ? null : (JSON.parse(this.manifest) as Manifest);
    const { coverage } = this.world;
    if (held && held.epoch !== next.epoch) coverage.hit('base of a new epoch');
    if (next.chunks.length === 0) return;
    coverage.hit(
      held && held.windowSeq === next.windowSeq && next.gen === held.gen + 1
        ? 'base replaced'
        : 'first base by snapshot',
    );
  }

  /** A row that comes from elsewhere than the app's own recorder. */
  plant(row: OutboxRow): void {
    this.outbox.set(row.n, Object.freeze({ ...row }));
    this.#announce('outbox', null);
  }

  #step<T>(life: Life, label: string, writes: Area | null, work: () => T): Promise<T> {
    const { world } = this;
    const { random } = world;
    return new Promise((resolve, reject) => {
      const answer = (run: () => void): void => {
        const slow = writes === null && world.strikes('slowRead', 'slow-read', life.name);
        const delay = slow ? random.int(400) : random.chance(0.3) ? random.int(4) : 0;
        if (delay === 0) run();
        else world.scheduler.after(delay, `answer ${life.name}`, () => void (life.alive && run()));
      };
      world.scheduler.after(random.int(5), `${life.name} ${label}`, () => {
        if (!life.alive) return;
        if (writes !== null && world.strikes('crashBeforeWrite', 'crash-before-write', life.name))
          return this.crash(life);
        if (writes !== null && world.strikes('storageFull', 'storage-full', life.name)) {
          return answer(() => reject(new StoreError('storage-full', 'no room')));
        }
        const value = work();
        if (writes !== null) this.#announce(writes, life);
        if (writes !== null && world.strikes('crashAfterWrite', 'crash-after-write', life.name))
          return this.crash(life);
        answer(() => resolve(value));
      });
    });
  }

  #listen(area: Area, life: Life, run: () => void): () => void {
    const listener = { area, life, run };
    this.#listeners.push(listener);
    return () => void this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  }

  #announce(area: Area, writer: Life | null): void {
    const { world } = this;
    for (const { area: of, life, run } of this.#listeners) {
      if (of !== area || !life.alive) continue;
      const other = life !== writer;
      if (other && world.strikes('noticeMissing', 'notice-missing', life.name)) continue;
      const late = other && world.strikes('noticeLate', 'notice-late', life.name);
      const times = world.strikes('noticeTwice', 'notice-twice', life.name) ? 2 : 1;
      for (let i = 0; i < times; i++) {
        const delay = late ? world.random.int(30_000) : world.random.int(20);
        world.scheduler.after(delay, `notice ${life.name}`, () => void (life.alive && run()));
      }
    }
  }
}
