/**
 * A server with its data folder, opened but not listening. What cannot be opened is answered as a sentence for the
 * person at the screen; faults of the disk are thrown and explained by the caller.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { makeSetupCode, openAccounts, setupCodeHash, type Accounts } from './features/accounts/index.ts';
import { config } from './config.ts';
import { type Copies, createCopies, type MakeCopy } from './operate/copies/copies.ts';
import { makeCopy as makeCopyHere } from './operate/copies/make-copy.ts';
import { copiesFolder } from './operate/folder.ts';
import { healthChecks } from './operate/health-checks.ts';
import { finishRestore } from './operate/restore.ts';
import { upgradeFolder } from './operate/upgrade.ts';
import { prepareDataFolder, type FolderFault } from './platform/data-folder.ts';
import type { Deps } from './platform/deps.ts';
import { holdLock } from './platform/lock.ts';
import { forgetDemoPassword, seedDemoLab } from './demo.ts';
import { type SeedParts, seedScenarioLab, type TryingOut } from './seed.ts';
import { openLabs } from './labs.ts';
import { syncRoutes } from './sync/routes.ts';

export interface ServerOptions {
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly web?: string | undefined;
  readonly scenario?: 'lab' | 'demo' | undefined;
  /** Hears of the setup code that waits when the demo lab was removed. */
  readonly onSetupCode?: ((code: string) => void) | undefined;
  readonly deps: Deps;
  /** Makes one copy for the shelf; the program gives a child process, so that the event loop stays free. */
  readonly makeCopy?: MakeCopy | undefined;
}

export interface Server {
  readonly app: Hono;
  /** Waiting to be set up with this code; undefined once a lab exists. */
  readonly setupCode?: string;
  readonly tryingOut?: TryingOut;
  readonly copies: Copies;
  close(): void;
}

type StartFault = FolderFault | 'in-use' | 'no-web-folder' | SeedFault | 'lab-missing';
type SeedFault = 'another-lab' | 'no-demo-password';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A fresh code at every start until a lab exists: only its hash is kept, so an earlier one cannot be shown again. */
function offerSetup(accounts: Accounts, deps: Deps): string | undefined {
  if (accounts.store.labs().length > 0) return undefined;
  const code = makeSetupCode(deps.random);
  accounts.store.replaceSetupCode(setupCodeHash(code), deps.clock.now());
  return code;
}

function keepCopies({ data, deps, makeCopy }: ServerOptions, closers: (() => void)[]): Copies {
  const copies = createCopies({
    folder: copiesFolder(data),
    deps,
    makeCopy: makeCopy ?? ((nowMs) => makeCopyHere(data, nowMs)),
  });
  const ticking = setInterval(() => copies.tick(), config.copyTickMs);
  ticking.unref();
  closers.push(() => clearInterval(ticking));
  return copies;
}

const seedFaults: Readonly<Record<SeedFault, (data: string) => string>> = {
  'another-lab': (data) =>
    `${data} holds another lab. Choose an empty folder with --data, or leave out what asks for a lab to try out.`,
  'no-demo-password': (data) =>
    `The password of the demo lab in ${data} is gone. Nothing in it is real: delete the folder and start again.`,
};

const seed = async (
  { scenario, data }: ServerOptions,
  parts: SeedParts,
): Promise<TryingOut | SeedFault | undefined> => {
  if (scenario === undefined) return undefined;
  return scenario === 'demo' ? seedDemoLab(data, parts) : seedScenarioLab(parts);
};

async function open(options: ServerOptions, closers: (() => void)[]): Promise<Result<Server, StartFault>> {
  const { data, web, deps } = options;
  const lock = holdLock(join(data, 'server.lock'), data);
  if (!lock.ok) return lock;
  closers.push(lock.value.release);
  finishRestore(data);
  upgradeFolder(data);
  const accounts = openAccounts(join(data, 'accounts.sqlite'), deps);
  closers.push(accounts.close);
  await accounts.sessions.forgetExpired();
  const folder = join(data, 'labs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const labs = openLabs({ folder, deps, roleOf: accounts.store.roleOf });
  closers.push(() => labs.close());
  // A file that is missing or newer is found now, not by the first device that asks for it.
  const missing = accounts.store.labs().find(({ id }) => labs.open(id) === undefined);
  if (missing !== undefined) {
    return refuse(
      'lab-missing',
      `The file of the lab "${missing.name}" (${missing.id}) is missing in ${folder}. Restore the data folder from a backup.`,
    );
  }
  const tryingOut = await seed(options, { deps, accounts, labs });
  if (typeof tryingOut === 'string') return refuse(tryingOut, seedFaults[tryingOut](data));
  const setupCode = offerSetup(accounts, deps);
  const copies = keepCopies(options, closers);
  const checks = healthChecks({ data, labIds: () => accounts.store.labs().map(({ id }) => id) });
  const onDemoEnded = (code: string): void => {
    forgetDemoPassword(data);
    copies.discardAll();
    options.onSetupCode?.(code);
  };
  const app = createApp({
    deps,
    accounts,
    labs,
    sync: syncRoutes({ labs, deps, safeSeqOf: copies.safeSeq }),
    web,
    copies,
    checks,
    onDemoEnded,
  });
  return ok({
    app,
    copies,
    ...(setupCode === undefined ? {} : { setupCode }),
    ...(tryingOut === undefined ? {} : { tryingOut }),
    close: () => closeAll(closers),
  });
}

function closeAll(closers: (() => void)[]): void {
  for (const closer of closers.splice(0).reverse()) closer();
}

/** On a fault everything opened so far is closed again. */
export async function openServer(options: ServerOptions): Promise<Result<Server, StartFault>> {
  const { data, web } = options;
  if (web !== undefined && !isFolder(web)) {
    return refuse(
      'no-web-folder',
      `There is no folder ${web}. Build the app first, or name the folder of a built one with --web.`,
    );
  }
  const folder = prepareDataFolder(data);
  if (!folder.ok) return folder;
  const closers: (() => void)[] = [];
  try {
    const opened = await open(options, closers);
    if (!opened.ok) closeAll(closers);
    return opened;
  } catch (error) {
    closeAll(closers);
    throw error;
  }
}
