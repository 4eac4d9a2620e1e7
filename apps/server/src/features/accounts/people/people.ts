/**
 * What an admin does with people. accounts.sqlite decides who may come in; the lab gets a `person` record, made by the
 * server, so that every device can show the name behind a movement. Its op id is derived: making it again at the
 * person's first sign-in repairs a stop between the two files.
 */
import { assert } from '@tidylab/domain/kernel/assert';
import { uuidv5, uuidv7 } from '@tidylab/domain/kernel/ids';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import type { Role } from '@tidylab/domain/permissions/permissions';
import { config } from '../../../config.ts';
import type { AdmissionParts } from '../admission.ts';
import type { AddPersonRequest, LabRequest, SessionView } from '../model.ts';
import { makeSetupCode, setupCodeHash } from '../setup-code.ts';
import type { Deed } from './port.ts';

/** Shown once; only its hash is kept. */
export interface CodeForPerson {
  readonly id: string;
  readonly code: string;
  /** Unix ms. */
  readonly expiresAt: number;
}

type Refusal = 'not-found' | 'last-admin' | 'login-taken';

export interface People {
  add(by: SessionView, person: AddPersonRequest): Result<CodeForPerson, Refusal>;
  setRole(by: SessionView, id: string, role: Role): Result<void, Refusal>;
  disable(by: SessionView, id: string): Promise<Result<void, Refusal>>;
  enable(by: SessionView, id: string): Result<void, Refusal>;
  giveCode(by: SessionView, id: string): Result<CodeForPerson, Refusal>;
  changeLab(by: SessionView, lab: LabRequest): void;
}

const answer = (outcome: 'done' | Refusal): Result<void, Refusal> =>
  outcome === 'done' ? ok(undefined) : refuse(outcome);

/** The record that shows a person's name to everyone in the lab. */
export function recordPerson(
  { labs, deps }: AdmissionParts,
  labId: string,
  by: string,
  person: { id: string; name: string },
): void {
  const lab = labs.open(labId);
  assert(lab !== undefined, `the file of lab ${labId} is missing`);
  const body = { kind: 'person', id: person.id, fields: { name: person.name } };
  const id = uuidv5(`people:${labId}:${person.id}`);
  lab.applyServerOps([{ id, source: 'people', user: by, atMs: deps.clock.now(), type: 'create-record', v: 1, body }]);
}

export function createPeople(parts: AdmissionParts): People {
  const { accounts, labs, deps } = parts;
  const { people } = accounts;
  const deedOf = ({ account, lab }: SessionView): Deed => ({
    labId: lab.id,
    byId: account.id,
    nowMs: deps.clock.now(),
  });
  const newCode = (id: string): { shown: CodeForPerson; kept: { hash: string; expiresAt: number } } => {
    const code = makeSetupCode(deps.random);
    const expiresAt = deps.clock.now() + config.joinCodeMs;
    return { shown: { id, code, expiresAt }, kept: { hash: setupCodeHash(code), expiresAt } };
  };
  return {
    add(by, person) {
      const id = uuidv7(deps.clock.now(), deps.random(10));
      const { shown, kept } = newCode(id);
      if (people.add(deedOf(by), { id, ...person }, kept) === 'login-taken') return refuse('login-taken');
      recordPerson(parts, by.lab.id, by.account.id, { id, name: person.name });
      return ok(shown);
    },
    setRole: (by, id, role) => answer(people.setRole(deedOf(by), id, role)),
    async disable(by, id) {
      const deed = deedOf(by);
      const outcome = people.setDisabled(deed, id, true);
      if (outcome !== 'done') return refuse(outcome);
      await accounts.sessions.endAllOf(id);
      labs.open(deed.labId)?.endGrants(id, deed.nowMs);
      return ok(undefined);
    },
    enable: (by, id) => answer(people.setDisabled(deedOf(by), id, false)),
    giveCode(by, id) {
      const { shown, kept } = newCode(id);
      const outcome = people.giveCode(deedOf(by), id, kept);
      return outcome === 'done' ? ok(shown) : refuse(outcome);
    },
    changeLab: (by, lab) => people.changeLab(deedOf(by), lab),
  };
}
