/**
 * A base that is put together beside the one that is shown, from chunks and pages, and takes its place in one step: no
 * screen sees the half of it (SPEC S6).
 */
import { seqOf } from '../protocol/cursor.ts';
import type { Page, Part } from '../protocol/messages.ts';
import { lineOf, type Manifest } from '../protocol/stored.ts';
import type { BasePosition } from './coverage.ts';
import { ReplicaState } from './state.ts';

export class BaseDraft {
  readonly state = new ReplicaState();
  readonly epoch: string;
  readonly line: string;
  readonly scopeId: string;
  /** Highest eff of the postings that were left out; null when the whole ledger is here. */
  readonly windowEff: string | null;
  #cursor: string;
  #position: BasePosition;

  constructor(manifest: Manifest) {
    this.epoch = manifest.epoch;
    this.line = lineOf(manifest);
    this.scopeId = manifest.scopeId;
    this.windowEff = manifest.windowSeq > 1 ? manifest.windowEff : null;
    this.#cursor = manifest.start;
    this.#position = { line: this.line, seq: seqOf(manifest.start), ackN: manifest.ackN, open: manifest.open };
  }

  get cursor(): string {
    return this.#cursor;
  }

  get position(): BasePosition {
    return this.#position;
  }

  put(parts: Iterable<Part>): void {
    for (const part of parts) this.state.put(part.kind, part.key, part.value);
  }

  /** Applies a page whole; false, and nothing changed, when it does not continue the draft. */
  applyPage(page: Page): boolean {
    if (page.since !== this.#cursor) return false;
    for (const row of page.rows) this.put(row.parts);
    this.#cursor = page.next;
    this.#position = { line: this.line, seq: seqOf(page.next), ackN: page.ackN, open: page.open };
    return true;
  }
}
