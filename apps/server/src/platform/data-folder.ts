/**
 * The folder that holds everything a server knows. It is the server's alone: mode 0700. `tidylab.json` marks it and
 * names the format, so that an older program never writes into what a newer one has made.
 */
import { chmodSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { config } from '../config.ts';

export type FolderFault = 'not-a-folder' | 'not-ours' | 'foreign-files' | 'newer-format' | 'unreadable-mark';

const mark = 'tidylab.json';
const ownNames =
  /^(?:tidylab\.json(?:\.new)?|server\.lock(?:-journal)?|accounts\.sqlite(?:-wal|-shm|\.v\d+\.copy)?|labs|copies|demo-password|restore\.json(?:\.new)?|(?:restoring|replaced)-[0-9TZ-]+)$/;

function formatOf(folder: string): number | 'absent' | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(join(folder, mark), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'absent';
    throw error;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'format' in parsed && typeof parsed.format === 'number')
      return parsed.format;
  } catch {
    return 'unreadable';
  }
  return 'unreadable';
}

/** Group and others lose their rights, unless the folder belongs to somebody else. */
function close(folder: string): Result<void, FolderFault> {
  const { mode, uid } = statSync(folder);
  if ((mode & 0o077) === 0) return ok(undefined);
  const own = process.getuid === undefined || uid === process.getuid();
  if (own) chmodSync(folder, 0o700);
  const stillOpen = (statSync(folder).mode & 0o022) !== 0;
  if (!stillOpen || process.platform === 'win32') return ok(undefined);
  return refuse(
    'not-ours',
    `Others can write to the data folder ${folder}, and this account may not change that. Run chmod 700 on it as its owner, or choose another folder with --data.`,
  );
}

function writeMark(folder: string): void {
  const fresh = join(folder, `${mark}.new`);
  writeFileSync(fresh, `${JSON.stringify({ format: config.dataFormat })}\n`, { mode: 0o600 });
  renameSync(fresh, join(folder, mark));
}

/** Makes the folder ready to be opened. Faults of the disk (full, read-only, no permission) are thrown as they come. */
export function prepareDataFolder(folder: string): Result<void, FolderFault> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!statSync(folder).isDirectory())
    return refuse('not-a-folder', `${folder} is not a folder. Choose another with --data.`);
  const format = formatOf(folder);
  if (format === 'unreadable') {
    return refuse(
      'unreadable-mark',
      `${join(folder, mark)} is damaged. Restore it from a backup; TidyLab does not touch the folder until then.`,
    );
  }
  if (format !== 'absent' && format > config.dataFormat) {
    return refuse(
      'newer-format',
      `The data folder ${folder} was written by a newer version of TidyLab (format ${format}; this one knows ${config.dataFormat}). Start that version or a later one; nothing was changed.`,
    );
  }
  if (format === 'absent' && readdirSync(folder).some((name) => !ownNames.test(name))) {
    return refuse(
      'foreign-files',
      `The folder ${folder} holds files that are not TidyLab's. Choose an empty or a new folder with --data.`,
    );
  }
  const closed = close(folder);
  if (!closed.ok) return closed;
  if (format !== config.dataFormat) writeMark(folder);
  return ok(undefined);
}
