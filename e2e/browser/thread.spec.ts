/** The thread: one use in the cold room reaches every device, once, whatever dies on the way. */
import { bigNumber, signIn, synced, tapUse, useOnce } from './support/app.ts';
import { expect, test } from './support/lab.ts';
import { balanceOf, deviceOps } from './support/ledger.ts';
import { desktop } from './support/profile.ts';
import { jonas, mira, vessel } from './support/scenario.ts';

test('a use on one device reaches the screen of another', async ({ server, device }) => {
  const { id, container, step } = vessel(0);
  const before = balanceOf(server.data, container.lotId, `c:${id}`);
  const [first, second] = [await device(), await device({ viewport: desktop })];
  await signIn(first.page(), mira);
  await signIn(second.page(), jonas);
  await second.page().goto(`/containers/${id}`);
  const shown = bigNumber(second.page());
  const text = await shown.textContent();
  await useOnce(first.page(), id);
  await synced(first.page());
  await expect(shown).not.toHaveText(text ?? '');
  await expect(second.page().getByText(mira.name).first()).toBeVisible();
  expect(balanceOf(server.data, container.lotId, `c:${id}`)).toBe(before - step);
  expect(deviceOps(server.data).map(({ type, status }) => [type, status])).toEqual([['post-consume', 'applied']]);
});

test('the server is killed between tap and send: nothing is lost, nothing is doubled', async ({ server, device }) => {
  const { id, container, step } = vessel(1);
  const before = balanceOf(server.data, container.lotId, `c:${id}`);
  const profile = await device();
  const page = profile.page();
  await signIn(page, mira);
  await page.goto(`/containers/${id}`);
  await expect(page.getByRole('heading', { name: container.label, level: 1 })).toBeVisible();
  await server.kill();
  await tapUse(profile.page());
  await expect(profile.page().getByRole('button', { name: /Offline/ })).toBeVisible();
  expect(deviceOps(server.data)).toHaveLength(0);
  await server.start();
  await profile.page().reload();
  await synced(profile.page());
  expect(balanceOf(server.data, container.lotId, `c:${id}`)).toBe(before - step);
  expect(deviceOps(server.data)).toHaveLength(1);
});

test('the reply is lost after the server committed: sending again finds the first result', async ({
  server,
  device,
}) => {
  const { id, container, step } = vessel(2);
  const before = balanceOf(server.data, container.lotId, `c:${id}`);
  const profile = await device();
  await signIn(profile.page(), mira);
  let lost = 0;
  await profile.context().route('**/sync/v1/push', async (route) => {
    await route.fetch();
    lost++;
    if (lost < 3) await route.abort('connectionreset');
    else await route.continue();
  });
  await useOnce(profile.page(), id);
  await synced(profile.page());
  expect(lost).toBe(3);
  expect(balanceOf(server.data, container.lotId, `c:${id}`)).toBe(before - step);
  expect(deviceOps(server.data)).toHaveLength(1);
});

test('the browser is killed before the reply: after a restart the op arrives, once', async ({ server, device }) => {
  const { id, container, step } = vessel(3);
  const before = balanceOf(server.data, container.lotId, `c:${id}`);
  const profile = await device();
  await signIn(profile.page(), mira);
  // Chromium writes cookies half a minute late; a browser that ended once has them on disk.
  await profile.close();
  await profile.open();
  await profile.page().goto(`/containers/${id}`);
  // The push is held back for ever: the tap is saved, the reply never comes.
  await profile.context().route('**/sync/v1/push', () => undefined);
  await tapUse(profile.page());
  await profile.kill();
  expect(deviceOps(server.data)).toHaveLength(0);
  await profile.open();
  await profile.page().goto(`/containers/${id}`);
  await synced(profile.page());
  expect(balanceOf(server.data, container.lotId, `c:${id}`)).toBe(before - step);
  expect(deviceOps(server.data)).toHaveLength(1);
});

test('two tabs of one profile write to one stream without taking the same number', async ({ server, device }) => {
  const [a, b] = [vessel(4), vessel(5)];
  const profile = await device();
  const first = profile.page();
  await signIn(first, mira);
  const second = await profile.newPage();
  await first.goto(`/containers/${a.id}`);
  await second.goto(`/containers/${b.id}`);
  for (let round = 0; round < 3; round++) await Promise.all([tapUse(first), tapUse(second)]);
  await synced(first);
  await synced(second);
  await expect.poll(() => deviceOps(server.data).length).toBe(6);
  const ops = deviceOps(server.data);
  expect(new Set(ops.map(({ dev }) => dev)).size).toBe(1);
  expect(ops.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(ops.every(({ status }) => status === 'applied')).toBe(true);
});

test('two people on one profile: what the first left unsent goes under their own name', async ({ server, device }) => {
  const [a, b] = [vessel(6), vessel(7)];
  const profile = await device();
  const page = profile.page();
  await signIn(page, mira);
  await page.goto(`/containers/${a.id}`);
  await profile.context().route('**/sync/v1/push', (route) => route.abort());
  await tapUse(page);
  await page.goto('/settings');
  await page.getByRole('button', { name: /^Sign out/ }).click();
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await profile.context().unroute('**/sync/v1/push');
  await signIn(page, jonas);
  await useOnce(page, b.id);
  await synced(page);
  const ops = deviceOps(server.data);
  expect(ops.map(({ n, status }) => [n, status])).toEqual([
    [1, 'applied'],
    [2, 'applied'],
  ]);
  expect(new Set(ops.map(({ user }) => user)).size).toBe(2);
});
