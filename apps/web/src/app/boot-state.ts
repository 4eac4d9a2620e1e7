/** What the start of the app can end in. Expected outcomes are values here; anything else is a bug. */
import type { Result } from '@tidylab/domain/kernel/result';
import type { LabClient } from '../store/lab-client.ts';
import type { SyncControl } from '../sync/use-sync.tsx';

/** Who this browser profile last spoke for. `deviceId` is null until the server has given one. */
export interface Session {
  readonly personId: string;
  readonly deviceId: string | null;
}

export type BrokenCode = 'storage-lost' | 'storage-full' | 'newer-version';

export type BootState =
  /** The server has no lab yet. */
  | { readonly state: 'setup' }
  /** Nobody is signed in on this device. `knownLab` when it holds a lab's data or unsent changes. */
  | { readonly state: 'signed-out'; readonly knownLab?: string }
  /** Work can start, online or not. */
  | { readonly state: 'ready'; readonly client: LabClient; readonly sync: SyncControl; readonly session: Session }
  /** The device's own storage cannot be used; nothing was deleted. `unsent` when it could still be counted. */
  | { readonly state: 'broken'; readonly code: BrokenCode; readonly unsent?: number };

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** `wrong-login` never says which of the two was wrong. `slow-down`: too many tries. */
export type SignInCode = 'wrong-login' | 'slow-down' | 'offline' | 'server';

export interface SetUpForm {
  /** From the terminal that started the server, or the `code` of the address it printed. */
  readonly code: string;
  readonly labName: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly personName: string;
  readonly login: string;
  readonly password: string;
  readonly contents: 'example' | 'empty';
}

export type SetUpCode = 'wrong-code' | 'already-set-up' | 'weak-password' | 'invalid' | 'slow-down' | 'offline' | 'server';

/** The face of `boot.ts`, so that screens can be given a different one in tests. */
export interface Boot {
  boot(): Promise<BootState>;
  signIn(credentials: Credentials): Promise<Result<BootState, SignInCode>>;
  setUp(form: SetUpForm): Promise<Result<BootState, SetUpCode>>;
  signOut(): Promise<BootState>;
}
