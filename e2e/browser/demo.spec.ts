/** `--demo`: a lab to look around in, with a printed account, that an admin takes away again. */
import { signIn } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import type { RunningServer } from './support/server.ts';

test.use({ serverArgs: ['--demo'] });
// Each test makes a lab of four hundred items and takes it to a device.
test.slow();

/** The first line that the terminal prints for a role. */
async function accountOf(role: string, server: RunningServer) {
  const login = await server.says(new RegExp(`^ {2}(\\S+) \\(${role}\\), password: `, 'm'));
  const password = await server.says(new RegExp(`^ {2}${login} \\(${role}\\), password: (\\S+)\\n`, 'm'));
  return { login, password, name: '' };
}

test('the printed account signs in to 400 items and a banner; an admin removes the demo and setup waits', async ({
  server,
  device,
}) => {
  const page = (await device()).page();
  await signIn(page, await accountOf('admin', server));
  await expect(page.getByText('nothing here is real')).toBeVisible();
  await page.goto('/items');
  await expect(page.getByText('401 items')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the demo' }).click();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('button', { name: 'Remove the demo' }).click();
  await page.getByRole('button', { name: 'Remove everything now' }).click();
  await expect(page.getByRole('heading', { name: 'Set up your lab', level: 1 })).toBeVisible();
  await expect(page.getByLabel('Setup code')).toHaveValue(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  expect(left.filter((name) => /tidylab-(?:base|outbox)/.test(name))).toEqual([]);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Set up your lab', level: 1 })).toBeVisible();
});

test('a user sees the banner, and nothing to remove it with', async ({ server, device }) => {
  const page = (await device()).page();
  await signIn(page, await accountOf('user', server));
  await expect(page.getByText('nothing here is real')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove the demo' })).toHaveCount(0);
});
