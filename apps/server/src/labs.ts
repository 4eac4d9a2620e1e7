/** Joins the labs' files to the features: which handler decides which type of op. */
import type { Db } from './db/lab/open.ts';
import { ledgerHandlers } from './features/ledger/handler.ts';
import { sqliteLedgerStore } from './features/ledger/store.sqlite.ts';
import { recordHandlers } from './features/records/handler.ts';
import { recordChanges } from './features/records/index.ts';
import { sqliteRecordStore } from './features/records/store.sqlite.ts';
import { reviewHandlers } from './features/reviews/handler.ts';
import { sqliteReviewLog } from './features/reviews/review-log.sqlite.ts';
import type { ChangeLog } from './sync/change-log.ts';
import type { OpHandlers } from './sync/handlers.ts';
import { type LabsConfig, openLabFiles, type OpenLabs } from './sync/labs.sqlite.ts';

const featureHandlers = (db: Db, lab: string, log: ChangeLog): OpHandlers => {
  const records = sqliteRecordStore(db, lab);
  const changes = recordChanges(records, {
    epoch: () => log.epochs().at(-1)?.id ?? '',
    factOwner: (fact) => log.factOwner(fact),
  });
  return new Map([
    ...ledgerHandlers(sqliteLedgerStore(db, lab), (fact) => log.factOwner(fact)),
    ...recordHandlers(records, changes),
    ...reviewHandlers(changes, sqliteReviewLog(db, lab)),
  ]);
};

export const openLabs = (config: Omit<LabsConfig, 'handlersOf'>): OpenLabs =>
  openLabFiles({ ...config, handlersOf: featureHandlers });
