import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testFolder } from '../testing/test-app.ts';
import { prepareDataFolder } from './data-folder.ts';
import { holdLock } from './lock.ts';

let base: ReturnType<typeof testFolder>;
let folder: string;
beforeEach(() => {
  base = testFolder();
  folder = join(base.path, 'deep', 'data');
});
afterEach(() => base.remove());

const modeOf = (path: string): number => statSync(path).mode & 0o777;
const faultOf = (path: string): string => {
  const prepared = prepareDataFolder(path);
  return prepared.ok ? 'none' : prepared.code;
};

test('a new folder is for its owner only, and one that was open is closed', () => {
  expect(faultOf(folder)).toBe('none');
  expect(modeOf(folder)).toBe(0o700);
  chmodSync(folder, 0o777);
  expect(faultOf(folder)).toBe('none');
  expect(modeOf(folder)).toBe(0o700);
});

test('a folder with files of something else is left as it is', () => {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'holiday.jpg'), '');
  expect(faultOf(folder)).toBe('foreign-files');
  expect(modeOf(folder)).toBe(0o755);
  expect(existsSync(join(folder, 'tidylab.json'))).toBe(false);
});

test('a folder of a newer format or with a damaged mark is not touched', () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tidylab.json'), '{"format":99}');
  expect(faultOf(folder)).toBe('newer-format');
  writeFileSync(join(folder, 'tidylab.json'), '{"form');
  expect(faultOf(folder)).toBe('unreadable-mark');
});

test('one server at a time: the second is told the process of the first, and may start when it is gone', () => {
  prepareDataFolder(folder);
  const file = join(folder, 'server.lock');
  const first = holdLock(file, folder);
  const second = holdLock(file, folder);
  expect(second).toMatchObject({ ok: false, code: 'in-use' });
  expect(second.ok ? '' : second.detail).toContain(`process ${process.pid}`);
  if (first.ok) first.value.release();
  const third = holdLock(file, folder);
  expect(third.ok).toBe(true);
  if (third.ok) third.value.release();
});
