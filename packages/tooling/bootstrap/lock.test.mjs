import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidylab-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lockFile = () => join(folder, 'a.lock');

test('two holders never work at the same time', async () => {
  let working = 0;
  const work = async () => {
    working += 1;
    expect(working).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    working -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withLock(folder, 'a', work)));
  expect(existsSync(lockFile())).toBe(false);
});

test('the lock is released when the work fails', async () => {
  await expect(withLock(folder, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(folder, 'a', async () => 'again')).toBe('again');
});

test('a lock whose holder is gone is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(lockFile(), `${pid} 1`);
  expect(await withLock(folder, 'a', async () => readFileSync(lockFile(), 'utf8'))).toMatch(
    new RegExp(`^${process.pid} `),
  );
});

test('a lock that nobody has touched for long is taken over, though its process number is alive', async () => {
  writeFileSync(lockFile(), `${process.ppid} 1`);
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(lockFile(), longAgo, longAgo);
  expect(await withLock(folder, 'a', async () => 'mine')).toBe('mine');
});
