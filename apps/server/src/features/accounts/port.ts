/** What the server asks of the place where accounts are kept. */
import type { Role } from '@tidylab/domain/permissions/permissions';
import type { RoleOf } from '../../sync/ports.ts';

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  /** Unix ms; null while the person may come in. */
  readonly disabledAt: number | null;
}

export interface LabEntry {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Nothing in it is real, and one tap removes it. */
  readonly demo: boolean;
}

export interface Membership {
  readonly lab: LabEntry;
  readonly role: Role;
}

export interface NewMember {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: Role;
}

export interface Founding {
  readonly lab: LabEntry;
  readonly members: readonly NewMember[];
  /** Hash of the setup code that is used up by it; none when a scenario is loaded. */
  readonly codeHash?: string;
  readonly nowMs: number;
}

export interface AccountsStore {
  labs(): readonly LabEntry[];
  accountByLogin(login: string): Account | undefined;
  accountById(id: string): Account | undefined;
  /** The person's lab; the oldest when there are several. */
  membershipOf(accountId: string): Membership | undefined;
  roleOf: RoleOf;
  /** The hash of the code that sets up this server, if one is waiting. */
  waitingSetupCode(): string | undefined;
  /** A new code makes every earlier one worthless. */
  replaceSetupCode(hash: string, nowMs: number): void;
  /** The lab, its first members and the end of the setup code, in one transaction. */
  found(founding: Founding): 'founded' | 'already-set-up' | 'code-used';
  /** Ends a demo lab with its accounts and sessions, in one transaction; false when it is none. */
  endDemo(labId: string): boolean;
}
