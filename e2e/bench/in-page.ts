/** What is measured inside the page. These functions run in the browser: they use nothing from outside themselves. */

export interface Start {
  /** From the beginning of the navigation, ms. */
  readonly usableMs: number;
  readonly longestTaskMs: number;
}

declare global {
  interface Window {
    benchStart: Promise<Start>;
    benchScans: { readonly shownMs: number; readonly commitMs: number }[];
  }
}

/** Notes when the first row of the list of items has been painted, and the longest task until then. */
export function watchStart(): void {
  let longestTaskMs = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  tasks.observe({ type: 'longtask', buffered: true });
  window.benchStart = new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('tbody tr[data-index] td')?.textContent === undefined) return;
      changes.disconnect();
      // After the next frame has been made, the row is on the screen.
      requestAnimationFrame(() => setTimeout(() => resolve({ usableMs: performance.now(), longestTaskMs })));
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true });
  });
}

/**
 * Measures scans: from the Enter that ends a code to the frame that says "Saved on this device", and of that the
 * strict transaction of the outbox, from its beginning to its end on disk.
 */
export function watchScans(saved: string): void {
  window.benchScans = [];
  let enteredMs: number | null = null;
  let commitMs = 0;
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const transaction = begin.call(this, names, mode, options);
    if (options?.durability === 'strict' && mode === 'readwrite' && enteredMs !== null) {
      const startMs = performance.now();
      transaction.addEventListener('complete', () => void (commitMs += performance.now() - startMs));
    }
    return transaction;
  };
  // On the window and before the app is there: the app keeps a scanner's keys from everybody after it.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter') return;
      enteredMs = event.timeStamp;
      commitMs = 0;
    },
    true,
  );
  const look = (): void => {
    const said = document.querySelector('[data-testid="scan-announcer"]')?.textContent ?? '';
    const panel = document.querySelector('[data-testid="scan-result"]')?.textContent ?? '';
    if (enteredMs === null || commitMs === 0 || !said.includes(saved) || !panel.includes(saved)) return;
    const startMs = enteredMs;
    const ofWhichMs = commitMs;
    enteredMs = null;
    requestAnimationFrame(() =>
      setTimeout(() => window.benchScans.push({ shownMs: performance.now() - startMs, commitMs: ofWhichMs })),
    );
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Stores segments in a database of their own. */
export async function storeSegments(segments: readonly string[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench-segments', 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore('segment', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
  });
  const transaction = db.transaction('segment', 'readwrite');
  for (const text of segments) transaction.objectStore('segment').add(text);
  await new Promise<void>((resolve) => (transaction.oncomplete = () => resolve()));
  db.close();
}

/** Opens that database, reads every segment into a Map, and says how many ms that took and how many parts there are. */
export async function hydrateSegments(): Promise<{ ms: number; parts: number }> {
  const startMs = performance.now();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench-segments', 1);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
  });
  const reading = db.transaction('segment').objectStore('segment').getAll();
  const texts = await new Promise<string[]>(
    (resolve) => (reading.onsuccess = () => resolve(reading.result as string[])),
  );
  const parts = new Map<string, unknown>();
  for (const text of texts)
    for (const { kind, key, value } of JSON.parse(text) as { kind: string; key: string; value: unknown }[])
      parts.set(`${kind} ${key}`, value);
  db.close();
  return { ms: performance.now() - startMs, parts: parts.size };
}

/** Milliseconds of strict transactions of one put each. */
export async function strictPuts(times: number): Promise<number[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench-puts', 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore('row', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
  });
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const startMs = performance.now();
    const transaction = db.transaction('row', 'readwrite', { durability: 'strict' });
    transaction.objectStore('row').put({ data: 'x'.repeat(900) });
    await new Promise<void>((resolve) => (transaction.oncomplete = () => resolve()));
    taken.push(performance.now() - startMs);
  }
  db.close();
  return taken;
}
