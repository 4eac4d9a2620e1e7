/** Whether the palette is open. One for the tab, so that a key, a button and a link can open it. */
import { create } from 'zustand';
import { isAsking } from '../scan/index.ts';

interface PaletteState {
  readonly opened: boolean;
  /** Once opened, its code stays. */
  readonly wanted: boolean;
}

export const paletteStore = create<PaletteState>(() => ({ opened: false, wanted: false }));

/** Nothing covers a scan session's question. */
export function openPalette(): void {
  if (!isAsking()) paletteStore.setState({ opened: true, wanted: true });
}

export const closePalette = (): void => paletteStore.setState({ opened: false });
