// What a new feature begins with: a record of one field in domain, its table in server, its empty page in web, and a test
// of each. Templates are texts, because they name modules that do not exist here.
const pascal = (word) => word.replace(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase());
const camel = (word) => word.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** The forms of a word: stock-takes, stockTakes, StockTakes, stock_takes; and the same of one stock-take. */
function formsOf(word) {
  const one = word.slice(0, -1);
  const title = word.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const snake = word.replaceAll('-', '_');
  return { word, one, title, snake, camelOne: camel(one), pascal: pascal(word), said: one.replaceAll('-', ' ') };
}

const domain = ({ said, camelOne }) => ({
  'model.ts': `/** What a ${said} is. */
import * as z from 'zod/mini';

export const ${camelOne}Fields = z.object({ name: z.string().check(z.minLength(1), z.maxLength(200)) });
`,
  'model.test.ts': `import { expect, test } from 'vitest';
import { ${camelOne}Fields } from './model.ts';

test('the name has 1 to 200 characters', () => {
  const accepts = (name: string): boolean => ${camelOne}Fields.safeParse({ name }).success;
  expect(accepts('a')).toBe(true);
  expect(accepts('a'.repeat(200))).toBe(true);
  expect(accepts('')).toBe(false);
  expect(accepts('a'.repeat(201))).toBe(false);
});
`,
});

const server = ({ word, one, said, camelOne }) => ({
  'table.ts': `import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from '../../db/record-columns.ts';

export const ${camelOne}Table = sqliteTable('${one.replaceAll('-', '_')}', {
  ...recordColumns,
  name: text('name').notNull(),
});
`,
  'table.test.ts': `import { ${camelOne}Fields } from '@tidylab/domain/${word}/model';
import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ${camelOne}Table } from './table.ts';

test('every field of a ${said} has a column', () => {
  expect(Object.keys(getTableColumns(${camelOne}Table))).toEqual(
    expect.arrayContaining(Object.keys(${camelOne}Fields.def.shape)),
  );
});
`,
});

const web = ({ word, pascal: name, snake }) => ({
  'index.ts': `/** The public face of ${word.replaceAll('-', ' ')}. */
import type { NavEntry, Screen } from '../../ui/navigation.ts';

export const screens: readonly Screen[] = [{ path: '/${word}', page: () => import('./pages/${word}-page.tsx') }];
export const nav: readonly NavEntry[] = [];
`,
  'index.test.ts': `import { expect, test } from 'vitest';
import { nav, screens } from './index.ts';

test('what the navigation opens is one of the screens', () => {
  const paths = screens.map(({ path }) => path);
  expect(paths).toContain('/${word}');
  for (const { to } of nav) expect(paths).toContain(to);
});
`,
  [`pages/${word}-page.tsx`]: `import { m } from '../../../paraglide/messages.js';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';

export default function ${name}Page() {
  return (
    <>
      <PageHeader title={m.${snake}_title()} />
      <EmptyState title={m.${snake}_empty()} />
    </>
  );
}
`,
});

const messages = ({ title, snake, word }) =>
  `${JSON.stringify({ [`${snake}_title`]: title, [`${snake}_empty`]: `No ${word.replaceAll('-', ' ')} yet` }, null, 2)}\n`;

const browserTest = ({
  word,
  title,
}) => `/** ${title}: what a person does there, in the built app from the production server. */
import { signIn } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { mira } from './support/scenario.ts';

test('${title.toLowerCase()} open at their address', async ({ device }) => {
  const page = (await device()).page();
  await signIn(page, mira);
  await page.goto('/${word}');
  await expect(page.getByRole('heading', { name: '${title}', level: 1 })).toBeVisible();
});
`;

const below = (folder, files) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

/** The new files: path from the root to text. */
export function filesOf(word) {
  const forms = formsOf(word);
  return {
    ...below(`packages/domain/src/${word}`, domain(forms)),
    ...below(`apps/server/src/features/${word}`, server(forms)),
    ...below(`apps/web/src/features/${word}`, web(forms)),
    [`apps/web/messages/${word}/en.json`]: messages(forms),
    [`apps/web/messages/${word}/de.json`]: messages(forms),
    [`e2e/browser/${word}.spec.ts`]: browserTest(forms),
  };
}

/** Where the messages of a feature are listed. */
export const messageSettings = 'apps/web/project.inlang/settings.json';
export const messagePattern = (word) => `./messages/${word}/{locale}.json`;

export function remainingLines(word) {
  const { camelOne, one, snake } = formsOf(word);
  return `  apps/web/src/app/features.ts         import * as ${camel(word)} from '../features/${word}/index.ts'; and ${camel(word)} in features
  apps/web/messages/${word}/de.json    the same in German
  apps/web/src/features/${word}/index.ts   an entry in nav, when it belongs there
  packages/domain/src/records.ts       ${camelOne}: ${camelOne}Fields in recordSchemas; the compiler then names what else must know it
  apps/server/src/db/lab/migrations.ts a migration that makes and drops the table ${one.replaceAll('-', '_')}
  packages/sync/src/protocol/version.ts  the next minor version, as the hash test says
Then: pnpm check, and npm test -- build e2e for e2e/browser/${word}.spec.ts (its heading is the message ${snake}_title).
`;
}
