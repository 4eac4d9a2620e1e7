/**
 * The records and postings that a lab begins with, as server-made ops. Their ids are derived, so that applying them
 * again changes nothing. Scenarios are loaded only when they are asked for.
 */
import { uuidv5 } from '@tidylab/domain/kernel/ids';
import type { Scenario, ScenarioAccount, ScenarioPerson } from '@tidylab/testkit/scenarios/types';
import type { Accounts, LabContents, LabEntry, NewMember } from './features/accounts/index.ts';
import type { Deps } from './platform/deps.ts';
import type { Labs, ServerOp } from './sync/ports.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

interface Making {
  readonly labId: string;
  readonly adminId: string;
  readonly source: 'seed' | 'setup';
  readonly nowMs: number;
}

function createRecord({ labId, adminId, source, nowMs }: Making, kind: string, id: string, fields: unknown): ServerOp {
  const opId = uuidv5(`${source}:${labId}:create:${kind}:${id}`);
  return { id: opId, source, user: adminId, atMs: nowMs, type: 'create-record', v: 1, body: { kind, id, fields } };
}

const createPerson = (making: Making, { id, name }: Person): ServerOp => createRecord(making, 'person', id, { name });

/** @param personOf who acts under a login of the scenario, in this lab. */
function scenarioOps(
  { accounts, records, postings }: Scenario,
  given: Making,
  personOf: (login: string) => string,
): ServerOp[] {
  const making = { ...given, nowMs: Math.min(given.nowMs, ...postings.slice(0, 1).map(({ atMs }) => atMs - 1)) };
  return [
    ...accounts.map(({ login, name }) => createPerson(making, { id: personOf(login), name })),
    ...records.map(({ kind, id, fields }) => createRecord(making, kind, id, fields)),
    ...postings.map(
      ({ id, atMs, by, type, body }): ServerOp => ({ id, source: 'seed', user: personOf(by), atMs, type, v: 1, body }),
    ),
  ];
}

const dayOf = (nowMs: number): string => new Date(nowMs).toISOString().slice(0, 10);

async function loadLab(nowMs: number): Promise<Scenario<ScenarioAccount>> {
  const { labScenario } = await import('@tidylab/testkit/scenarios/lab');
  return labScenario({ today: dayOf(nowMs) });
}

export async function loadDemo(nowMs: number): Promise<Scenario> {
  const { demoScenario } = await import('@tidylab/testkit/scenarios/demo');
  return demoScenario({ today: dayOf(nowMs) });
}

export const labContents: LabContents = {
  founding: (labId, admin, nowMs) => [createPerson({ labId, adminId: admin.id, source: 'setup', nowMs }, admin)],
  demo: async (labId, adminId, nowMs) =>
    scenarioOps(await loadDemo(nowMs), { labId, adminId, source: 'seed', nowMs }, (login) =>
      uuidv5(`person:${labId}:${login}`),
    ),
};

/** The lab of `--scenario lab` has the same id everywhere. */
const scenarioLabId = uuidv5('scenario:lab');
const scenarioPersonId = (login: string): string => uuidv5(`scenario:lab:${login}`);

export interface TryingOut {
  readonly lab: LabEntry;
  readonly people: readonly { readonly login: string; readonly password: string; readonly role: string }[];
}

export interface SeedParts {
  readonly deps: Deps;
  readonly accounts: Accounts;
  readonly labs: Labs;
}

/** Makes the lab with the scenario's records and postings, then its accounts: with them the lab exists. */
export async function foundScenario<P extends ScenarioPerson>(
  { deps, accounts, labs }: SeedParts,
  scenario: Scenario<P>,
  lab: LabEntry,
  personIdOf: (login: string) => string,
  passwordOf: (person: P) => string,
): Promise<void> {
  const nowMs = deps.clock.now();
  const members = await Promise.all(
    scenario.accounts.map(async (person): Promise<NewMember> => {
      const passwordHash = await accounts.passwords.hash(passwordOf(person));
      const { login, name, role } = person;
      return { id: personIdOf(login), login, name, role, passwordHash };
    }),
  );
  const adminId = members.find(({ role }) => role === 'admin')?.id ?? personIdOf('');
  const file = labs.open(lab.id) ?? labs.create(lab.id);
  file.applyServerOps(scenarioOps(scenario, { labId: lab.id, adminId, source: 'seed', nowMs }, personIdOf));
  accounts.store.found({ lab, members, nowMs });
}

/** Fills an empty server with the scenario and its accounts; one that holds the scenario already is left as it is. */
export async function seedScenarioLab(parts: SeedParts): Promise<TryingOut | 'another-lab'> {
  const { deps, accounts } = parts;
  const [held] = accounts.store.labs();
  if (held !== undefined && held.id !== scenarioLabId) return 'another-lab';
  const scenario = await loadLab(deps.clock.now());
  const fresh = { id: scenarioLabId, name: 'Example lab', timeZone: 'UTC', currency: 'EUR', demo: false };
  const people = scenario.accounts.map(({ login, password, role }) => ({ login, password, role }));
  if (held === undefined) await foundScenario(parts, scenario, fresh, scenarioPersonId, ({ password }) => password);
  return { lab: held ?? fresh, people };
}
