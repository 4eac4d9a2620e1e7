/** What a person is told when the server cannot start: what is wrong and what to do, never a stack trace. */

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

export interface Circumstances {
  readonly data: string;
  readonly host: string;
  readonly port: number;
}

export function explainStartFailure(error: unknown, { data, host, port }: Circumstances): string {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use by another program. Stop that program, or choose another port with --port ${port < 65_535 ? port + 1 : 4100}.`;
  }
  if (code === 'EADDRNOTAVAIL') return `This computer has no address ${host}. Use --host 127.0.0.1.`;
  if (
    code === 'EACCES' &&
    typeof error === 'object' &&
    error !== null &&
    'syscall' in error &&
    error.syscall === 'listen'
  ) {
    return `Port ${port} may not be used by this account. Choose one above 1023 with --port.`;
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) {
    return `The disk that holds ${data} is full. Make room on it, or choose another folder with --data; nothing was changed.`;
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return `The disk that holds ${data} does not take what is written: it is full or it is failing. Make room on it or replace it, or choose another folder with --data.`;
  }
  // On a read-only disk, making a folder with its parents answers ENOENT.
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code) || /^SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)/.test(code)) {
    return `The data folder ${data} cannot be written. Give this account the right to write there, or choose another folder with --data.`;
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${data} cannot be a folder: a file stands in its way. Choose another with --data.`;
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    return `A database in ${data} is damaged. Restore the folder from a backup; TidyLab has changed nothing in it.`;
  }
  return `TidyLab could not start: ${error instanceof Error ? error.message : String(error)}`;
}
