/**
 * Migrations of a file that holds something: a copy is made first, and when a step fails or leaves the file damaged,
 * the copy is put back, so that the program before this one still starts on it. The copy of the last migration stays
 * beside the file as `<file>.v<version>.copy`, for a person who wants to go back.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyDatabase, type Db, putBack } from './copies.ts';

/** The file is as it was before; the message is for the person who started the program. */
export class MigrationFailed extends Error {
  constructor(file: string, from: number, to: number, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `${file} could not be taken from version ${from} to ${to}: ${reason}. It was put back as it was; start the version of TidyLab that you had before.`,
      { cause },
    );
    this.name = 'MigrationFailed';
  }
}

export interface FileSteps {
  readonly newest: number;
  /** Takes the open file from where it is to `newest`. */
  migrate(db: Db): void;
}

export const fileVersion = (db: Db): number => Number(db.pragma('user_version', { simple: true }));

const holdsTables = (db: Db): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").get() !== undefined;

/** Where the copy of a file lies that was at that version. */
export const copyName = (file: string, version: number): string => `${file}.v${version}.copy`;

function dropOlderCopies(file: string, kept: string): void {
  const prefix = `${basename(file)}.v`;
  for (const name of readdirSync(dirname(file))) {
    const path = join(dirname(file), name);
    if (name.startsWith(prefix) && name.endsWith('.copy') && path !== kept) rmSync(path);
  }
}

function assertSound(db: Db): void {
  const [fault] = db.pragma('quick_check(1)', { simple: false }) as { quick_check: string }[];
  if (fault?.quick_check !== 'ok') throw new Error(fault?.quick_check ?? 'the check said nothing');
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that are not there`);
}

/**
 * Takes an open file to the newest version. Answers the path of the copy when one was made.
 * @param db is closed when this throws MigrationFailed.
 */
export function migrateFile(db: Db, { newest, migrate }: FileSteps): string | undefined {
  const from = fileVersion(db);
  const file = db.name;
  if (from === newest) return undefined;
  if (db.memory || !holdsTables(db)) {
    migrate(db);
    return undefined;
  }
  const copy = copyName(file, from);
  copyDatabase(file, copy);
  try {
    migrate(db);
    assertSound(db);
  } catch (cause) {
    db.close();
    if (existsSync(copy)) putBack(copy, file);
    throw new MigrationFailed(file, from, newest, cause);
  }
  dropOlderCopies(file, copy);
  return copy;
}
