/** What screens know of the device they run on, and what they may ask of it. The app wires it to the browser. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';

export interface Preferences {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly sounds: boolean;
  /** Which hand holds the phone: primary buttons move to that side. */
  readonly hand: 'right' | 'left';
  /** `auto`: as the browser says. */
  readonly language: 'auto' | 'en' | 'de';
}

export interface Subscribable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

export interface StorageReport {
  /** Bytes; null where the browser does not say. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** True when the browser promised not to clear it; null where it cannot be asked. */
  readonly persisted: boolean | null;
}

/** `installed`: runs as an app. `offered`: one tap installs it. `by-hand`: only through the browser's own menu. */
export type InstallState = 'installed' | 'offered' | 'by-hand';

export interface Device {
  readonly version: string;
  readonly preferences: Subscribable<Preferences> & { change(part: Partial<Preferences>): void };
  readonly storage: {
    read(): Promise<StorageReport>;
    /** Asks the browser to keep the data; the report after its answer. */
    askToKeep(): Promise<StorageReport>;
  };
  readonly install: Subscribable<InstallState> & { prompt(): Promise<void>; readonly isAppleTouch: boolean };
}

const DeviceContext = createContext<Device | null>(null);

export function DeviceProvider({ device, children }: { device: Device; children: ReactNode }) {
  return <DeviceContext value={device}>{children}</DeviceContext>;
}

export function useDevice(): Device {
  const device = useContext(DeviceContext);
  if (!device) throw new Error('assertion failed: useDevice needs a DeviceProvider above it');
  return device;
}

export const useSubscribable = <T,>(source: Subscribable<T>): T =>
  useSyncExternalStore(
    (listener) => source.subscribe(listener),
    () => source.get(),
  );

export const usePreferences = (): Preferences => useSubscribable(useDevice().preferences);
