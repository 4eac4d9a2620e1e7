/** The installed app without a network: it starts, opens a deep link, records, and sends later. */
import { signIn, readyForOffline, synced, tapUse, bigNumber } from '../support/app.ts';
import { expect, test } from '../support/lab.ts';
import { deviceOps } from '../support/ledger.ts';
import { mira, vessel } from '../support/scenario.ts';

test('the app reloads offline at a deep link, after the browser was closed, and work goes on', async ({
  server,
  device,
}) => {
  const { id, container } = vessel(8);
  const profile = await device();
  await signIn(profile.page(), mira);
  await profile.page().reload();
  await readyForOffline(profile.page());
  await profile.close();
  await server.kill();

  await profile.open();
  const page = profile.page();
  await page.goto(`/containers/${id}`);
  await expect(page.getByRole('heading', { name: container.label, level: 1 })).toBeVisible();
  const before = await bigNumber(page).textContent();
  await tapUse(page);
  await expect(bigNumber(page)).not.toHaveText(before ?? '');
  await expect(page.getByRole('button', { name: /^(Offline|1 to send)/ })).toBeVisible();
  await page.reload();
  await expect(bigNumber(page)).not.toHaveText(before ?? '');
  for (const [path, heading] of [
    ['/items', 'Items'],
    ['/locations', 'Locations'],
    ['/movements', 'Movements'],
    ['/scan', 'Scan'],
    ['/settings', 'Settings'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
  }

  await server.start();
  await page.goto('/');
  await synced(page);
  await expect.poll(() => deviceOps(server.data).map(({ status }) => status)).toEqual(['applied']);
});

test('the built app is installable and asks no other host for anything', async ({ server, device }) => {
  const profile = await device();
  const foreign: string[] = [];
  const problems: string[] = [];
  profile.context().on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(?:data|blob|chrome-extension):/.test(request.url()))
      foreign.push(request.url());
  });
  profile.page().on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  profile.page().on('pageerror', (error) => problems.push(error.message));
  await signIn(profile.page(), mira);
  await profile.page().reload();
  await readyForOffline(profile.page());
  const cdp = await profile.context().newCDPSession(profile.page());
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { errors } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
  expect(problems).toEqual([]);
});

test('a missing asset is a 404 and never a page; the shell and its policy come from the server', async ({
  server,
  request,
}) => {
  const missing = await request.get(`${server.url}/assets/no-such-file.js`);
  expect(missing.status()).toBe(404);
  expect(missing.headers()['content-type'] ?? '').not.toContain('text/html');
  const shell = await request.get(`${server.url}/items/anything`, { headers: { Accept: 'text/html' } });
  expect(shell.status()).toBe(200);
  expect(shell.headers()['vary'] ?? '').not.toContain('Origin');
  expect(shell.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
});

test('on the first visit, before anything is installed, a server that dies leaves our words on the screen', async ({
  server,
  device,
}) => {
  const page = (await device({ serviceWorkers: 'block' })).page();
  await signIn(page, mira);
  await server.kill();
  await page.getByRole('link', { name: 'Locations' }).first().click();
  await expect(page.getByText('This part of the app is not on this device')).toBeVisible();
  await expect(page.getByRole('banner')).toBeVisible();
});
