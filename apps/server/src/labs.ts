/** Joins the labs' files to the features: which handler decides which type of op. */
import type { Db } from './db/lab/open.ts';
import { ledgerHandlers } from './features/ledger/handler.ts';
import { sqliteLedgerStore } from './features/ledger/store.sqlite.ts';
import { createRecordHandler } from './features/records/handler.ts';
import { sqliteRecordStore } from './features/records/store.sqlite.ts';
import type { ChangeLog } from './sync/change-log.ts';
import type { OpHandlers } from './sync/handlers.ts';
import { type LabsConfig, openLabFiles, type OpenLabs } from './sync/labs.sqlite.ts';

const featureHandlers = (db: Db, lab: string, log: ChangeLog): OpHandlers =>
  new Map([
    ...ledgerHandlers(sqliteLedgerStore(db, lab), (fact) => log.factOwner(fact)),
    ['create-record@1', createRecordHandler(sqliteRecordStore(db, lab))],
  ]);

export const openLabs = (config: Omit<LabsConfig, 'handlersOf'>): OpenLabs =>
  openLabFiles({ ...config, handlersOf: featureHandlers });
