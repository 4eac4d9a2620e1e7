// One bootstrap at a time installs and builds. The lock is a file that names its holder; the holder touches it while it
// works, so a lock whose holder is gone, or whose touch is old (a process number used again), is taken over.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

const touchEveryMs = 2000;
const staleAfterMs = 30_000;
const lookEveryMs = 300;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const readLock = (path) => {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, pid: Number.parseInt(text, 10), ageMs: Date.now() - statSync(path).mtimeMs };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const tryTake = (path, text) => {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

// Two waiters may both find the same stale lock, and the slower one would remove the faster one's fresh lock. So the file is
// moved aside, looked at, and put back if it is not the one that was judged.
function removeStale(path, judgedText) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== judgedText) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

const isStale = (lock) => !Number.isInteger(lock.pid) || !isAlive(lock.pid) || lock.ageMs > staleAfterMs;

async function take(path, text) {
  let told = false;
  while (!tryTake(path, text)) {
    const lock = readLock(path);
    if (lock === undefined) continue;
    // A file just created is empty until its text is written: that is not a stale lock yet.
    if (isStale(lock) && (lock.text !== '' || lock.ageMs > staleAfterMs)) {
      removeStale(path, lock.text);
      continue;
    }
    if (!told) say(`waiting for another run (process ${lock.pid}) that is installing or building here …`);
    told = true;
    await sleep(lookEveryMs);
  }
}

/** Runs `work` while holding the lock `name` in `folder`. */
export async function withLock(folder, name, work) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.lock`);
  const text = `${process.pid} ${process.hrtime.bigint()}`;
  await take(path, text);
  const touching = setInterval(() => {
    const now = new Date();
    if (readLock(path)?.text === text) utimesSync(path, now, now);
  }, touchEveryMs);
  const release = () => {
    if (readLock(path)?.text === text) rmSync(path, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.removeListener('exit', release);
    release();
  }
}
