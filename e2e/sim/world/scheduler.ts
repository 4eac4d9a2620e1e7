/**
 * Virtual time. Everything that happens is an event of this queue, ordered by its time and then by when it was asked
 * for; after each event all promises settle before the next begins, so a run depends on nothing but its seed.
 */
interface Event {
  readonly at: number;
  readonly order: number;
  readonly label: string;
  readonly run: () => void | Promise<void>;
  cancelled: boolean;
}

const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export class Scheduler {
  /** Latest first, so that the next event is the last element. */
  readonly #queue: Event[] = [];
  #order = 0;
  #nowMs: number;
  /** Hears of each event when it has settled. */
  onEvent: (label: string) => void = () => undefined;

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  /** True time, Unix ms; no device and no server sees it unskewed. */
  get now(): number {
    return this.#nowMs;
  }

  after(ms: number, label: string, run: Event['run']): () => void {
    const event: Event = { at: this.#nowMs + Math.max(0, ms), order: this.#order++, label, run, cancelled: false };
    let low = 0;
    let high = this.#queue.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#queue[middle] as Event).at > event.at) low = middle + 1;
      else high = middle;
    }
    this.#queue.splice(low, 0, event);
    return () => {
      event.cancelled = true;
    };
  }

  /** Runs the next event; false when nothing is left before `untilMs`. */
  async step(untilMs: number): Promise<boolean> {
    for (;;) {
      const event = this.#queue.at(-1);
      if (!event || event.at > untilMs) {
        this.#nowMs = Math.max(this.#nowMs, untilMs);
        return false;
      }
      this.#queue.pop();
      if (event.cancelled) continue;
      this.#nowMs = event.at;
      await event.run();
      await settled();
      this.onEvent(event.label);
      return true;
    }
  }

  /** Runs until `untilMs`, or until `done` says so. */
  async run(untilMs: number, done: () => boolean = () => false): Promise<boolean> {
    while (!done()) if (!(await this.step(untilMs))) return done();
    return true;
  }
}
