/** Processes that share the seeds. One that says nothing for too long is stuck in a circle: that fails its seed. */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { SeedOutcome } from './run-seed.ts';
import type { Job } from './worker.ts';

const silenceMsMax = 180_000;

export class Pool {
  readonly size = availableParallelism();

  /** Runs jobs as `next` gives them, until it gives none. */
  async run(next: () => Job | undefined, done: (outcome: SeedOutcome, job: Job) => void): Promise<void> {
    await Promise.all(Array.from({ length: this.size }, () => this.#lane(next, done)));
  }

  async #lane(next: () => Job | undefined, done: (outcome: SeedOutcome, job: Job) => void): Promise<void> {
    let child: ChildProcess | null = null;
    for (let job = next(); job; job = next()) {
      child ??= fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      const outcome = await ask(child, job);
      if (outcome.events === 0) {
        child.kill('SIGKILL');
        child = null;
      }
      done(outcome, job);
    }
    child?.disconnect();
  }
}

function ask(child: ChildProcess, job: Job): Promise<SeedOutcome> {
  return new Promise((resolve) => {
    const broken = (message: string): void => {
      resolve({
        seed: job.seed,
        ok: false,
        invariant: 20,
        message,
        hash: '',
        events: 0,
        ops: 0,
        coverage: {},
        trace: [],
      });
    };
    const ended = (): void => broken('the process of this run ended');
    const timer = setTimeout(() => broken('the run does not end'), silenceMsMax);
    child.once('exit', ended);
    child.once('message', (outcome) => {
      clearTimeout(timer);
      child.off('exit', ended);
      resolve(outcome as SeedOutcome);
    });
    child.send(job);
  });
}
