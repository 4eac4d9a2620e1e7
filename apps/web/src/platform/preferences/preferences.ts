/** What a person chose on this device. Kept in localStorage, so that the look is known before anything is drawn. */
import { create } from 'zustand';
import { localMemory } from './local-memory.ts';

export interface Preferences {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly sounds: boolean;
  readonly hand: 'right' | 'left';
  readonly language: 'auto' | 'en' | 'de';
}

const preferencesKey = 'tidylab.preferences';

const defaults: Preferences = { theme: 'auto', sounds: true, hand: 'right', language: 'auto' };

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((choice) => choice === value) ?? otherwise;

/** Reads what an earlier version or a person's own hand may have written: what is not understood is the default. */
export function parsePreferences(text: string | null): Preferences {
  let held: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) held = parsed as Record<string, unknown>;
  } catch {
    return defaults;
  }
  return {
    theme: oneOf(held['theme'], ['auto', 'light', 'dark'], defaults.theme),
    sounds: typeof held['sounds'] === 'boolean' ? held['sounds'] : defaults.sounds,
    hand: oneOf(held['hand'], ['right', 'left'], defaults.hand),
    language: oneOf(held['language'], ['auto', 'en', 'de'], defaults.language),
  };
}

const store = create<Preferences>(() => parsePreferences(localMemory.read(preferencesKey)));

export const preferences = {
  get: (): Preferences => store.getState(),
  subscribe: (listener: () => void): (() => void) => store.subscribe(listener),
  change(part: Partial<Preferences>): void {
    store.setState(part);
    localMemory.write(preferencesKey, JSON.stringify(store.getState()));
  },
};
