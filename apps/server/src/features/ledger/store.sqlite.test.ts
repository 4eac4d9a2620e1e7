import { openLabFile } from '../../db/lab/open.ts';
import { ledgerStoreContract } from './store.contract.ts';
import { sqliteLedgerStore } from './store.sqlite.ts';

ledgerStoreContract('SQLite', () => {
  const db = openLabFile(':memory:');
  return {
    store: sqliteLedgerStore(db, 'lab'),
    stranger: sqliteLedgerStore(db, 'another lab'),
    close: () => db.close(),
  };
});
