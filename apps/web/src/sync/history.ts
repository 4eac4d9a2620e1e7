/**
 * The server's history as one hello told it, and how this device's base and results stand to it (SPEC N1–N5). A line
 * is an epoch; or, when a server that was copied goes on in its own way under the same epoch, a name that this device
 * gives it, since seqs and revs of the two mean different things.
 */
import { seqOf } from '@tidylab/sync/protocol/cursor';
import type { HelloReply } from '@tidylab/sync/protocol/messages';
import { lineOf, type Manifest, type StoredResult } from '@tidylab/sync/protocol/stored';

/** A line made here begins with its epoch and this. */
const copyMark = '~';

/** So often in a row the server must refuse the same cursor before the base is taken to be of another server. */
const refusalsMin = 2;

export class History {
  #head: number;
  #refusals: { gen: number; times: number };

  private constructor(
    readonly epoch: string,
    readonly line: string,
    readonly scopeId: string,
    readonly floor: number,
    head: number,
    refusals: { gen: number; times: number },
    private readonly epochs: HelloReply['epochs'],
  ) {
    this.#head = head;
    this.#refusals = refusals;
  }

  static of(hello: HelloReply, before: History | null, held: Manifest | null): History {
    const epoch = hello.epochs.at(-1)?.id ?? '';
    const refusals = before ? before.#refusals : { gen: 0, times: 0 };
    const isCopy = held?.epoch === epoch && refusals.gen === held.gen && refusals.times >= refusalsMin;
    const line = isCopy ? `${epoch}${copyMark}${held.gen}` : held?.epoch === epoch ? lineOf(held) : epoch;
    return new History(epoch, line, hello.scopeId, hello.floor, seqOf(hello.head), refusals, hello.epochs);
  }

  /** The feed's head at hello; 0 once the base has caught up with it. */
  get head(): number {
    return this.#head;
  }

  caughtUp(): void {
    this.#head = 0;
  }

  isOf(manifest: Manifest | null): boolean {
    return manifest !== null && lineOf(manifest) === this.line && manifest.scopeId === this.scopeId;
  }

  /** A server of the same epoch that does not know our cursor has been copied; once may be a race with a restore. */
  pullFailed(problem: string, { gen }: Manifest): void {
    if (problem !== 'epoch') return;
    this.#refusals = { gen, times: this.#refusals.gen === gen ? this.#refusals.times + 1 : 1 };
  }

  pulled(): void {
    this.#refusals = { gen: 0, times: 0 };
  }

  /** Whether the op with this result may be missing: its seq is above the least fork since its line began. */
  mayLack(result: StoredResult): boolean {
    const { epoch: line, seq } = result;
    if (line === undefined || line === this.line) return false;
    return seq > this.#forkSince(line);
  }

  /** What an unknown epoch, or a copy, shares with this history is not known: nothing may be. */
  #forkSince(line: string): number {
    const at = this.epochs.findIndex(({ id }) => id === line);
    const later = this.epochs.slice(at + 1);
    if (at < 0 || later.length === 0 || this.line !== this.epoch) return 0;
    return Math.min(...later.map(({ forkSeq }) => forkSeq));
  }
}
