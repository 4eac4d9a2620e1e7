/** What the app can do for a person's account; the composition root hands it down. */
import type { Result } from '@tidylab/domain/kernel/result';
import { createContext, useContext } from 'react';

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** `wrong-login` never says which of the two was wrong. `slow-down`: too many tries. */
export type SignInCode = 'wrong-login' | 'slow-down' | 'offline' | 'server';

export interface Account {
  /** The lab this device holds, when somebody was signed in before. */
  readonly knownLab: string | null;
  /** On success the app moves on by itself. */
  signIn(credentials: Credentials): Promise<Result<void, SignInCode>>;
  signOut(): Promise<void>;
}

export const AccountContext = createContext<Account | null>(null);

export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (!account) throw new Error('assertion failed: useAccount needs an AccountContext above it');
  return account;
}
