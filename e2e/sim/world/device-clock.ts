/** A device's clock: off by a skew, drifting, and moved by people and firmware. Monotonic time only drifts. */
import type { Clock } from '../../../apps/web/src/sync/ports.ts';
import type { World } from './world.ts';

export class DeviceClock implements Clock {
  #skewMs: number;
  readonly #rate: number;
  readonly #bootMs: number;

  constructor(private readonly world: World) {
    const { random, config } = world;
    this.#skewMs = config.clockOffMs === 0 ? 0 : random.int(2 * config.clockOffMs) - config.clockOffMs;
    this.#rate = 1 + (random.next() - 0.5) * 4e-4;
    this.#bootMs = world.now;
  }

  now(): number {
    return Math.floor(this.#bootMs + (this.world.now - this.#bootMs) * this.#rate + this.#skewMs);
  }

  monotonic(): number {
    return (this.world.now - this.#bootMs) * this.#rate;
  }

  jump(ms: number): void {
    this.#skewMs += ms;
  }
}
