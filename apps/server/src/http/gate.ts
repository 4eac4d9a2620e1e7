/** Lets a few run at once and a bounded number wait: hashing a password costs 19 MiB and a core each time. */
export interface Gate {
  /** Runs `work` when its turn comes; `full` when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T | 'full'>;
}

export function createGate(atOnce: number, waitingMax: number): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  const enter = (): Promise<void> => {
    if (running < atOnce) {
      running++;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  };
  return {
    async run(work) {
      if (waiting.length >= waitingMax) return 'full';
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
