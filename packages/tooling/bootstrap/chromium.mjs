// A Chromium for the browser tests, and certutil, with which the tests trust their own certificate.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { run } from './children.mjs';
import { inRoot } from './paths.mjs';
import { SetupError, say } from './say.mjs';

const debianChromium = '/usr/bin/chromium';

function playwrightDownload() {
  try {
    return createRequire(inRoot('e2e', 'package.json'))('@playwright/test').chromium.executablePath();
  } catch {
    // Not installed yet: then there is no download of it either.
    return '';
  }
}

/** The path of a Chromium, or undefined. CHROMIUM_PATH wins even when it is wrong, so that a wrong one is noticed. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return [debianChromium, playwrightDownload()].find((path) => path !== '' && existsSync(path));
}

export const hasCertutil = () => spawnSync('certutil', ['-H'], { stdio: 'ignore' }).error === undefined;

export const chromiumAdvice =
  'Install it with: apt-get install -y chromium libnss3-tools (as root), or set CHROMIUM_PATH to a Chromium or Chrome of this machine';

const canInstall = () =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;

async function aptInstall(packages) {
  say(`installing ${packages.join(' and ')} by apt-get, for the browser tests …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update', '-qq'], { env, capture: true });
  const installed = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    capture: true,
  });
  if (installed.code !== 0) process.stderr.write(updated.output + installed.output);
}

/** The environment of the browser tests: CHROMIUM_PATH. Installs what is missing when that is possible. */
export async function chromiumEnvironment() {
  if (process.env.CHROMIUM_PATH && !findChromium()) {
    throw new SetupError(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, but there is no such file`);
  }
  const missing = [findChromium() ? '' : 'chromium', hasCertutil() ? '' : 'libnss3-tools'].filter(Boolean);
  if (missing.length > 0 && canInstall()) await aptInstall(missing);
  const path = findChromium();
  if (path === undefined)
    throw new SetupError(`the browser tests need a Chromium and there is none. ${chromiumAdvice}`);
  if (!hasCertutil()) say('certutil is missing: tests that trust a certificate of their own will fail (libnss3-tools)');
  return { CHROMIUM_PATH: path };
}
