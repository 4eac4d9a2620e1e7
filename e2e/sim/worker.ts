/** A process that runs one seed at a time, as its parent asks. */
import type { SimConfig } from './config.ts';
import { runSeed } from './run-seed.ts';

export interface Job {
  readonly seed: number;
  readonly mutant: string | null;
  readonly config: Partial<SimConfig>;
  readonly keep: number;
}

process.on('message', (job: Job) => {
  void runSeed(job.seed, job).then((outcome) => process.send?.(outcome));
});

// Whoever asked is gone.
process.on('disconnect', () => process.exit());
