/** The scan session of this tab: state of the interface, gone with the page, but for the tray. */
import { create } from 'zustand';
import type { ScanMode } from './core/modes.ts';
import { emptySession, type ScanSession } from './core/session.ts';
import type { WaitingCode } from './core/tray.ts';

export const sessionStore = create<ScanSession>(() => emptySession);

export const useSessionState = <T>(select: (session: ScanSession) => T): T => sessionStore(select);

let owner = '';

/** Starts anew for another person or lab; the same one finds the session as it was left. `tray` and `mode` are read from the device. */
export function beginSession(of: string, tray: readonly WaitingCode[], mode: ScanMode): void {
  if (of === owner) return;
  owner = of;
  sessionStore.setState({ ...emptySession, tray, mode }, true);
}
