/** The public face of the command palette. Its dialog is fetched when it is first opened. */
export type { PaletteCommand } from './command.ts';
export { PaletteHost } from './palette-host.tsx';
export { noteRecent } from './recent.ts';
export { openPalette } from './store.ts';
