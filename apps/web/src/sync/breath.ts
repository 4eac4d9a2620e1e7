/** Long work in slices: the screen gets its turn in between (SPEC S6). */
import type { Clock, Timers } from './ports.ts';

const sliceMsMax = 40;

/** Answers at once until a slice is used up, and then when the screen had its turn. */
export type Breath = () => Promise<void>;

export function breathing({ clock, timers }: { readonly clock: Clock; readonly timers: Timers }): Breath {
  let since = clock.monotonic();
  return async () => {
    if (clock.monotonic() - since < sliceMsMax) return;
    await new Promise<void>((resolve) => void timers.after(0, resolve));
    since = clock.monotonic();
  };
}
