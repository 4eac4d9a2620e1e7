/** Where lucia keeps its sessions: the tables `session` and `account`. */
import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import type { Adapter } from 'lucia';
import type { AccountsDatabase } from '../../db/accounts/open.ts';
import { account, session } from './table.ts';

export const sessionAdapter = ({ orm }: AccountsDatabase): Adapter => new DrizzleSQLiteAdapter(orm, session, account);
