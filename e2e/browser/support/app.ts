/** What a person does in the app, by the names they see. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Account } from './scenario.ts';

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Login').fill(account.login);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  await synced(page);
}

/** The cloud in the header says that nothing waits. */
export const synced = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();

/** Opens a container and takes one step of it; resolves when the app says that it is saved. */
export async function useOnce(page: Page, containerId: string): Promise<void> {
  await page.goto(`/containers/${containerId}`);
  await tapUse(page);
}

export async function tapUse(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Use', exact: true }).click();
  await expect(page.getByText('Saved on this device').first()).toBeVisible();
}

/** The amount that a page shows in big letters, with its unit. */
export const bigNumber = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByText(/^[≈−\s]*[\d.,]+\s\S+$/)
    .first();

/** The service worker controls the page and everything it needs is on the device. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready;
    return registration.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
}
