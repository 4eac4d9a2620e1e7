import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { send, testDevice, password } from '../testing/test-app.ts';
import { makeBackup } from './backup.ts';
import { finishRestore, restoreBackup, type RestoreOptions } from './restore.ts';
import { testData, type TestData } from './testing/data.testkit.ts';
import type { Difference } from './verify/report.ts';

// The first test sets up the demo lab, which takes seconds of computing.
vi.setConfig({ testTimeout: 120_000 });

let at: TestData;
let file: string;
let found: Difference[];
beforeEach(() => {
  at = testData();
  file = join(at.base, 'backup.tar.gz');
  found = [];
});
afterEach(() => at.remove());

const backup = (target = file) => makeBackup(at.data, target, at.clock.now());
const restore = (more: Partial<RestoreOptions> = {}) =>
  restoreBackup({
    file,
    data: at.data,
    nowMs: at.clock.now(),
    random: at.deps.random,
    despiteDifferences: false,
    differs: (difference) => void found.push(difference),
    ...more,
  });
const read = <T>(sql: string, name = join('labs', `lab-${at.labId()}.sqlite`)): T[] => {
  const db = new Database(join(at.data, name));
  const rows = db.prepare(sql).all() as T[];
  db.close();
  return rows;
};

test('a backup made beside a running server holds the lab as it is, and any tar reads it', async () => {
  await at.openWithLab('demo');
  const made = await backup();
  expect(made).toMatchObject({ ok: true, value: { differences: [] } });
  if (!made.ok) return;
  const [head] = read<{ head: number; chain: string }>('SELECT head, chain FROM lab');
  expect(made.value.manifest.labs[0]).toMatchObject({ id: at.labId(), name: 'Cold Room Group', ...head });
  expect(head?.head).toBeGreaterThan(50);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  execFileSync('tar', ['xzf', file, '-C', at.base]);
  const lab = readFileSync(join(at.base, 'labs', `lab-${at.labId()}.sqlite`));
  expect(createHash('sha256').update(lab).digest('hex')).toBe(made.value.manifest.labs[0]?.sha256);
  expect(readdirSync(at.base).sort()).toEqual(['accounts.sqlite', 'backup.tar.gz', 'data', 'labs', 'manifest.json']);
});

test('nothing is written over, and a folder without data is said to be one', async () => {
  expect(await backup()).toMatchObject({ ok: false, code: 'no-data' });
  await at.openWithLab('empty');
  writeFileSync(file, 'mine');
  expect(await backup()).toMatchObject({ ok: false, code: 'exists' });
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('restoring goes back to the copy, begins an epoch at its head, ends sessions and keeps what was there', async () => {
  const { server: first, cookie } = await at.openWithLab('demo');
  const made = await backup();
  const head = made.ok ? (made.value.manifest.labs[0]?.head ?? 0) : 0;
  const added = await send(
    first.app,
    '/api/v1/people',
    { name: 'Bo Lind', login: 'bo', role: 'user' },
    { Cookie: cookie },
  );
  expect(added.status).toBeLessThan(300);
  expect(await restore()).toMatchObject({
    ok: false,
    code: 'in-use',
    detail: expect.stringContaining('Stop it first'),
  });
  first.close();
  const restored = await restore();
  expect(restored).toMatchObject({ ok: true });
  expect(found).toEqual([]);
  expect(read<{ head: number }>('SELECT head FROM lab')).toEqual([{ head }]);
  const epochs = read<{ id: string; fork_seq: number }>('SELECT id, fork_seq FROM epoch ORDER BY ordinal');
  expect(epochs.map(({ fork_seq }) => fork_seq)).toEqual([0, head]);
  expect(epochs[0]?.id).not.toBe(epochs[1]?.id);
  const replaced = restored.ok ? (restored.value.replaced ?? '') : '';
  expect(existsSync(join(replaced, 'accounts.sqlite'))).toBe(true);
  expect(existsSync(join(replaced, 'labs', `lab-${at.labId()}.sqlite`))).toBe(true);
  const second = await at.open();
  expect((await second.app.request('/api/v1/auth/session', { headers: { Cookie: cookie } })).status).toBe(401);
  const signIn = (login: string) => send(second.app, '/api/v1/auth/sign-in', { login, password, device: testDevice() });
  expect((await signIn('ana')).status).toBe(200);
  expect(read('SELECT id FROM account', 'accounts.sqlite')).toHaveLength(1);
});

test('a backup restores into an empty folder, and two restores give two epochs', async () => {
  await at.fill('empty');
  await backup();
  const other = join(at.base, 'other');
  expect(await restore({ data: other })).toMatchObject({ ok: true });
  expect(await restore({ data: other, nowMs: at.clock.now() + 1000 })).toMatchObject({ ok: true });
  const db = new Database(join(other, 'labs', `lab-${at.labId()}.sqlite`));
  expect(db.prepare('SELECT count(DISTINCT id) FROM epoch').pluck().get()).toBe(2);
  db.close();
});

test('what is not a backup, is cut short or was changed leaves the folder as it was', async () => {
  await at.fill('empty');
  await backup();
  const before = readdirSync(at.data).sort();
  const whole = readFileSync(file);
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 0xff;
  const cases: [string | Buffer, string][] = [
    ['hello', 'not-a-backup'],
    ['', 'damaged-backup'],
    [whole.subarray(0, whole.length >> 1), 'damaged-backup'],
    [flipped, 'damaged-backup'],
  ];
  for (const [content, code] of cases) {
    writeFileSync(file, content);
    expect(await restore()).toMatchObject({ ok: false, code, detail: expect.stringContaining('Nothing was changed') });
  }
  expect(await restore({ file: join(at.base, 'nowhere') })).toMatchObject({ ok: false, code: 'no-such-file' });
  expect(readdirSync(at.data).sort()).toEqual(before);
});

test('a copy with differences is restored only when that is asked for', async () => {
  await at.fill('demo');
  const db = new Database(join(at.data, 'labs', `lab-${at.labId()}.sqlite`));
  db.exec('UPDATE balance SET qty = qty + 1 WHERE qty > 0');
  db.close();
  const made = await backup();
  expect(made.ok && made.value.differences.length).toBeGreaterThan(0);
  expect(await restore()).toMatchObject({ ok: false, code: 'differs' });
  expect(found[0]?.text).toMatch(/^Cold Room Group: .* the ledger gives/);
  expect(await restore({ despiteDifferences: true })).toMatchObject({ ok: true });
});

test('a restore that was stopped while files changed places is finished by the next start', async () => {
  await at.fill('demo');
  await backup();
  execFileSync('tar', ['xzf', file, '-C', at.base]);
  const incoming = join(at.data, 'restoring-1');
  mkdirSync(incoming);
  mkdirSync(join(at.data, 'replaced-1'));
  renameSync(join(at.base, 'accounts.sqlite'), join(incoming, 'accounts.sqlite'));
  renameSync(join(at.base, 'labs'), join(incoming, 'labs'));
  // The stop came when the accounts had been put away and nothing had come in their place.
  renameSync(join(at.data, 'accounts.sqlite'), join(at.data, 'replaced-1', 'accounts.sqlite'));
  writeFileSync(join(at.data, 'restore.json'), JSON.stringify({ incoming: 'restoring-1', replaced: 'replaced-1' }));
  const again = await at.open();
  expect(again.setupCode).toBeUndefined();
  expect(readdirSync(at.data).filter((name) => name.startsWith('rest'))).toEqual([]);
  expect(existsSync(join(at.data, 'replaced-1', 'labs'))).toBe(true);
  finishRestore(at.data);
});
