import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAccountsDatabase, type AccountsDatabase } from '../../db/accounts/open.ts';
import { config } from '../../config.ts';
import { sessionAdapter } from './session-adapter.sqlite.ts';
import { createSessions, type Sessions } from './sessions.ts';

let database: AccountsDatabase;
let sessions: Sessions;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22) });
  database = openAccountsDatabase(':memory:');
  database.client.exec("INSERT INTO account VALUES ('p1', 'Ana', 'ana', 'Ana', '-', 0, NULL)");
  const log = { info() {}, warn() {}, error() {} };
  sessions = createSessions(sessionAdapter(database), {
    clock: { now: () => Date.now() },
    random: (bytes) => randomBytes(bytes),
    log,
  });
});
afterEach(() => {
  database.client.close();
  vi.useRealTimers();
});

test('the database holds a hash of the token and never the token', async () => {
  const token = await sessions.create('p1');
  expect(await sessions.accountOf(token)).toBe('p1');
  expect(JSON.stringify(database.client.prepare('SELECT * FROM session').all())).not.toContain(token);
});

test('a session that is used lives on, one that rests past the idle limit ends', async () => {
  const token = await sessions.create('p1');
  for (let i = 0; i < 4; i++) {
    vi.setSystemTime(Date.now() + config.sessionIdleMs * 0.75);
    expect(await sessions.accountOf(token)).toBe('p1');
  }
  vi.setSystemTime(Date.now() + config.sessionIdleMs + 1000);
  expect(await sessions.accountOf(token)).toBeUndefined();
});

test('disabling an account ends its sessions at the next request', async () => {
  const token = await sessions.create('p1');
  database.client.exec('UPDATE account SET disabled_at = 1');
  expect(await sessions.accountOf(token)).toBeUndefined();
  database.client.exec('UPDATE account SET disabled_at = NULL');
  expect(await sessions.accountOf(token)).toBeUndefined();
});

test('ending one session leaves the others, ending all leaves none', async () => {
  const [a, b] = [await sessions.create('p1'), await sessions.create('p1')];
  await sessions.end(a);
  expect([await sessions.accountOf(a), await sessions.accountOf(b)]).toEqual([undefined, 'p1']);
  await sessions.endAllOf('p1');
  expect(await sessions.accountOf(b)).toBeUndefined();
});

test('expired sessions are forgotten on request', async () => {
  await sessions.create('p1');
  vi.setSystemTime(Date.now() + config.sessionIdleMs + 1000);
  await sessions.forgetExpired();
  expect(database.client.prepare('SELECT count(*) FROM session').pluck().get()).toBe(0);
});
