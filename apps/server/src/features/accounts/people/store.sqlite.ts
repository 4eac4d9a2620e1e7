/** The people of a lab in SQLite. Whoever may come in and has a password counts as an admin; somebody invited does not yet. */
import { and, asc, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { AccountsDatabase } from '../../../db/accounts/open.ts';
import { loginKey } from '../login.ts';
import { noPassword } from '../passwords.ts';
import { account, joinCode, lab, labColumns, membership, peopleAudit } from '../table.ts';
import type {
  AuditEntry,
  Deed,
  Invited,
  NewPerson,
  OneTimeCode,
  PeopleEvent,
  PeopleStore,
  PersonEntry,
} from './port.ts';

type Orm = Pick<BetterSQLite3Database, 'select' | 'insert' | 'update' | 'delete'>;

const memberOf = (labId: string, id: string) => and(eq(membership.labId, labId), eq(membership.accountId, id));

function note(orm: Orm, { labId, byId, nowMs }: Deed, what: PeopleEvent, aboutId: string, detail = ''): void {
  orm.insert(peopleAudit).values({ at: nowMs, labId, byId, aboutId, what, detail }).run();
}

function putCode(orm: Orm, { nowMs }: Deed, accountId: string, { hash, expiresAt }: OneTimeCode): void {
  const values = { hash, createdAt: nowMs, expiresAt };
  orm
    .insert(joinCode)
    .values({ accountId, ...values })
    .onConflictDoUpdate({ target: joinCode.accountId, set: values })
    .run();
}

function list(orm: Orm, labId: string): PersonEntry[] {
  return orm
    .select({
      id: account.id,
      login: account.login,
      name: account.name,
      role: membership.role,
      disabledAt: account.disabledAt,
      passwordHash: account.passwordHash,
      codeUntil: joinCode.expiresAt,
    })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .leftJoin(joinCode, eq(joinCode.accountId, account.id))
    .where(eq(membership.labId, labId))
    .orderBy(asc(account.createdAt), asc(account.id))
    .all()
    .map(({ disabledAt, passwordHash, ...person }) => {
      return { ...person, disabled: disabledAt !== null, joined: passwordHash !== noPassword };
    });
}

/** Somebody else can still do what only admins can. */
function hasOtherAdmin(orm: Orm, labId: string, id: string): boolean {
  const able = and(isNull(account.disabledAt), ne(account.passwordHash, noPassword), ne(account.id, id));
  const other = orm
    .select({ id: account.id })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.labId, labId), eq(membership.role, 'admin'), able))
    .get();
  return other !== undefined;
}

const roleIn = (orm: Orm, labId: string, id: string) =>
  orm.select({ role: membership.role }).from(membership).where(memberOf(labId, id)).get()?.role;

function add(orm: Orm, deed: Deed, { role, ...person }: NewPerson, code: OneTimeCode): 'added' | 'login-taken' {
  const key = loginKey(person.login);
  if (orm.select({ id: account.id }).from(account).where(eq(account.loginKey, key)).get()) return 'login-taken';
  orm
    .insert(account)
    .values({ ...person, loginKey: key, passwordHash: noPassword, createdAt: deed.nowMs })
    .run();
  orm.insert(membership).values({ labId: deed.labId, accountId: person.id, role }).run();
  putCode(orm, deed, person.id, code);
  note(orm, deed, 'added', person.id, role);
  return 'added';
}

function invitedBy(orm: Orm, hash: string, nowMs: number): Invited | undefined {
  const found = orm
    .select({
      id: account.id,
      login: account.login,
      name: account.name,
      role: membership.role,
      passwordHash: account.passwordHash,
      lab: labColumns,
    })
    .from(joinCode)
    .innerJoin(account, eq(account.id, joinCode.accountId))
    .innerJoin(membership, eq(membership.accountId, account.id))
    .innerJoin(lab, eq(lab.id, membership.labId))
    .where(and(eq(joinCode.hash, hash), gt(joinCode.expiresAt, nowMs), isNull(account.disabledAt)))
    .orderBy(asc(lab.createdAt), asc(lab.id))
    .get();
  if (found === undefined) return undefined;
  const { role, lab: of, passwordHash, ...person } = found;
  return { ...person, membership: { lab: of, role }, joined: passwordHash !== noPassword };
}

function join(orm: Orm, hash: string, passwordHash: string, nowMs: number): boolean {
  const invited = invitedBy(orm, hash, nowMs);
  if (invited === undefined) return false;
  orm.delete(joinCode).where(eq(joinCode.accountId, invited.id)).run();
  orm.update(account).set({ passwordHash }).where(eq(account.id, invited.id)).run();
  note(orm, { labId: invited.membership.lab.id, byId: invited.id, nowMs }, 'joined', invited.id);
  return true;
}

export function createPeopleStore({ orm }: AccountsDatabase): PeopleStore {
  const write = <T>(work: (tx: Orm) => T): T => orm.transaction(work, { behavior: 'immediate' });
  return {
    list: (labId) => list(orm, labId),
    history: (labId, max) =>
      orm
        .select()
        .from(peopleAudit)
        .where(eq(peopleAudit.labId, labId))
        .orderBy(desc(peopleAudit.seq))
        .limit(max)
        .all()
        .map(({ at, byId, aboutId, what, detail }): AuditEntry => {
          return { at, byId, aboutId, what: what as PeopleEvent, detail };
        }),
    add: (deed, person, code) => write((tx) => add(tx, deed, person, code)),
    setRole: (deed, id, role) =>
      write((tx) => {
        const before = roleIn(tx, deed.labId, id);
        if (before === undefined) return 'not-found';
        if (before === role) return 'done';
        if (before === 'admin' && !hasOtherAdmin(tx, deed.labId, id)) return 'last-admin';
        tx.update(membership).set({ role }).where(memberOf(deed.labId, id)).run();
        note(tx, deed, 'role', id, `${before} → ${role}`);
        return 'done';
      }),
    setDisabled: (deed, id, disabled) =>
      write((tx) => {
        const role = roleIn(tx, deed.labId, id);
        if (role === undefined) return 'not-found';
        if (disabled && role === 'admin' && !hasOtherAdmin(tx, deed.labId, id)) return 'last-admin';
        tx.update(account)
          .set({ disabledAt: disabled ? deed.nowMs : null })
          .where(eq(account.id, id))
          .run();
        if (disabled) tx.delete(joinCode).where(eq(joinCode.accountId, id)).run();
        note(tx, deed, disabled ? 'disabled' : 'enabled', id);
        return 'done';
      }),
    giveCode: (deed, id, code) =>
      write((tx) => {
        if (roleIn(tx, deed.labId, id) === undefined) return 'not-found';
        putCode(tx, deed, id, code);
        note(tx, deed, 'code', id);
        return 'done';
      }),
    invitedBy: (hash, nowMs) => invitedBy(orm, hash, nowMs),
    join: (hash, passwordHash, nowMs) => write((tx) => join(tx, hash, passwordHash, nowMs)),
    changeLab: (deed, { name, timeZone, currency }) =>
      write((tx) => {
        tx.update(lab)
          .set({ name, timeZone, ...(currency === undefined ? {} : { currency }) })
          .where(eq(lab.id, deed.labId))
          .run();
        note(tx, deed, 'lab', deed.byId, `${name} · ${timeZone}`);
      }),
  };
}
