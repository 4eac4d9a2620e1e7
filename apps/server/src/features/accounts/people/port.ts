/** What the administration of people asks of the place where accounts are kept. Times are Unix ms. */
import type { Role } from '@tidylab/domain/permissions/permissions';
import type { LabEntry, Membership } from '../port.ts';

export interface PersonEntry {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** False until the person has chosen a password. */
  readonly joined: boolean;
  /** Until when a one-time code waits for them; null: none does. */
  readonly codeUntil: number | null;
}

export type PeopleEvent = 'added' | 'role' | 'disabled' | 'enabled' | 'code' | 'joined' | 'lab';

export interface AuditEntry {
  readonly at: number;
  /** Who did it, to whom, and what. */
  readonly byId: string;
  readonly aboutId: string;
  readonly what: PeopleEvent;
  readonly detail: string;
}

export interface Deed {
  readonly labId: string;
  readonly byId: string;
  readonly nowMs: number;
}

export interface OneTimeCode {
  readonly hash: string;
  readonly expiresAt: number;
}

export interface NewPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

/** Who a code is for. */
export interface Invited {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly membership: Membership;
  /** True when this is about another password, not about the first. */
  readonly joined: boolean;
}

/** Each method that changes something writes its line of the history in the same transaction. */
export interface PeopleStore {
  list(labId: string): readonly PersonEntry[];
  /** Newest first. */
  history(labId: string, max: number): readonly AuditEntry[];
  add(deed: Deed, person: NewPerson, code: OneTimeCode): 'added' | 'login-taken';
  setRole(deed: Deed, id: string, role: Role): 'done' | 'not-found' | 'last-admin';
  setDisabled(deed: Deed, id: string, disabled: boolean): 'done' | 'not-found' | 'last-admin';
  /** The code before it is worth nothing from now on. */
  giveCode(deed: Deed, id: string, code: OneTimeCode): 'done' | 'not-found';
  /** The person of a code that waits; undefined when it is unknown, too old, or its person is disabled. */
  invitedBy(hash: string, nowMs: number): Invited | undefined;
  /** Uses the code up; false when another was faster. */
  join(hash: string, passwordHash: string, nowMs: number): boolean;
  changeLab(deed: Deed, lab: Pick<LabEntry, 'name' | 'timeZone'> & { readonly currency?: string | undefined }): void;
}
