/**
 * The copies that a server makes by itself: one every interval, verified, thinned out with time. The clock is looked at
 * again and again rather than waited for once, so a computer that slept or whose clock was set makes its copy all the
 * same.
 */
import { config } from '../../config.ts';
import type { Deps } from '../../platform/deps.ts';
import { toKeep } from './keep.ts';
import { type Copy, copiesIn, discard, sweep } from './shelf.ts';

/** Makes and shelves one copy; runs outside the event loop of the server. Throws when it could not. */
export type MakeCopy = (nowMs: number) => Promise<Copy>;

export interface CopiesView {
  /** Newest first. */
  readonly copies: readonly Copy[];
  readonly making: boolean;
  /** When the next one is due, Unix ms. */
  readonly next: number;
  /** Why the last try failed; null after one that worked. */
  readonly failure: { readonly at: number; readonly reason: string } | null;
}

export interface Copies {
  view(): CopiesView;
  /** Makes one now; when one is being made already, that is the one. */
  make(): Promise<void>;
  /** Makes one when it is due. */
  tick(): void;
  /** Of a demo lab that was removed nothing is kept. */
  discardAll(): void;
  /**
   * The highest seq of a lab that a verified copy holds, 0 when none does.
   * @param chainAt the hash chain of the lab's feed as it is now: a copy of another history does not count.
   */
  safeSeq(lab: string, chainAt: (seq: number) => string | undefined): number;
}

export interface CopiesOptions {
  readonly folder: string;
  readonly deps: Deps;
  readonly makeCopy: MakeCopy;
  readonly everyMs?: number;
}

export function createCopies({ folder, deps, makeCopy, everyMs = config.copyEveryMs }: CopiesOptions): Copies {
  const { clock, log } = deps;
  const startedAt = clock.now();
  sweep(folder, startedAt);
  let copies = copiesIn(folder);
  let failure: CopiesView['failure'] = null;
  let making: Promise<void> | undefined;

  const next = (): number => {
    if (failure !== null) return failure.at + Math.min(everyMs, config.copyRetryMs);
    const [last] = copies;
    return last === undefined ? startedAt + Math.min(everyMs, config.copyFirstMs) : last.madeAt + everyMs;
  };
  // A copy from the future was made before the clock was set back; waiting for it would stop copies for as long.
  const isDue = (): boolean => clock.now() >= next() || (copies[0]?.madeAt ?? 0) > clock.now() + everyMs;

  const thin = (): void => {
    const keep = toKeep(
      copies.map(({ madeAt }) => madeAt),
      config.copiesKept,
    );
    for (const { name, madeAt } of copies) if (!keep.has(madeAt)) discard(folder, name);
    copies = copiesIn(folder);
  };

  const makeOne = async (): Promise<void> => {
    try {
      const { name, bytes, differences } = await makeCopy(clock.now());
      failure = null;
      log.info({ name, bytes, differences }, 'copy made');
      if (differences > 0) log.error({ name, differences }, 'the data differs from its ledger; run tidylab verify');
    } catch (error) {
      failure = { at: clock.now(), reason: error instanceof Error ? error.message : String(error) };
      log.error({ reason: failure.reason }, 'no copy could be made');
    }
    copies = copiesIn(folder);
    if (failure === null) thin();
  };

  const make = (): Promise<void> => {
    making ??= makeOne().finally(() => {
      making = undefined;
    });
    return making;
  };

  return {
    view: () => ({ copies, making: making !== undefined, next: next(), failure }),
    make,
    tick: () => {
      if (making === undefined && isDue()) void make();
    },
    discardAll() {
      for (const { name } of copies) discard(folder, name);
      copies = copiesIn(folder);
    },
    safeSeq(lab, chainAt) {
      let safe = 0;
      for (const { differences, labs } of copies) {
        const held = differences === 0 ? labs.find(({ id }) => id === lab) : undefined;
        if (held && held.head > safe && chainAt(held.head) === held.chain) safe = held.head;
      }
      return safe;
    },
  };
}
