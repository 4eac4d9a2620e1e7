/**
 * The server's clock as this device knows it: an offset measured at hello by the midpoint of the round trip, the
 * sample with the shortest trip kept for an hour. Stamps use it, so that a tablet set to 2036 does not write in 2036.
 */
import type { Clock } from './ports.ts';

const sampleMsMax = 3_600_000;

export class ClockOffset {
  #offsetMs = 0;
  #tripMs = Number.POSITIVE_INFINITY;
  #measuredAt = 0;

  constructor(private readonly clock: Clock) {}

  /** Unix ms as the server would say it. */
  now(): number {
    return this.clock.now() + this.#offsetMs;
  }

  measure(serverMs: number, sentAt: number, tripMs: number): void {
    const age = this.clock.monotonic() - this.#measuredAt;
    const offset = serverMs - (sentAt + tripMs / 2);
    // A jump of the device's clock makes an old sample worthless, however short its trip was.
    const jumped = Math.abs(offset - this.#offsetMs) > this.#tripMs + tripMs + 1_000;
    if (tripMs > this.#tripMs && age < sampleMsMax && !jumped) return;
    this.#offsetMs = Math.round(offset);
    this.#tripMs = tripMs;
    this.#measuredAt = this.clock.monotonic();
  }
}
