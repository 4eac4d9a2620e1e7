/**
 * A run's configuration, drawn from its seed. Each seed arms a part of the faults only (a swarm): with all of them
 * at once, rare combinations drown.
 */
import { seededRandom } from '@tidylab/testkit/random';
import type { SnapshotLimits } from '../../apps/server/src/sync/snapshot.ts';
import type { EngineLimits } from '../../apps/web/src/sync/ensure-base.ts';

/** Chance of each fault where it may strike: per write, per message, per notice, per transaction. */
export interface FaultRates {
  readonly crashBeforeWrite: number;
  readonly crashAfterWrite: number;
  readonly storageFull: number;
  readonly noticeMissing: number;
  readonly noticeTwice: number;
  readonly noticeLate: number;
  readonly slowRead: number;
  readonly lockBroken: number;
  readonly requestDropped: number;
  readonly replyDropped: number;
  readonly requestTwice: number;
  readonly longDelay: number;
  readonly tooLargeReply: number;
  readonly pokeLost: number;
  readonly killBeforeCommit: number;
  readonly killAfterCommit: number;
  readonly sqliteBusy: number;
  readonly sqliteFull: number;
}

export interface SimConfig {
  readonly seed: number;
  /** Acts of people and of fate in the first phase. */
  readonly steps: number;
  readonly rates: FaultRates;
  /** Mean virtual time between two steps. */
  readonly stepMs: number;
  /** How far clocks of devices may be off and jump. */
  readonly clockOffMs: number;
  /** How it ends: after healing all tabs are closed and opened again, or word between tabs goes on being lost. */
  readonly ending: 'plain' | 'reopened' | 'deaf';
  readonly mutant: string | null;
  /** Whether backups are taken and put back. */
  readonly restores: boolean;
  /** When devices take snapshots and fold their pages. */
  readonly base: EngineLimits;
  /** How the server makes snapshots, and how much of the feed it keeps. */
  readonly snapshots: Pick<SnapshotLimits, 'chunkRows' | 'refreshRows' | 'keepMs' | 'feedRowsKept'>;
}

export const noFaults: FaultRates = {
  crashBeforeWrite: 0,
  crashAfterWrite: 0,
  storageFull: 0,
  noticeMissing: 0,
  noticeTwice: 0,
  noticeLate: 0,
  slowRead: 0,
  lockBroken: 0,
  requestDropped: 0,
  replyDropped: 0,
  requestTwice: 0,
  longDelay: 0,
  tooLargeReply: 0,
  pokeLost: 0,
  killBeforeCommit: 0,
  killAfterCommit: 0,
  sqliteBusy: 0,
  sqliteFull: 0,
};

const highest: FaultRates = {
  crashBeforeWrite: 0.02,
  crashAfterWrite: 0.02,
  storageFull: 0.06,
  noticeMissing: 0.3,
  noticeTwice: 0.3,
  noticeLate: 0.3,
  slowRead: 0.3,
  lockBroken: 0.5,
  requestDropped: 0.25,
  replyDropped: 0.25,
  requestTwice: 0.25,
  longDelay: 0.15,
  tooLargeReply: 0.1,
  pokeLost: 0.6,
  killBeforeCommit: 0.05,
  killAfterCommit: 0.05,
  sqliteBusy: 0.1,
  sqliteFull: 0.1,
};

export function configOf(seed: number, mutant: string | null = null): SimConfig {
  const random = seededRandom(BigInt(seed) * 2n + 1n);
  const rates = Object.fromEntries(
    Object.entries(highest).map(([name, most]) => [name, random.chance(0.55) ? most * (0.2 + 0.8 * random.next()) : 0]),
  ) as unknown as FaultRates;
  return {
    seed,
    steps: 200 + random.int(20),
    rates,
    stepMs: random.pick([400, 1_500, 4_000, 10_000]),
    clockOffMs: random.pick([0, 5_000, 7_200_000, 3 * 86_400_000]),
    ending: random.pick(['plain', 'reopened', 'deaf'] as const),
    mutant,
    restores: random.chance(0.5),
    base: {
      behindRowsMax: random.pick([5, 25, 2_000]),
      foldPagesMax: random.pick([1, 4, 16, 64]),
      chunkRows: 20,
    },
    snapshots: {
      chunkRows: 20,
      refreshRows: random.pick([0, 5, 40]),
      keepMs: random.pick([0, 60_000, 7 * 86_400_000]),
      feedRowsKept: random.pick([0, 10, Number.MAX_SAFE_INTEGER]),
    },
  };
}
