/** Locks of one browser profile, as `navigator.locks`: one holder for a name, freed when its tab dies. */
import type { Locks } from '../../../apps/web/src/sync/ports.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

interface Waiting {
  readonly life: Life;
  readonly start: () => void;
}

export class DeviceLocks {
  readonly #held = new Map<string, Life>();
  readonly #queues = new Map<string, Waiting[]>();

  constructor(private readonly world: World) {}

  of(life: Life): Locks {
    life.onDeath(() => this.#bury(life));
    return {
      exclusive: (name, work) =>
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
          this.#enter(name, life, start);
        }),
    };
  }

  #enter(name: string, life: Life, start: (broken: boolean) => void): void {
    if (!this.#held.has(name)) {
      this.#held.set(name, life);
      start(false);
    } else if (
      this.#held.get(name) !== life &&
      this.world.strikes('lockBroken', 'lock-broken', `${life.name} ${name.split(':').at(-1)}`)
    )
      start(true);
    else this.#queues.set(name, [...(this.#queues.get(name) ?? []), { life, start: () => start(false) }]);
  }

  #release(name: string, life: Life): void {
    if (this.#held.get(name) !== life) return;
    this.#held.delete(name);
    const next = this.#queues.get(name)?.shift();
    if (!next) return;
    this.#held.set(name, next.life);
    next.start();
  }

  #bury(life: Life): void {
    for (const [name, queue] of this.#queues)
      this.#queues.set(
        name,
        queue.filter((waiting) => waiting.life !== life),
      );
    for (const [name, holder] of this.#held) if (holder === life) this.#release(name, life);
  }
}
