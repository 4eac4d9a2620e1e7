/** For looking at the tables and for drafting a migration; what runs is written by hand, with its way back. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './apps/server/src/**/table.ts',
  out: './apps/server/src/db/migrations',
});
