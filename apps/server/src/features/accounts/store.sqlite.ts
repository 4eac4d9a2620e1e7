/** The accounts in SQLite. `roleOf` is asked for every op received, so it runs on one prepared statement. */
import { isNull, eq, and, asc, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Role } from '@tidylab/domain/permissions/permissions';
import type { AccountsDatabase } from '../../db/accounts/open.ts';
import { loginKey } from './login.ts';
import type { AccountsStore, Founding, Membership } from './port.ts';
import { account, lab, labColumns, membership, setupCode } from './table.ts';

type Orm = Pick<BetterSQLite3Database, 'select' | 'insert' | 'update' | 'delete'>;

function addMembers(orm: Orm, { members, lab: { id: labId }, nowMs }: Founding): void {
  for (const { role, ...member } of members) {
    orm
      .insert(account)
      .values({ ...member, loginKey: loginKey(member.login), createdAt: nowMs })
      .run();
    orm.insert(membership).values({ labId, accountId: member.id, role }).run();
  }
}

function found(orm: Orm, founding: Founding): 'founded' | 'already-set-up' | 'code-used' {
  const { codeHash, nowMs } = founding;
  if (orm.select(labColumns).from(lab).get() !== undefined) return 'already-set-up';
  if (codeHash !== undefined) {
    const waiting = and(eq(setupCode.hash, codeHash), isNull(setupCode.usedAt));
    if (orm.update(setupCode).set({ usedAt: nowMs }).where(waiting).run().changes !== 1) return 'code-used';
  }
  orm
    .insert(lab)
    .values({ ...founding.lab, createdAt: nowMs })
    .run();
  addMembers(orm, founding);
  return 'founded';
}

function membershipOf(orm: Orm, accountId: string): Membership | undefined {
  return orm
    .select({ lab: labColumns, role: membership.role })
    .from(membership)
    .innerJoin(lab, eq(lab.id, membership.labId))
    .where(eq(membership.accountId, accountId))
    .orderBy(asc(lab.createdAt), asc(lab.id))
    .get();
}

/** Sessions, memberships and waiting codes go with the accounts. */
function endDemo(orm: Orm, labId: string): boolean {
  const held = orm.select(labColumns).from(lab).where(eq(lab.id, labId)).get();
  if (held?.demo !== true) return false;
  const members = orm.select({ id: membership.accountId }).from(membership).where(eq(membership.labId, labId)).all();
  orm.delete(lab).where(eq(lab.id, labId)).run();
  for (const { id } of members) {
    const other = orm.select({ id: membership.labId }).from(membership).where(eq(membership.accountId, id)).get();
    if (other === undefined) orm.delete(account).where(eq(account.id, id)).run();
  }
  return true;
}

export function createAccountsStore({ client, orm }: AccountsDatabase): AccountsStore {
  const role = client
    .prepare<[string, string], Role>(
      `SELECT m.role FROM membership m JOIN account a ON a.id = m.account_id
       WHERE m.lab_id = ? AND m.account_id = ? AND a.disabled_at IS NULL`,
    )
    .pluck();
  return {
    labs: () => orm.select(labColumns).from(lab).orderBy(asc(lab.createdAt), asc(lab.id)).all(),
    accountByLogin: (login) =>
      orm
        .select()
        .from(account)
        .where(eq(account.loginKey, loginKey(login)))
        .get(),
    accountById: (id) => orm.select().from(account).where(eq(account.id, id)).get(),
    membershipOf: (accountId) => membershipOf(orm, accountId),
    roleOf: (labId, userId) => role.get(labId, userId),
    waitingSetupCode: () =>
      orm
        .select({ hash: setupCode.hash })
        .from(setupCode)
        .where(isNull(setupCode.usedAt))
        .orderBy(sql`rowid DESC`)
        .get()?.hash,
    replaceSetupCode: (hash, nowMs) =>
      orm.transaction((tx) => {
        tx.delete(setupCode).where(isNull(setupCode.usedAt)).run();
        tx.insert(setupCode).values({ hash, createdAt: nowMs }).run();
      }),
    found: (founding) => orm.transaction((tx) => found(tx, founding), { behavior: 'immediate' }),
    endDemo: (labId) => orm.transaction((tx) => endDemo(tx, labId), { behavior: 'immediate' }),
  };
}
