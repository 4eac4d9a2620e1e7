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
