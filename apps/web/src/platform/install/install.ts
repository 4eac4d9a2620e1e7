/** Whether the app runs installed, and the browser's own offer to install it. Call early: the offer comes once. */
type State = 'installed' | 'offered' | 'by-hand';

/** Chromium's event, in no standard. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

export interface Install {
  get(): State;
  subscribe(listener: () => void): () => void;
  prompt(): Promise<void>;
  readonly isAppleTouch: boolean;
}

const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone), (display-mode: window-controls-overlay)').matches ||
  (navigator as { standalone?: boolean }).standalone === true;

export function watchInstall(): Install {
  const listeners = new Set<() => void>();
  let offer: InstallOffer | null = null;
  let installed = isInstalled();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    tell();
  });
  addEventListener('appinstalled', () => {
    installed = true;
    offer = null;
    tell();
  });
  return {
    get: () => (installed ? 'installed' : offer ? 'offered' : 'by-hand'),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async prompt() {
      const asked = offer;
      offer = null;
      await asked?.prompt();
      tell();
    },
    isAppleTouch:
      /iPad|iPhone|iPod/.test(navigator.userAgent) ||
      (navigator.userAgent.includes('Mac') && navigator.maxTouchPoints > 1),
  };
}
