/** What the rest of the app may ask of the scan session of this tab. */
import { type ScanMode, scanModes } from './core/modes.ts';
import { reduceSession } from './core/session.ts';
import { sessionStore } from './session-store.ts';

export { scanModes, type ScanMode };

export const chooseMode = (mode: ScanMode): void =>
  sessionStore.setState((session) => reduceSession(session, { type: 'mode', mode }));

/** The newest scan waits for an answer: nothing may cover it. */
export const isAsking = (): boolean => sessionStore.getState().recent[0]?.outcome.kind === 'asking';
