/**
 * A client under load: it makes ops without rest and sends what it has no answer for, again and again until there is
 * one. A reply that did not arrive says nothing; only a result counts as acknowledged.
 */
import type { OpResult } from '@tidylab/sync/protocol/messages';
import type { Op } from '@tidylab/sync/protocol/op';
import type { Random } from '@tidylab/testkit/random';
import { type HttpDevice, Refused } from '../http/device.ts';
import { nextOp } from './workload.ts';

const pauseMs = 25;
const voidable = 20;

export class ProofClient {
  readonly acknowledged = new Map<string, OpResult>();
  /** Made, in order, and not acknowledged yet. */
  #open: Op[] = [];
  readonly #postings: Op[] = [];
  #made = 0;
  /** Requests that ended without an answer: those that a kill cut off are among them. */
  cutOff = 0;

  constructor(
    readonly device: HttpDevice,
    readonly random: Random,
  ) {}

  get made(): number {
    return this.#made;
  }

  /** Works until `over` says so, then until nothing is open. */
  async run(over: () => boolean, failed: () => boolean): Promise<void> {
    while (!over() || this.#open.length > 0) {
      if (failed()) return;
      if (!over()) this.#make(1 + this.random.int(8));
      await this.#send();
    }
  }

  #make(count: number): void {
    for (let at = 0; at < count && this.#open.length < 40; at++) {
      const op = nextOp(this.device, this.random, this.#postings);
      this.#made++;
      this.#open.push(op);
      if (op.type !== 'void-posting') this.#postings.push(op);
      if (this.#postings.length > voidable) this.#postings.shift();
    }
  }

  async #send(): Promise<void> {
    try {
      const { results, gap, fork } = await this.device.push(this.#open);
      if (gap || fork) throw new Error(`the stream was broken: ${JSON.stringify({ gap, fork })}`);
      for (const result of results) this.#take(result);
      this.#open = this.#open.filter(({ id }) => !this.acknowledged.has(id));
    } catch (error) {
      if (!isCutOff(error)) throw error;
      this.cutOff++;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  /** The same op may be answered twice, but never differently. */
  #take(result: OpResult): void {
    const earlier = this.acknowledged.get(result.id);
    if (earlier && JSON.stringify(earlier) !== JSON.stringify(result))
      throw new Error(`two answers for one op: ${JSON.stringify([earlier, result])}`);
    this.acknowledged.set(result.id, result);
  }
}

/** The server was not there, or went away in the middle. An answer that it refused is another matter. */
function isCutOff(error: unknown): boolean {
  if (error instanceof Refused) return error.status >= 500;
  return error instanceof TypeError || (error instanceof Error && /terminated|socket|JSON/.test(error.message));
}
