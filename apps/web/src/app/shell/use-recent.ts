import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { noteRecent } from '../../features/palette/index.ts';
import { localMemory } from '../../platform/preferences/local-memory.ts';
import { useLab } from '../../store/use-live.tsx';

/** Remembers the things that were opened, so that the palette offers them first. */
export function useRecent(): void {
  const { lab } = useLab();
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  useEffect(() => {
    if (pathname !== undefined) noteRecent(localMemory, lab.id, pathname);
  }, [lab.id, pathname]);
}
