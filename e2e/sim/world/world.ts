/** What every part of a run shares: its chance, its time, its counts, its faults. */
import { type Random, seededRandom } from '@tidylab/testkit/random';
import { type FaultRates, noFaults, type SimConfig } from '../config.ts';
import { Coverage, type FaultName } from './coverage.ts';
import { Scheduler } from './scheduler.ts';
import { Trace } from './trace.ts';

/** 2026-03-02, in the morning. */
const startMs = 1_772_438_400_000;

export const labId = '3f0c6a52-7c1e-4b6f-8d0a-3c1f9a2b4e61';

export class World {
  readonly scheduler = new Scheduler(startMs);
  readonly trace: Trace;
  readonly coverage = new Coverage();
  readonly random: Random;
  rates: FaultRates;
  /** The first broken invariant, wherever it was found; the run ends with it. */
  failure: Error | null = null;

  constructor(
    readonly config: SimConfig,
    keepLines: number,
  ) {
    this.random = seededRandom(config.seed);
    this.rates = config.rates;
    this.trace = new Trace(keepLines);
  }

  get now(): number {
    return this.scheduler.now;
  }

  note(line: string): void {
    this.trace.add(`${((this.now - startMs) / 1000).toFixed(3)} ${line}`);
  }

  /** Whether a fault strikes now; counted and written into the trace when it does. */
  strikes(rate: keyof FaultRates, name: FaultName, where: string): boolean {
    const chance = this.rates[rate];
    if (chance === 0 || !this.random.chance(chance)) return false;
    this.coverage.hit(name);
    this.note(`! ${name} ${where}`);
    return true;
  }

  heal(): void {
    this.rates = noFaults;
  }
}
