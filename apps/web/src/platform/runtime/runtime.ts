/** Clock, timers, randomness and locks of the browser. */
export const browserClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

export const browserTimers = {
  after(ms: number, run: () => void): () => void {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

export const browserLocks = {
  async exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
    return (await navigator.locks.request(name, work)) as T;
  },
  async shared<T>(name: string, work: () => Promise<T>): Promise<T> {
    return (await navigator.locks.request(name, { mode: 'shared' }, work)) as T;
  },
};

/** Messages between the tabs of this profile; a tab does not hear itself. */
export function tabChannel<T>(name: string): {
  publish(message: T): void;
  listen(heard: (message: T) => void): () => void;
} {
  const channel = new BroadcastChannel(name);
  return {
    publish: (message) => channel.postMessage(message),
    listen(heard) {
      channel.onmessage = (event: MessageEvent<T>) => heard(event.data);
      return () => channel.close();
    },
  };
}

/** A time that survives a restart. Losing it loses a sentence on the screen and nothing else. */
export function rememberedTime(name: string): { contactMs(): number | null; remember(contactMs: number): void } {
  return {
    contactMs() {
      const text = localStorage.getItem(name);
      return text !== null && /^\d{1,16}$/.test(text) ? Number(text) : null;
    },
    remember: (contactMs) => localStorage.setItem(name, String(Math.floor(contactMs))),
  };
}
