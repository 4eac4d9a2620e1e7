import { beforeEach, expect, test } from 'vitest';
import { openAccountsDatabase, type AccountsDatabase } from '../../db/accounts/open.ts';
import type { AccountsStore, NewMember } from './port.ts';
import { createAccountsStore } from './store.sqlite.ts';

let database: AccountsDatabase;
let store: AccountsStore;
beforeEach(() => {
  database = openAccountsDatabase(':memory:');
  store = createAccountsStore(database);
});

const lab = { id: 'l1', name: 'Lab', timeZone: 'UTC', currency: 'EUR', demo: false };
const member = (id: string, login: string): NewMember => ({ id, login, name: login, passwordHash: '-', role: 'user' });

test('a login is found whatever its case or width, and taken only once', () => {
  expect(store.found({ lab, members: [member('p1', 'Ana')], nowMs: 1 })).toBe('founded');
  expect(store.accountByLogin('ANA')?.id).toBe('p1');
  expect(store.accountByLogin('Ａna')?.login).toBe('Ana');
  expect(store.accountByLogin('an')).toBeUndefined();
  expect(() => database.client.exec("INSERT INTO account VALUES ('p2', 'aNA', 'ana', 'x', '-', 0, NULL)")).toThrow(
    'UNIQUE',
  );
});

test('a founding that fails halfway leaves nothing behind, the code included', () => {
  store.replaceSetupCode('h1', 1);
  expect(() => store.found({ lab, members: [member('p1', 'a'), member('p2', 'A')], codeHash: 'h1', nowMs: 2 })).toThrow(
    'UNIQUE',
  );
  expect(store.labs()).toEqual([]);
  expect(store.waitingSetupCode()).toBe('h1');
});

test('only the newest code founds, and only once', () => {
  store.replaceSetupCode('h1', 1);
  store.replaceSetupCode('h2', 2);
  expect(store.found({ lab, members: [], codeHash: 'h1', nowMs: 3 })).toBe('code-used');
  expect(store.found({ lab, members: [], codeHash: 'h2', nowMs: 3 })).toBe('founded');
  expect(store.waitingSetupCode()).toBeUndefined();
  expect(store.found({ lab: { ...lab, id: 'l2' }, members: [], nowMs: 4 })).toBe('already-set-up');
});

test('the role of a stranger, of another lab or of a disabled account is none', () => {
  store.found({ lab, members: [member('p1', 'ana')], nowMs: 1 });
  expect(store.roleOf('l1', 'p1')).toBe('user');
  expect(store.roleOf('l2', 'p1')).toBeUndefined();
  expect(store.roleOf('l1', 'p9')).toBeUndefined();
  database.client.exec('UPDATE account SET disabled_at = 5');
  expect(store.roleOf('l1', 'p1')).toBeUndefined();
});
