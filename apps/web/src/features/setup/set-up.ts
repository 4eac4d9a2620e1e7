/** Making the lab; the composition root hands it down. */
import type { Result } from '@tidylab/domain/kernel/result';
import { createContext, useContext } from 'react';

export interface SetUpForm {
  /** From the terminal that started the server, or the `code` of the address it printed. */
  readonly code: string;
  readonly labName: string;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly personName: string;
  readonly login: string;
  readonly password: string;
  readonly contents: 'demo' | 'empty';
}

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-too-common' | 'password-names-you';

export type SetUpCode =
  | 'wrong-code'
  | 'already-set-up'
  | PasswordFault
  | 'invalid'
  | 'slow-down'
  | 'offline'
  | 'server';

/** On success the app moves on by itself. */
export type SetUp = (form: SetUpForm) => Promise<Result<void, SetUpCode>>;

export const SetUpContext = createContext<SetUp | null>(null);

export function useSetUp(): SetUp {
  const setUp = useContext(SetUpContext);
  if (!setUp) throw new Error('assertion failed: useSetUp needs a SetUpContext above it');
  return setUp;
}
