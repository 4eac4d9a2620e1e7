/** What goes wrong on the way gets words that say what to do, and nothing is lost. */
import { signIn, synced, tapUse } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { balanceOf, deviceOps } from './support/ledger.ts';
import { mira, vessel } from './support/scenario.ts';

test('a captive portal answers in place of the server: the op stays and goes when the portal is gone', async ({
  server,
  device,
}) => {
  const { id, container, step } = vessel(9);
  const before = balanceOf(server.data, container.lotId, `c:${id}`);
  const profile = await device();
  const page = profile.page();
  await signIn(page, mira);
  await page.goto(`/containers/${id}`);
  const portal = '<!doctype html><title>Welcome to the guest network</title><h1>Please accept the terms</h1>';
  await profile
    .context()
    .route('**/sync/v1/**', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: portal }));
  await tapUse(page);
  await expect(page.getByRole('button', { name: /^Offline/ })).toBeVisible();
  expect(deviceOps(server.data)).toHaveLength(0);
  await profile.context().unroute('**/sync/v1/**');
  await page.reload();
  await synced(page);
  expect(balanceOf(server.data, container.lotId, `c:${id}`)).toBe(before - step);
  expect(deviceOps(server.data)).toHaveLength(1);
});

test('a wrong password is answered without saying what was wrong, and the login stays', async ({ device }) => {
  const page = (await device()).page();
  await page.goto('/sign-in');
  await page.getByLabel('Login').fill(mira.login);
  await page.getByLabel('Password', { exact: true }).fill('this is not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Login or password is wrong.')).toBeVisible();
  await expect(page.getByLabel('Login')).toHaveValue(mira.login);
});

test('impossible quantities are explained under the field and nothing is recorded', async ({ server, device }) => {
  const { id } = vessel(10);
  const page = (await device()).page();
  await signIn(page, mira);
  await page.goto(`/containers/${id}`);
  const field = page.getByRole('main').getByRole('textbox', { name: /^Quantity in/ });
  for (const typed of ['-3', '0', 'a few', '0.0000000000001', '99999999999999999999', '1,000.5', '']) {
    await field.fill(typed);
    await page.getByRole('main').getByRole('button', { name: 'Use', exact: true }).click();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(typed);
  }
  expect(deviceOps(server.data)).toHaveLength(0);
});

test('a device without room says that nothing was saved; with room again the same tap works', async ({
  server,
  device,
}) => {
  const { id } = vessel(11);
  const profile = await device();
  const page = profile.page();
  await signIn(page, mira);
  await page.goto(`/containers/${id}`);
  await synced(page);
  // What Chromium answers when the disk is full, at the place where it answers it.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    const full = (): never => {
      throw new DOMException('The current transaction exceeded its quota limitations.', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = full;
    addEventListener('room-again', () => (IDBObjectStore.prototype.put = put), { once: true });
  });
  await page.getByRole('main').getByRole('button', { name: 'Use', exact: true }).click();
  await expect(page.getByText(/no room|is full/i).first()).toBeVisible();
  await expect(page.getByText('Saved on this device')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('room-again')));
  await tapUse(page);
  await synced(page);
  expect(deviceOps(server.data)).toHaveLength(1);
});
