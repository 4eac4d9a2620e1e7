/** What was saved last and about which record, so that the record's own screen can say so and offer to take it back. */
import type { Result } from '@tidylab/domain/kernel/result';
import { create } from 'zustand';

export interface Saved {
  readonly n: number;
  /** The record whose screen says it. */
  readonly about: string;
  readonly text: string;
  /** Takes it back; null: that is done elsewhere. */
  readonly undo: (() => Promise<Result<unknown>>) | null;
  /** What is said when it was taken back; null: the usual words. */
  readonly undone: string | null;
}

export const useSaved = create<{ readonly saved: Saved | null }>(() => ({ saved: null }));

let count = 0;

export function announceSaved(
  about: string,
  text: string,
  undo: Saved['undo'] = null,
  undone: string | null = null,
): void {
  useSaved.setState({ saved: { n: ++count, about, text, undo, undone } });
}
