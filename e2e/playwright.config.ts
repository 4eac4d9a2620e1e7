/** Browser tests: the built app from the production server, in a real Chromium. Run by the `e2e` stage of `npm test`. */
import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './browser/support/chromium.ts';

export default defineConfig({
  testDir: './browser',
  outputDir: './.out/results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromiumPath, args: chromiumArgs },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
  },
});
