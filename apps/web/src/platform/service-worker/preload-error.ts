/**
 * A lazy part that cannot be fetched: an old page asks for a build that the server no longer has. Loading the page
 * again helps, once, online, and when nothing would be lost; otherwise the error panel says what happened.
 */
const mark = 'tidylab.reloaded-for-part';

export function reloadOnMissingPart(mayReload: () => boolean): void {
  addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || !mayReload() || sessionStorage.getItem(mark) !== null) return;
    sessionStorage.setItem(mark, '1');
    event.preventDefault();
    location.reload();
  });
  // A start that lasted this long was no loop.
  setTimeout(() => sessionStorage.removeItem(mark), 60_000);
}
