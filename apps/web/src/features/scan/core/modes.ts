/** The five modes of the loop, and the printed cards that choose one without touching the glass. */

/** In the order of the bar. */
export const scanModes = ['look', 'receive', 'use', 'move', 'count'] as const;
export type ScanMode = (typeof scanModes)[number];

export const isMode = (text: unknown): text is ScanMode => scanModes.some((mode) => mode === text);

export type Command = { readonly kind: 'mode'; readonly mode: ScanMode } | { readonly kind: 'undo' };

/** What a command card says; undefined: it is no card. Cards are the lab's own, so letters may come in any case. */
export function parseCommand(text: string): Command | undefined {
  const [, verb, mode, ...rest] = text.trim().toLowerCase().split(':');
  if (!text.trim().toLowerCase().startsWith('tidylab:') || rest.length > 0) return undefined;
  if (verb === 'undo' && mode === undefined) return { kind: 'undo' };
  return verb === 'mode' && isMode(mode) ? { kind: 'mode', mode } : undefined;
}
