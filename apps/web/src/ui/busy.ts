/**
 * Who must not be interrupted: a scan session, a form with changes. The bar that offers a new version stays away
 * while anyone is registered here.
 */
import { useEffect } from 'react';
import { create } from 'zustand';

interface BusyState {
  readonly holders: ReadonlyMap<symbol, string>;
}

export const busyStore = create<BusyState>(() => ({ holders: new Map() }));

/** Registers until the returned function is called. `what` is for people who debug. */
export function holdBusy(what: string): () => void {
  const key = Symbol(what);
  busyStore.setState(({ holders }) => ({ holders: new Map(holders).set(key, what) }));
  return () =>
    busyStore.setState(({ holders }) => {
      const left = new Map(holders);
      left.delete(key);
      return { holders: left };
    });
}

/** Busy while the component is mounted and `active` is true. */
export function useBusy(active: boolean, what: string): void {
  useEffect(() => (active ? holdBusy(what) : undefined), [active, what]);
}

export const isBusy = (): boolean => busyStore.getState().holders.size > 0;
export const useIsBusy = (): boolean => busyStore((state) => state.holders.size > 0);
