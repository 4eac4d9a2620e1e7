/** Verifies the accounts and every lab that they name. */
import { existsSync } from 'node:fs';
import { openToRead } from '../../db/copies.ts';
import { accountsFile, labFile } from '../folder.ts';
import type { Differs, LabFigures } from './report.ts';
import { verifyLab } from './verify-lab.ts';

export interface NamedLab {
  readonly id: string;
  readonly name: string;
}

function verifyAccounts(file: string, differs: Differs): void {
  try {
    const db = openToRead(file);
    try {
      for (const { integrity_check: text } of db.pragma('integrity_check(20)') as { integrity_check: string }[])
        if (text !== 'ok') differs({ kind: 'file', text: `accounts.sqlite: ${text}` });
      const broken = db.pragma('foreign_key_check') as { table: string; rowid: number }[];
      for (const { table, rowid } of broken)
        differs({ kind: 'agreement', text: `accounts.sqlite: row ${rowid} of ${table} refers to nothing` });
    } finally {
      db.close();
    }
  } catch (error) {
    differs({ kind: 'file', text: `accounts.sqlite cannot be read: ${error instanceof Error ? error.message : ''}` });
  }
}

/** The labs that the accounts of a data folder name; none in a file that was made and never filled. */
export function labsOf(data: string): NamedLab[] {
  const db = openToRead(accountsFile(data));
  try {
    if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'lab'").get()) return [];
    return db.prepare('SELECT id, name FROM lab ORDER BY created_at, id').all() as NamedLab[];
  } finally {
    db.close();
  }
}

/** @param data a folder laid out as a data folder. Answers the figures of each lab that could be read. */
export function verifyFolder(data: string, labs: readonly NamedLab[], differs: Differs): LabFigures[] {
  verifyAccounts(accountsFile(data), differs);
  return labs.flatMap(({ id, name }) => {
    const file = labFile(data, id);
    if (existsSync(file)) {
      const figures = verifyLab(file, (difference) => differs({ ...difference, text: `${name}: ${difference.text}` }));
      return figures ? [figures] : [];
    }
    differs({ kind: 'file', text: `${name}: its file lab-${id}.sqlite is missing` });
    return [];
  });
}
