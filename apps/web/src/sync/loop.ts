/**
 * A loop that runs one exchange at a time: at once when kicked, again after a growing pause when it failed, never
 * twice at the same time, never in a tight circle (SPEC E5).
 */
import type { Timers } from './ports.ts';

/** `again`: there is more to do now. `idle`: wait for a kick. `failed`: pause and try again. */
export type StepOutcome = 'again' | 'idle' | 'failed';

const pauseMsMin = 1_000;
const pauseMsMax = 60_000;

export class Loop {
  #running = false;
  #kicked = false;
  #stopped = false;
  #failures = 0;
  #cancel: (() => void) | null = null;

  constructor(
    private readonly step: () => Promise<StepOutcome>,
    private readonly timers: Timers,
    private readonly jitter: () => number,
  ) {}

  /** Something may have changed. During a pause after failures it waits for the pause; `urgent` ends the pause. */
  kick(urgent = false): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#kicked = true;
      return;
    }
    if (this.#failures > 0 && !urgent && this.#cancel) return;
    this.#cancel?.();
    this.#cancel = null;
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
    this.#cancel = null;
  }

  async #run(): Promise<void> {
    this.#running = true;
    let outcome: StepOutcome = 'again';
    while (!this.#stopped && (outcome === 'again' || (outcome === 'idle' && this.#kicked))) {
      this.#kicked = false;
      outcome = await this.step();
      this.#failures = outcome === 'failed' ? this.#failures + 1 : 0;
    }
    this.#running = false;
    if (outcome === 'failed' && !this.#stopped) this.#pause();
  }

  #pause(): void {
    const full = Math.min(pauseMsMax, pauseMsMin * 2 ** Math.min(this.#failures - 1, 6));
    this.#cancel = this.timers.after(full / 2 + (full / 2) * this.jitter(), () => {
      this.#cancel = null;
      void this.#run();
    });
  }
}
