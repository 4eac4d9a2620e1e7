/**
 * A lazy part that cannot be fetched: an old page asks for a build that the server no longer has. Loading the page
 * again helps, once, when nothing would be lost and when the server really answers; without it the browser would put
 * its own error page in place of the app. Until then, and otherwise, the error panel says what happened.
 */
const mark = 'tidylab.reloaded-for-part';

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/livez', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function reloadOnce(mayReload: () => boolean): Promise<void> {
  if (sessionStorage.getItem(mark) !== null || !(await serverAnswers()) || !mayReload()) return;
  sessionStorage.setItem(mark, '1');
  location.reload();
}

export function reloadOnMissingPart(mayReload: () => boolean): void {
  addEventListener('vite:preloadError', () => void reloadOnce(mayReload));
  // A start that lasted this long was no loop.
  setTimeout(() => sessionStorage.removeItem(mark), 60_000);
}
