/** The face of accounts: people, their sessions, the first setup. */
export { openAccounts, type Accounts } from './accounts.ts';
export { accountsRoutes } from './routes.ts';
export type { LabContents } from './setup.ts';
export type { LabEntry, NewMember } from './port.ts';
export { makeSetupCode, setupCodeHash } from './setup-code.ts';
