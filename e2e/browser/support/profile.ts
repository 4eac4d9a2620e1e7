/** A browser profile on disk: a device. It survives the browser being killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { processesWith } from './processes.ts';

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1280, height: 800 } as const;

export interface ProfileOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
  readonly colorScheme?: 'light' | 'dark';
  /** `block`: the page as it is before anything was installed. */
  readonly serviceWorkers?: 'allow' | 'block';
}

export interface Profile {
  context(): BrowserContext;
  page(): Page;
  newPage(): Promise<Page>;
  /** Kills every process of the browser at once, then nothing of it runs. */
  kill(): Promise<void>;
  /** Ends the browser as a person does. */
  close(): Promise<void>;
  open(): Promise<void>;
  remove(): Promise<void>;
}

export async function openProfile(url: string, options: ProfileOptions = {}): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'tidylab-profile-'));
  const { viewport = phone, args = [], colorScheme = 'light', serviceWorkers = 'allow' } = options;
  let context: BrowserContext | undefined;
  const current = (): BrowserContext => {
    if (!context) throw new Error('the profile is not open');
    return context;
  };
  const open = async (): Promise<void> => {
    context = await chromium.launchPersistentContext(folder, {
      executablePath: chromiumPath,
      args: [...chromiumArgs, ...args],
      baseURL: url,
      viewport: { ...viewport },
      hasTouch: viewport.width < 768,
      colorScheme,
      serviceWorkers,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    });
  };
  await open();
  return {
    context: current,
    page() {
      const [first] = current().pages();
      if (!first) throw new Error('the profile has no page');
      return first;
    },
    newPage: () => current().newPage(),
    async kill() {
      const held = current();
      context = undefined;
      const gone = new Promise<void>((resolve) => held.once('close', () => resolve()));
      killTree(folder);
      await gone;
    },
    async close() {
      await current().close();
      context = undefined;
    },
    open,
    async remove() {
      await context?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The browser's processes are those that were started with its folder. */
function killTree(folder: string): void {
  for (const pid of processesWith(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself between the two looks.
    }
  }
}
