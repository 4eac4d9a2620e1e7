/** Locks of one browser profile, as `navigator.locks`: one holder for a name, freed when its tab dies. */
import type { Locks } from '../../../apps/web/src/sync/ports.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

interface Waiting {
  readonly life: Life;
  readonly shared: boolean;
  readonly start: () => void;
}

export class DeviceLocks {
  readonly #held = new Map<string, { readonly shared: boolean; readonly lives: Life[] }>();
  readonly #queues = new Map<string, Waiting[]>();

  constructor(private readonly world: World) {}

  of(life: Life): Locks {
    life.onDeath(() => this.#bury(life));
    const asking =
      (shared: boolean): Locks['exclusive'] =>
      (name, work) =>
        new Promise((resolve, reject) => {
          const start = (broken: boolean): void => {
            this.world.scheduler.after(0, `lock ${life.name}`, () => {
              if (!life.alive) return;
              const free = (): void => {
                if (!broken) this.#release(name, life);
              };
              work().then(
                (value) => {
                  free();
                  resolve(value);
                },
                (error: unknown) => {
                  free();
                  reject(error as Error);
                },
              );
            });
          };
          this.#enter(name, life, shared, start);
        });
    return { exclusive: asking(false), shared: asking(true) };
  }

  #enter(name: string, life: Life, shared: boolean, start: (broken: boolean) => void): void {
    const held = this.#held.get(name);
    const queue = this.#queues.get(name) ?? [];
    const free = !held || (shared && held.shared && queue.length === 0);
    if (free) {
      this.#held.set(name, { shared, lives: [...(held?.lives ?? []), life] });
      start(false);
    } else if (
      // Nobody takes the base's lock from a tab: only the lead is ever taken over.
      !name.endsWith(':hydrate') &&
      !held.lives.includes(life) &&
      this.world.strikes('lockBroken', 'lock-broken', `${life.name} ${name.split(':').at(-1)}`)
    )
      start(true);
    else this.#queues.set(name, [...queue, { life, shared, start: () => start(false) }]);
  }

  #release(name: string, life: Life): void {
    const held = this.#held.get(name);
    const at = held?.lives.indexOf(life) ?? -1;
    if (!held || at < 0) return;
    held.lives.splice(at, 1);
    if (held.lives.length > 0) return;
    this.#held.delete(name);
    const queue = this.#queues.get(name) ?? [];
    const [next] = queue;
    if (!next) return;
    const others = next.shared ? queue.findIndex(({ shared }) => !shared) : 1;
    const starting = queue.splice(0, others < 0 ? queue.length : others);
    this.#held.set(name, { shared: next.shared, lives: starting.map((waiting) => waiting.life) });
    for (const { start: begin } of starting) begin();
  }

  #bury(life: Life): void {
    for (const [name, queue] of this.#queues)
      this.#queues.set(
        name,
        queue.filter((waiting) => waiting.life !== life),
      );
    const held = Array.from(this.#held, ([name, { lives }]) =>
      lives.filter((holder) => holder === life).map(() => name),
    );
    for (const name of held.flat()) this.#release(name, life);
  }
}
