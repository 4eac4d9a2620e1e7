import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a navigation the focus goes to the new screen's heading, so that it is read out and the next Tab goes on from
 * there; or to its search field where the link asked for that. What the screen itself focused stays.
 */
export function useArrivalFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const main = document.getElementById('main');
        const search = toLocation.state.focusSearch ? main?.querySelector<HTMLElement>('[type="search"]') : null;
        if (search) search.focus();
        else if (!main?.contains(document.activeElement)) main?.querySelector('h1')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
