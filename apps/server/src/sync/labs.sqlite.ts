/** One SQLite file for each lab, opened once and kept. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toHex } from '@tidylab/domain/kernel/bytes';
import { type Db, openLabFile } from '../db/lab/open.ts';
import { ledgerHandlers } from '../features/ledger/handler.ts';
import { sqliteLedgerStore } from '../features/ledger/store.sqlite.ts';
import { createRecordHandler } from '../features/records/handler.ts';
import { sqliteRecordStore } from '../features/records/store.sqlite.ts';
import type { Deps } from '../platform/deps.ts';
import { sqliteChangeLog } from './change-log.sqlite.ts';
import type { OpHandler } from './handlers.ts';
import { makeLab, type OpenLab } from './lab.ts';
import type { Labs, RoleOf } from './ports.ts';

export interface OpenLabs extends Labs {
  create(labId: string): OpenLab;
  open(labId: string): OpenLab | undefined;
  /** Hears of every commit: the lab and its new head. */
  onCommit(listener: (lab: string, head: number) => void): void;
  /** Tells the listeners of a commit that a request made. */
  announce(lab: string, head: number): void;
}

export interface LabsConfig {
  readonly folder: string;
  readonly deps: Deps;
  readonly roleOf: RoleOf;
}

/** A new file gets its lab and its first epoch together, or nothing. */
function begin(db: Db, labId: string, epoch: string): void {
  db.transaction(() => {
    if (db.prepare('SELECT id FROM lab').get()) return;
    db.prepare('INSERT INTO lab (id, head, chain) VALUES (?, 0, ?)').run(labId, '0000000000000000');
    db.prepare('INSERT INTO epoch (lab, id, fork_seq) VALUES (?, ?, 0)').run(labId, epoch);
  })();
}

export function openLabs({ folder, deps, roleOf }: LabsConfig): OpenLabs {
  const opened = new Map<string, OpenLab>();
  const listeners: ((lab: string, head: number) => void)[] = [];
  const pathOf = (labId: string): string => join(folder, `lab-${labId}.sqlite`);

  const announce = (labId: string, head: number): void => {
    for (const listener of listeners) listener(labId, head);
  };

  const load = (labId: string): OpenLab => {
    const held = opened.get(labId);
    if (held) return held;
    const db = openLabFile(pathOf(labId));
    begin(db, labId, toHex(deps.random(8)));
    const log = sqliteChangeLog(db, labId);
    const handlers = new Map<string, OpHandler>([
      ...ledgerHandlers(sqliteLedgerStore(db, labId), (fact) => log.factOwner(fact)),
      ['create-record@1', createRecordHandler(sqliteRecordStore(db, labId))],
    ]);
    const lab = makeLab(
      { lab: labId, log, handlers, roleOf, report: deps.log },
      (head) => announce(labId, head),
      () => {
        opened.delete(labId);
        db.close();
      },
    );
    opened.set(labId, lab);
    return lab;
  };

  return {
    create: load,
    open: (labId) =>
      /^[0-9a-f-]{1,80}$/.test(labId) && (opened.has(labId) || existsSync(pathOf(labId))) ? load(labId) : undefined,
    onCommit: (listener) => void listeners.push(listener),
    announce,
    close() {
      for (const lab of [...opened.values()]) lab.close();
    },
  };
}
