/** A whole server in a folder of its own, for tests that ask it over `app.request()`. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import { makeSetupCode, openAccounts, setupCodeHash, type Accounts } from '../features/accounts/index.ts';
import type { Deps } from '../platform/deps.ts';
import { openLabs } from '../labs.ts';
import type { OpenLabs } from '../sync/labs.sqlite.ts';
import { syncRoutes } from '../sync/routes.ts';

type App = ReturnType<typeof createApp>;

export interface TestDevice {
  readonly dev: string;
  readonly spki: string;
}

export interface TestServer {
  readonly app: App;
  readonly accounts: Accounts;
  readonly labs: OpenLabs;
  readonly clock: { now(): number; advance(ms: number): void };
  readonly setupCode: string;
  /** What was logged, as one text. */
  logged(): string;
  close(): void;
}

export function testFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tidylab-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function testDevice(): TestDevice {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    dev: `dev-${randomBytes(8).toString('hex')}`,
    spki: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
  };
}

export function openTestServer(web?: string): TestServer {
  const folder = testFolder();
  let nowMs = Date.now();
  const clock = { now: () => nowMs, advance: (ms: number) => void (nowMs += ms) };
  const lines: string[] = [];
  const write = (fields: Record<string, unknown>, message: string): void =>
    void lines.push(JSON.stringify({ ...fields, message }));
  const deps: Deps = { clock, random: (bytes) => randomBytes(bytes), log: { info: write, warn: write, error: write } };
  const accounts = openAccounts(join(folder.path, 'accounts.sqlite'), deps);
  const labs = openLabs({ folder: folder.path, deps, roleOf: accounts.store.roleOf });
  const setupCode = makeSetupCode(deps.random);
  accounts.store.replaceSetupCode(setupCodeHash(setupCode), clock.now());
  const app = createApp({ deps, accounts, labs, sync: syncRoutes({ labs, deps }), web });
  const close = (): void => {
    labs.close();
    accounts.close();
    folder.remove();
  };
  return { app, accounts, labs, clock, setupCode, logged: () => lines.join('\n'), close };
}

export const send = async (
  app: App,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export const password = 'marble-otter-lantern-9';

export const setupBody = (code: string, device: TestDevice = testDevice()) => ({
  code,
  labName: 'Cold Room Group',
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  name: 'Ana Reis',
  login: 'ana',
  password,
  contents: 'empty',
  device,
});

/** The cookies that an answer sets, as a browser would send them back. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
