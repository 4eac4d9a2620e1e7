/** What the start of the app can end in. Expected outcomes are values here; anything else is a bug. */
import type { Invitation, JoinCode } from '../features/people/index.ts';
import type { SetUpCode, SetUpForm } from '../features/setup/index.ts';
import type { Credentials, SignInCode } from '../features/sign-in/index.ts';
import type { LabClient } from '../store/lab-client.ts';
import type { SyncControl } from '../sync/use-sync.tsx';

export type { Credentials, Invitation, JoinCode, SetUpCode, SetUpForm, SignInCode };

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
