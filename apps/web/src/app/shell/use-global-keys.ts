import { useEffect } from 'react';
import { useAppState } from '../boot-store.ts';

/** Letters typed into a field, or into a dialog, are text. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null);

/** A scanner that types is faster than any hand: a letter is a command only when nothing follows it at once. */
const scannerGapMs = 60;

/** `/` goes to the search field of the screen, `s` opens Scan. */
export function useGlobalKeys(navigate: (to: { to: string }) => unknown): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent): void => {
      clearTimeout(waiting);
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented || isTyping(event.target)) return;
      if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('#main [type="search"]');
        if (!search) return;
        event.preventDefault();
        search.focus();
      }
      if (event.key === 's' && useAppState.getState().state === 'ready') {
        waiting = setTimeout(() => navigate({ to: '/scan' }), scannerGapMs);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener('keydown', onKey);
    };
  }, [navigate]);
}
