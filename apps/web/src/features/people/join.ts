/** Joining with a one-time code; the composition root hands it down. */
import type { Result } from '@tidylab/domain/kernel/result';
import { createContext, useContext } from 'react';
import type { PasswordFault } from '../setup/index.ts';

/** Whose code it is. */
export interface Invitation {
  readonly name: string;
  readonly login: string;
  readonly lab: string;
}

export type JoinCode = 'wrong-code' | PasswordFault | 'slow-down' | 'offline' | 'server';

export interface Joining {
  /** Who is signed in on this device already; null at a door. */
  readonly signedInAs: string | null;
  look(code: string): Promise<Result<Invitation, JoinCode>>;
  /** On success the person is signed in. */
  join(code: string, password: string): Promise<Result<void, JoinCode>>;
}

export const JoiningContext = createContext<Joining | null>(null);

export function useJoining(): Joining {
  const joining = useContext(JoiningContext);
  if (!joining) throw new Error('assertion failed: useJoining needs a JoiningContext above it');
  return joining;
}
