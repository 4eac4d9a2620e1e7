// Explains a broken setup: one line for each thing the commands need, and what to do about each problem. Changes nothing.
// Plain Node without dependencies, because the setup may be what is missing.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { chromiumAdvice, findChromium, hasCertutil } from './bootstrap/chromium.mjs';
import { checkNode, compilerAdvice, missingCompilerTools } from './bootstrap/environment.mjs';
import { tryNativeModule } from './bootstrap/install.mjs';
import { inRoot, root } from './bootstrap/paths.mjs';
import { pnpmOnPath, wantedPnpm } from './bootstrap/pnpm.mjs';

const usage = `Usage: npm run doctor -- [--port N] [--data DIR]

Looks at this machine and says what would keep TidyLab from running, and what to do.
`;

const ok = (what) => ({ what });
const note = (what, todo) => ({ what, todo, serious: false });
const problem = (what, todo) => ({ what, todo, serious: true });

function node() {
  try {
    checkNode();
    return ok(`Node ${process.versions.node}`);
  } catch (error) {
    return problem(`Node ${process.versions.node}`, error.message);
  }
}

function compiler() {
  const missing = missingCompilerTools();
  return missing.length === 0
    ? ok('C++ compiler, make and python3')
    : problem(`missing: ${missing.join(', ')}`, `better-sqlite3 may have to be compiled here. ${compilerAdvice()}`);
}

function pnpm() {
  const found = pnpmOnPath();
  if (`pnpm@${found}` === wantedPnpm()) return ok(`pnpm ${found}`);
  return note(
    `${found ? `pnpm ${found}` : 'no pnpm'} on PATH`,
    `nothing: npm start and npm test use ${wantedPnpm()} through npx`,
  );
}

async function nativeModule() {
  if (!existsSync(inRoot('node_modules'))) return problem('packages are not installed', 'run: npm start');
  const { code, output } = await tryNativeModule();
  if (code === 0) return ok('better-sqlite3 opens a database');
  const reason = output.split('\n').find((line) => /Error/.test(line)) ?? output.trim();
  return problem(
    `better-sqlite3 does not load: ${reason}`,
    'run npm start, which compiles it again; it says what is missing if it cannot',
  );
}

function chromium() {
  const path = findChromium();
  if (path === undefined) return note('no Chromium (only the browser tests need it)', chromiumAdvice);
  return hasCertutil()
    ? ok(`Chromium at ${path}, certutil`)
    : note(
        `Chromium at ${path}, but no certutil`,
        'install libnss3-tools for the tests that trust a certificate of their own',
      );
}

function port(number) {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', (error) => {
      const todo =
        error.code === 'EACCES'
          ? 'ports below 1024 need a privilege: choose a higher one with --port'
          : 'another program listens there: stop it, or start with npm start -- --port N';
      answer(problem(`port ${number}: ${error.code}`, todo));
    });
    server.listen(number, () => server.close(() => answer(ok(`port ${number} is free`))));
  });
}

function dataFolder(folder) {
  if (!existsSync(folder)) return note(`data folder ${folder} does not exist`, 'nothing: the server creates it');
  const stat = statSync(folder);
  if (!stat.isDirectory()) return problem(`${folder} is not a folder`, 'choose another with --data DIR');
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return problem(`data folder ${folder} cannot be written by this user`, `run: sudo chown -R "$(id -un)" ${folder}`);
  }
  const mode = (stat.mode & 0o777).toString(8);
  if ((stat.mode & 0o077) === 0) return ok(`data folder ${folder} (mode ${mode})`);
  return problem(`data folder ${folder} is open to other users (mode ${mode})`, `run: chmod 700 ${folder}`);
}

const option = (name, otherwise) => {
  const index = process.argv.indexOf(name);
  return index === -1 ? otherwise : (process.argv[index + 1] ?? otherwise);
};

async function main() {
  if (process.argv.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const folder = resolve(root, option('--data', join('.tidylab', 'data')));
  const findings = [node(), compiler(), pnpm(), await nativeModule(), chromium()];
  findings.push(await port(Number(option('--port', '4100'))), dataFolder(folder));
  for (const { what, todo, serious } of findings) {
    process.stdout.write(`${todo === undefined ? 'ok     ' : serious ? 'PROBLEM' : 'note   '}  ${what}\n`);
    if (todo !== undefined) process.stdout.write(`         → ${todo}\n`);
  }
  return findings.some(({ serious }) => serious) ? 1 : 0;
}

process.exitCode = await main();
