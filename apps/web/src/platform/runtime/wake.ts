/**
 * Everything that suggests an exchange may be worth trying: the server's pokes, the network coming back, the person
 * coming back. All of them are hints; what counts is whether the exchange succeeds.
 */
const reopenMs = 30_000;

export function listenForPokes(path: string, poked: () => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(path);
    source.onmessage = poked;
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, reopenMs);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

export function listenForReturn(returned: () => void): () => void {
  const visible = (): void => {
    if (document.visibilityState === 'visible') returned();
  };
  window.addEventListener('online', returned);
  window.addEventListener('focus', returned);
  document.addEventListener('visibilitychange', visible);
  return () => {
    window.removeEventListener('online', returned);
    window.removeEventListener('focus', returned);
    document.removeEventListener('visibilitychange', visible);
  };
}
