/** The first start: a one-time code of the terminal opens the setup, and ends with a lab on the screen. */
import { synced } from './support/app.ts';
import { expect, test } from './support/lab.ts';

test.use({ serverArgs: [] });

const password = 'violet kettle under nine bridges';

test('a lab is set up with the contents of the demo lab, in one form', async ({ server, device }) => {
  const code = await server.says(/\/setup\?code=(\S+)/);
  const page = (await device()).page();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Set up your lab', level: 1 })).toBeVisible();
  await page.goto(`/setup?code=${code}`);
  await expect(page.getByLabel('Setup code')).toHaveValue(code);
  await page.getByLabel('Name of the lab').fill('Cold Spring');
  await page.getByLabel('Your name').fill('Ada Quist');
  await page.getByLabel('Login').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill('too short');
  await page.getByRole('combobox', { name: 'Currency' }).fill('CHF');
  await page.getByRole('option', { name: /^CHF/ }).click();
  await page.getByRole('radio', { name: /Demo lab/ }).check();
  await page.getByRole('button', { name: 'Set up the lab' }).click();
  await expect(page.getByText(/more character/).first()).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set up the lab' }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await synced(page);
  await expect(page.getByText('nothing here is real')).toHaveCount(0);
  await page.goto('/items');
  await expect(page.getByText('401 items')).toBeVisible();
});

test('a wrong code is refused with words that say where the right one stands, and nothing typed is lost', async ({
  device,
}) => {
  const page = (await device()).page();
  await page.goto('/setup?code=WRONG-WRONG');
  await page.getByLabel('Name of the lab').fill('Cold Spring');
  await page.getByLabel('Your name').fill('Ada Quist');
  await page.getByLabel('Login').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set up the lab' }).click();
  await expect(page.getByText(/Look at the terminal/)).toBeVisible();
  await expect(page.getByLabel('Name of the lab')).toHaveValue('Cold Spring');
});
