import { expect, test } from 'vitest';
import { explainStartFailure } from './start-failure.ts';

const at = { data: '/srv/data', host: '127.0.0.1', port: 4100 };
const fault = (code: string, extra: object = {}): Error =>
  Object.assign(new Error(`${code}: raw text`), { code, ...extra });

test.each([
  ['EADDRINUSE', {}, '--port 4101'],
  ['EACCES', { syscall: 'listen' }, 'above 1023'],
  ['ENOSPC', {}, 'full'],
  ['SQLITE_FULL', {}, 'full'],
  ['SQLITE_IOERR_SHMSIZE', {}, 'full or it is failing'],
  ['ENOENT', { syscall: 'mkdir' }, 'cannot be written'],
  ['EACCES', { syscall: 'mkdir' }, 'cannot be written'],
  ['EROFS', {}, 'cannot be written'],
  ['SQLITE_READONLY', {}, 'cannot be written'],
  ['SQLITE_CANTOPEN', {}, 'cannot be written'],
  ['ENOTDIR', {}, 'a file stands in its way'],
  ['SQLITE_NOTADB', {}, 'Restore'],
])('%s %o says what to do and shows no raw error', (code, extra, part) => {
  const text = explainStartFailure(fault(code, extra), at);
  expect(text).toContain(part);
  expect(text).not.toContain('raw text');
});

test('anything else is told in one line', () => {
  expect(explainStartFailure(new Error('odd'), at)).toBe('TidyLab could not start: odd');
});
