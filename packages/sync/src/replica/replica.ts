/**
 * The replica: what one device knows of its lab, in memory. `view = base ⊕ own ops that the base does not hold`.
 * The base moves only by whole pages that continue it (SPEC F4); the overlay is computed again after each change, so
 * there is no state in which a person sees a part of an op.
 */
import type { Posting } from '@tidylab/domain/ledger/model';
import { isRecordKind, type RecordKind, type RecordOf } from '@tidylab/domain/records';
import { feedStart, seqOf } from '../protocol/cursor.ts';
import type { Page, Part } from '../protocol/messages.ts';
import type { BalanceValue } from '../protocol/kinds.ts';
import type { BaseDraft } from './base-draft.ts';
import { type BasePosition, overlayOps, type OwnOp } from './coverage.ts';
import { projectOwn, type ProjectedBalance } from './project.ts';
import { type IndexName, ReplicaState } from './state.ts';

const partId = (kind: string, key: string): string => `${kind}\n${key}`;

export class Replica {
  #state = new ReplicaState();
  /** What the base says of the parts that are overlaid; undefined: the base has no such part. */
  readonly #under = new Map<string, { kind: string; key: string; value: unknown }>();
  readonly #listeners = new Set<() => void>();
  #own: readonly OwnOp[] = [];
  #overlaid: readonly OwnOp[] = [];
  #cursor = feedStart;
  #position: BasePosition = { seq: 0, ackN: null, open: [] };
  #epoch = '';
  #version = 0;
  #complete = true;
  /** Highest eff of the postings that the base has left out. */
  #windowEff: string | null = null;

  /** Changes with every change of the view. */
  get version(): number {
    return this.#version;
  }

  /** The position of the base in the feed. */
  get cursor(): string {
    return this.#cursor;
  }

  /** The epoch of the last page that was applied; empty before the first. */
  get epoch(): string {
    return this.#epoch;
  }

  get position(): BasePosition {
    return this.#position;
  }

  /** Own ops that are laid over the base now, oldest first. */
  get overlaid(): readonly OwnOp[] {
    return this.#overlaid;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Applies a page whole; false, and nothing changed, when it does not continue the base. */
  applyPage(page: Page): boolean {
    if (page.since !== this.#cursor) return false;
    this.#lift();
    for (const row of page.rows) for (const part of row.parts) this.#state.put(part.kind, part.key, part.value);
    this.#cursor = page.next;
    this.#epoch = page.epoch;
    this.#position = { ...this.#position, seq: seqOf(page.next), ackN: page.ackN, open: page.open };
    this.#lay();
    return true;
  }

  /** Takes a base that was put together elsewhere, in place of the one it has. */
  adopt(draft: BaseDraft): void {
    this.#under.clear();
    this.#state = draft.state;
    this.#cursor = draft.cursor;
    this.#epoch = draft.epoch;
    this.#position = draft.position;
    this.#windowEff = draft.windowEff;
    this.#complete = draft.windowEff === null;
    this.#lay();
  }

  /** Records of a snapshot that is still arriving on a device without a base: there to be found, and nothing else. */
  preview(parts: Iterable<Part>): void {
    this.#lift();
    for (const { kind, key, value } of parts) if (isRecordKind(kind)) this.#state.put(kind, key, value);
    this.#lay();
  }

  /** All that the base says, without own changes, as it is at this instant: kinds that are not known too. */
  baseParts(): Part[] {
    const parts: Part[] = [];
    for (const kind of this.#state.kinds()) {
      for (const [key, value] of this.#state.all(kind)) {
        if (!this.#under.has(partId(kind, key))) parts.push({ kind, key, value });
      }
    }
    for (const part of this.#under.values()) if (part.value !== undefined && part.value !== null) parts.push(part);
    return parts;
  }

  /** Puts the parts of a snapshot or fold under the pages that follow; `complete` when no posting was left out. */
  applyChunk(parts: Iterable<Part>, start: string, position: BasePosition, complete: boolean): void {
    this.#lift();
    for (const part of parts) this.#state.put(part.kind, part.key, part.value);
    this.#cursor = start;
    this.#position = position;
    this.#complete = complete;
    this.#windowEff = complete ? null : this.#windowEff;
    this.#lay();
  }

  /** The stream's own ops, all that the outbox holds. */
  setOwn(own: readonly OwnOp[]): void {
    this.#lift();
    this.#own = own;
    this.#lay();
  }

  get own(): readonly OwnOp[] {
    return this.#own;
  }

  record<K extends RecordKind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.#state.get(kind, id) as RecordOf<K> | undefined;
  }

  records<K extends RecordKind>(kind: K): ReadonlyMap<string, RecordOf<K>> {
    return this.#state.all(kind) as ReadonlyMap<string, RecordOf<K>>;
  }

  balance(key: string): ProjectedBalance | undefined {
    return this.#state.get('balance', key) as ProjectedBalance | undefined;
  }

  /** What the server said at the base's position, without own changes. */
  baseBalance(key: string): BalanceValue | undefined {
    const under = this.#under.get(partId('balance', key));
    return (under ? under.value : this.#state.get('balance', key)) as BalanceValue | undefined;
  }

  posting(id: string): Posting | undefined {
    return this.#state.get('posting', id) as Posting | undefined;
  }

  all(kind: string): ReadonlyMap<string, unknown> {
    return this.#state.all(kind);
  }

  keys(index: IndexName, key: string): ReadonlySet<string> {
    return this.#state.index(index, key);
  }

  /** True while an own op that the base does not hold yet made or changed this part. */
  isOwn(kind: string, key: string): boolean {
    return this.#under.has(partId(kind, key));
  }

  #lift(): void {
    for (const { kind, key, value } of this.#under.values()) this.#state.put(kind, key, value);
    this.#under.clear();
  }

  #lay(): void {
    const state = this.#state;
    this.#overlaid = overlayOps(this.#own, this.#position, (fact) => state.get('fact', fact) !== undefined);
    if (this.#overlaid.length > 0) {
      const parts = projectOwn(this.#overlaid, {
        get: (kind, key) => state.get(kind, key),
        postingsOf: (bucket) => this.#postingsOf(bucket),
        complete: this.#complete,
        windowEff: this.#windowEff,
      });
      for (const { kind, key, value } of parts) {
        const id = partId(kind, key);
        if (!this.#under.has(id)) this.#under.set(id, { kind, key, value: state.get(kind, key) });
        state.put(kind, key, value);
      }
    }
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  *#postingsOf(bucket: string): Iterable<Posting> {
    for (const id of this.#state.index('postingsByBucket', bucket)) {
      const posting = this.#state.get('posting', id) as Posting | undefined;
      if (posting) yield posting;
    }
  }
}
