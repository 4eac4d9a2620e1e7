/**
 * One tab's hold on the stored base: it follows what any tab stores, and swaps what it shows when the manifest says
 * so. Readers share the lock `hydrate` from the manifest to the last segment; deleting takes it alone, so what a
 * manifest names is there for whoever reads it (SPEC S8).
 */
import type { Stamp } from '@tidylab/domain/kernel/stamp';
import { parseCursor, seqOf } from '@tidylab/sync/protocol/cursor';
import type { Page } from '@tidylab/sync/protocol/messages';
import { lineOf, type Manifest, pageKey } from '@tidylab/sync/protocol/stored';
import type { Replica } from '@tidylab/sync/replica/replica';
import { breathing } from './breath.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { EnginePorts } from './ports.ts';
import { pageOf, type ReadBase, readBase } from './read-base.ts';

export interface KeeperEvents {
  /** Something of the feed is in the replica that was not: its highest effective stamp. */
  arrived(eff: Stamp): void;
  stopped(): boolean;
}

export class BaseKeeper {
  #manifest: Manifest | null = null;
  #pages = 0;
  #damaged = false;
  /** What follows and what swaps take turns: an older base never comes after a newer one. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ports: Pick<EnginePorts, 'base' | 'locks' | 'clock' | 'timers' | 'outbox'>,
    private readonly replica: Replica,
    private readonly events: KeeperEvents,
  ) {}

  /** The manifest that the replica shows; null on a device without a base. */
  get manifest(): Manifest | null {
    return this.#manifest;
  }

  /** Pages stored since the chunks. */
  get pages(): number {
    return this.#pages;
  }

  /** The manifest names a chunk that is not there: only a snapshot helps. */
  get damaged(): boolean {
    return this.#damaged;
  }

  /** Applies what is stored and not shown yet, whoever stored it. */
  readonly follow = oneAtATime(() => this.#alone(() => this.#follow()));

  /** The manifest of a device that starts at the beginning of the feed. */
  async start(first: Manifest): Promise<void> {
    await this.ports.base.putManifest(first, null);
    await this.follow();
  }

  /** Stores what `write` makes and makes it the base in one write; false when another tab was first. */
  async swap(write: () => Promise<Manifest | null>): Promise<boolean> {
    return this.#alone(() =>
      this.#sharing(async () => {
        const next = await write();
        if (!next || this.events.stopped()) return false;
        const gen = next.gen - 1;
        return this.ports.base.putManifest(next, gen === 0 ? null : gen);
      }),
    );
  }

  /** Deletes what the current manifest does not need. */
  async sweep(): Promise<void> {
    const { base, locks } = this.ports;
    await locks.exclusive(this.#lockName(), async () => {
      const manifest = await base.manifest();
      if (!manifest || this.events.stopped()) return;
      const gone = (await base.segmentKeys()).filter((key) => !isNeeded(manifest, key));
      if (gone.length > 0) await base.deleteSegments(gone);
    });
  }

  #lockName(): string {
    return `tidylab:${this.ports.outbox.stream.lab}:${this.ports.outbox.stream.dev}:hydrate`;
  }

  #sharing<T>(work: () => Promise<T>): Promise<T> {
    return this.ports.locks.shared(this.#lockName(), work);
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#turn.then(work, work);
    this.#turn = run;
    return run;
  }

  #follow(): Promise<void> {
    return this.#sharing(async () => {
      const manifest = await this.#takeManifest();
      if (!manifest) return;
      for (;;) {
        const key = pageKey(lineOf(manifest), manifest.scopeId, this.replica.cursor);
        const page = this.events.stopped() ? null : pageOf(await this.ports.base.segment(key));
        if (!page || this.events.stopped() || !this.replica.applyPage(page)) return;
        this.#pages++;
        this.events.arrived(highest(page));
      }
    });
  }

  /** The manifest as it is stored now, with the replica at its chunks or behind them. */
  async #takeManifest(): Promise<Manifest | null> {
    const { base } = this.ports;
    for (let manifest = await base.manifest(); manifest && !this.events.stopped(); ) {
      if (this.#isShown(manifest)) {
        if (manifest.gen !== this.#manifest?.gen) {
          this.#pages = 0;
          this.#damaged = false;
        }
        this.#manifest = manifest;
        return manifest;
      }
      const read = await readBase(base, manifest, breathing(this.ports));
      const now = await base.manifest();
      if (this.events.stopped()) return null;
      if (now?.gen !== manifest.gen) manifest = now;
      else if (read) return this.#show(manifest, read);
      else {
        this.#damaged = true;
        return null;
      }
    }
    return null;
  }

  #isShown(manifest: Manifest): boolean {
    const held = this.#manifest;
    if (!held || lineOf(held) !== lineOf(manifest) || held.scopeId !== manifest.scopeId) return false;
    return seqOf(manifest.start) <= this.replica.position.seq;
  }

  #show(manifest: Manifest, { draft, pages, eff }: ReadBase): Manifest {
    this.#manifest = manifest;
    this.#pages = pages;
    this.#damaged = false;
    this.replica.adopt(draft);
    this.events.arrived(eff);
    return manifest;
  }
}

const highest = (page: Page): Stamp => page.rows.reduce((eff, row) => (row.eff > eff ? row.eff : eff), '0'.repeat(16));

/** A chunk that it names, or a page that continues them. */
function isNeeded(manifest: Manifest, key: string): boolean {
  if (manifest.chunks.includes(key)) return true;
  const prefix = pageKey(lineOf(manifest), manifest.scopeId, '');
  const since = key.startsWith(prefix) ? parseCursor(key.slice(prefix.length)) : undefined;
  return since !== undefined && since.seq >= seqOf(manifest.start);
}
