/**
 * Around the whole signed-in app: one scanner for the lab of this tab, and an ear for keyboard-wedge scanners on every
 * screen. On /scan a scan is one of the loop; elsewhere it is a look, never a movement, and leads to what was found.
 */
import { useRouter } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useContext, useEffect, useMemo } from 'react';
import { useLab } from '../../store/use-live.tsx';
import { isBusy } from '../../ui/busy.ts';
import { dayIn } from '../../ui/calendar.ts';
import { type Device, useDevice } from '../../ui/device.tsx';
import type { LabClient } from '../../store/lab-client.ts';
import type { Decision } from './core/decision.ts';
import { isMode } from './core/modes.ts';
import type { Scanner } from './core/scanner.ts';
import { parseTray } from './core/tray.ts';
import type { ScanPorts } from './ports.ts';
import { beginSession, sessionStore } from './session-store.ts';

/** The rules of the scan are fetched after the first screen, so that they do not make it wait. */
interface Scan {
  readonly scanner: () => Promise<Scanner>;
  readonly ports: ScanPorts;
}

const ScanContext = createContext<Scan | null>(null);

/** Waits, as a lazy screen does, until the scanner is there. */
export function useScan(): { readonly scanner: Scanner; readonly ports: ScanPorts } {
  const scan = useContext(ScanContext);
  if (!scan) throw new Error('assertion failed: useScan needs ScanEverywhere above it');
  return { scanner: use(scan.scanner()), ports: scan.ports };
}

/** After the first screen has painted and its own parts are there. */
const idleMs = 1_500;
const modeKey = 'tidylab.scan-mode';
const trayKey = (labId: string): string => `tidylab.tray.${labId}`;

function scannerOf(client: LabClient, ports: ScanPorts, device: Device): () => Promise<Scanner> {
  let made: Promise<Scanner> | null = null;
  const make = async (): Promise<Scanner> => {
    const { Scanner } = await import('./core/scanner.ts');
    return new Scanner({
      client,
      store: sessionStore,
      today: () => dayIn(client.now(), client.lab.timeZone),
      signal: (tone) => ports.feedback.signal(tone, { muted: !device.preferences.get().sounds, vibrate: true }),
      report: reportError,
    });
  };
  return () => (made ??= make());
}

/** A session belongs to one person in one lab; the tray to the lab on this device. */
function useSession({ lab, me }: LabClient, { memory }: ScanPorts): void {
  useEffect(() => {
    const mode = memory.read(modeKey);
    beginSession(`${lab.id} ${me.id}`, parseTray(memory.read(trayKey(lab.id))), isMode(mode) ? mode : 'use');
    return sessionStore.subscribe((now, before) => {
      if (now.mode !== before.mode) memory.write(modeKey, now.mode);
      if (now.tray !== before.tray) memory.write(trayKey(lab.id), JSON.stringify(now.tray));
    });
  }, [lab.id, me.id, memory]);
}

/** Where a look leads; null: to /scan, where it is asked or kept. */
export function addressOf(decision: Decision): string | null {
  if (decision.kind === 'place') return `/locations/${decision.placeId}`;
  return decision.kind === 'look' ? `/${decision.target.kind}s/${decision.target.id}` : null;
}

export function ScanEverywhere({ ports, children }: { ports: ScanPorts; children: ReactNode }) {
  const client = useLab();
  const device = useDevice();
  const router = useRouter();
  const scan = useMemo(() => ({ scanner: scannerOf(client, ports, device), ports }), [client, ports, device]);
  useSession(client, ports);
  useEffect(() => {
    const idle = setTimeout(() => void scan.scanner().catch(reportError), idleMs);
    return () => clearTimeout(idle);
  }, [scan]);
  useEffect(() => {
    const hear = (scanner: Scanner, text: string): void => {
      const code = { text, symbology: null, via: 'wedge' } as const;
      if (router.state.location.pathname === '/scan') return scanner.scan(code);
      // A scan must not throw away a form that somebody is filling in.
      if (isBusy())
        return ports.feedback.signal('attention', { muted: !device.preferences.get().sounds, vibrate: true });
      // A command card means the same wherever it is scanned; a mode is one of the loop.
      const command = scanner.obey(code);
      if (command) return command.kind === 'mode' ? void router.navigate({ to: '/scan' }) : undefined;
      const to = addressOf(scanner.lookUp(code));
      if (to === null) scanner.choose({ type: 'mode', mode: 'look' });
      return void router.navigate({ to: to ?? '/scan' });
    };
    return ports.listenForWedge((text) => void scan.scanner().then((scanner) => hear(scanner, text), reportError));
  }, [ports, router, scan, device]);
  return <ScanContext value={scan}>{children}</ScanContext>;
}
