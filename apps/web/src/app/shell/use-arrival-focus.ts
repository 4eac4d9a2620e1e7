import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * After a navigation the focus goes to the new screen's heading, so that it is read out and the next Tab goes on from
 * there; or to its search field where the link asked for that. What the screen itself focused stays.
 */
export function useArrivalFocus(): void {
  const arrived = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation });
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (!arrived) return;
    const before = last.current;
    last.current = arrived.pathname;
    if (before === null || before === arrived.pathname) return;
    const main = document.getElementById('main');
    const search = arrived.state.focusSearch ? main?.querySelector<HTMLElement>('[type="search"]') : null;
    if (search) search.focus();
    else if (!main?.contains(document.activeElement) || document.activeElement === main) {
      main?.querySelector('h1')?.focus({ preventScroll: true });
    }
  }, [arrived]);
}
