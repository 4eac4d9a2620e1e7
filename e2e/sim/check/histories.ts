/**
 * Every history there was: one for each epoch of the server. A restore freezes the one that was and begins another from
 * what stood in the copy; a device that has not heard of it is still judged by the old one.
 */
import type { SimServer } from '../world/server.ts';
import type { OutcomeName } from '../world/coverage.ts';
import type { World } from '../world/world.ts';
import { Truth } from './truth.ts';

export class Histories {
  readonly #byEpoch = new Map<string, Truth>();
  #current: Truth;
  #copy: ReturnType<Truth['rowsSoFar']> = [];

  constructor(
    private readonly server: SimServer,
    private readonly world: World,
  ) {
    this.#current = new Truth(server, world);
    this.#byEpoch.set(server.epoch(), this.#current);
    server.watch({
      backup: () => {
        this.#current.sync();
        this.#copy = this.#current.rowsSoFar();
      },
      restoring: () => {
        this.#current.sync();
        this.#current.freeze();
      },
      restored: () => this.#begin(),
      mayTrim: () => this.#current.sync(),
    });
  }

  get current(): Truth {
    return this.#current;
  }

  /** The history that a base or a result is of; a tab without a base has none yet. */
  of(epoch: string | undefined): Truth {
    return this.#byEpoch.get(epoch ?? '') ?? this.#current;
  }

  epochNow(): string {
    return [...this.#byEpoch.keys()].at(-1) ?? '';
  }

  hit(name: OutcomeName): void {
    this.world.coverage.hit(name);
  }

  /** How many restores came before it. */
  order(epoch: string | undefined): number {
    return [...this.#byEpoch.keys()].indexOf(epoch ?? '');
  }

  /** The stamps that an op was given by histories that are no more. */
  stampsBefore(id: string): string[] {
    return [...this.#byEpoch.values()]
      .filter((truth) => truth !== this.#current)
      .flatMap((truth) => truth.stamps.filter(({ op }) => op === id).map(({ eff }) => eff));
  }

  #begin(): void {
    this.#current = new Truth(this.server, this.world);
    this.#current.replay(this.#copy);
    this.#byEpoch.set(this.server.epoch(), this.#current);
  }
}
