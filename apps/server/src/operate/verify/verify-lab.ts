/**
 * Verifies the file of one lab: is it sound, and does everything in it follow from its ops and its ledger. Reads one
 * moment of the file through a connection that cannot write, row by row, so it runs beside a server and on any size.
 */
import { type Db, openToRead } from '../../db/copies.ts';
import { verifyAgreement } from './agreement.ts';
import { verifyFeed } from './feed.ts';
import { verifyLedger } from './ledger.ts';
import { verifyParts } from './parts.ts';
import { verifyReferences } from './references.ts';
import type { Differs, LabFigures } from './report.ts';

function verifySound(db: Db, differs: Differs): boolean {
  const faults = db.pragma('integrity_check(20)') as { integrity_check: string }[];
  const found = faults.filter(({ integrity_check }) => integrity_check !== 'ok');
  for (const { integrity_check } of found) differs({ kind: 'file', text: integrity_check });
  return found.length === 0;
}

function verifyAll(db: Db, differs: Differs): LabFigures {
  const lab = db.prepare('SELECT id, head, chain FROM lab').get() as
    | { id: string; head: number; chain: string }
    | undefined;
  if (!lab) {
    differs({ kind: 'file', text: 'the file holds no lab' });
    return { lab: '', head: 0, chain: '', epoch: '', ops: 0, entries: 0, balances: 0 };
  }
  const told = verifyParts(db, verifyFeed(db, differs), differs);
  verifyAgreement(db, differs);
  const { entries, balances } = verifyLedger(db, told, differs);
  verifyReferences(db, differs);
  const ops = db.prepare('SELECT count(*) FROM op').pluck().get() as number;
  const epoch = db.prepare('SELECT id FROM epoch ORDER BY ordinal DESC LIMIT 1').pluck().get() as string | undefined;
  return { lab: lab.id, head: lab.head, chain: lab.chain, epoch: epoch ?? '', ops, entries, balances };
}

/** @param file at the version that this program knows. A damaged file is a difference, never a throw. */
export function verifyLab(file: string, differs: Differs): LabFigures | undefined {
  let db: Db | undefined;
  try {
    db = openToRead(file);
    if (!verifySound(db, differs)) return undefined;
    db.exec('BEGIN');
    return verifyAll(db, differs);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^SQLITE_(?:CORRUPT|NOTADB|ERROR|IOERR)/.test(code)) throw error;
    differs({ kind: 'file', text: `the file cannot be read: ${error instanceof Error ? error.message : ''}` });
    return undefined;
  } finally {
    db?.close();
  }
}
