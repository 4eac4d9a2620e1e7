/**
 * Keys that do something on every screen: `/` goes to the search field, `s` opens Scan. They hang on the wedge
 * listener's lone keys, so that the first character of a scan is never taken for one.
 */
const layers = '[role="dialog"], [role="menu"], [role="listbox"]';

export function runShortcut(key: string, open: (path: string) => void): void {
  // An open menu or dialog has its own use for letters.
  if (document.activeElement?.closest(layers)) return;
  if (key === '/') document.querySelector<HTMLElement>('#main [type="search"]')?.focus();
  if (key === 's') open('/scan');
}
