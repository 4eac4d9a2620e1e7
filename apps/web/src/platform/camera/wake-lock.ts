/**
 * Keeps the screen on while something is open. The system takes the lock away whenever the page is hidden, so it is
 * asked for again when the page comes back. Where there is no wake lock, or it is refused (battery saver), nothing happens.
 */

/** Holds the lock until the returned function is called. */
export const keepScreenOn = (): (() => void) => {
  let sentinel: WakeLockSentinel | undefined;
  let isReleased = false;

  const request = async (): Promise<void> => {
    if (isReleased || document.hidden || !('wakeLock' in navigator)) return;
    const taken = await navigator.wakeLock.request('screen').catch(() => undefined);
    // Released while the request was under way.
    if (isReleased) await taken?.release();
    else sentinel = taken;
  };
  const onVisibility = (): void => void request();

  document.addEventListener('visibilitychange', onVisibility);
  void request();
  return () => {
    isReleased = true;
    document.removeEventListener('visibilitychange', onVisibility);
    void sentinel?.release().catch(() => undefined);
  };
};
