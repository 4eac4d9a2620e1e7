import { lazy, Suspense, useEffect } from 'react';
import type { PaletteCommand } from './command.ts';
import type { RecentMemory } from './recent.ts';
import { closePalette, openPalette, paletteStore } from './store.ts';

const PaletteDialog = lazy(() => import('./parts/palette-dialog.tsx'));

const isPaletteKey = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;

function usePaletteKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      if (paletteStore.getState().opened) closePalette();
      else openPalette();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

interface PaletteHostProps {
  readonly commands: () => readonly PaletteCommand[];
  readonly memory: RecentMemory;
}

export function PaletteHost({ commands, memory }: PaletteHostProps) {
  usePaletteKey();
  const { opened, wanted } = paletteStore();
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog opened={opened} onClose={closePalette} commands={commands} memory={memory} />
    </Suspense>
  );
}
