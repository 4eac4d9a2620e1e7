// Installing: packages by the lockfile, and better-sqlite3 compiled for this very Node.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, runNode } from './children.mjs';
import { checkNode, compilerAdvice, missingCompilerTools } from './environment.mjs';
import { nodeHeadersFolder } from './headers.mjs';
import { inRoot, root, toolScripts } from './paths.mjs';
import { pnpmCommand } from './pnpm.mjs';
import { SetupError, say, timed } from './say.mjs';
import { hashOf, unlessStamped } from './stamp.mjs';

const workspaceFolders = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);
export const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json', 'e2e/package.json'].concat(
  workspaceFolders.map((folder) => `${folder}/package.json`),
);

// Another Node of another ABI needs other binaries, so the stamp holds the ABI too.
const machine = [process.versions.modules, process.platform, process.arch];

const nativeFolder = inRoot('apps', 'server', 'node_modules', 'better-sqlite3');
const nativeBinary = join(nativeFolder, 'build', 'Release', 'better_sqlite3.node');

/** Opens a database in memory in a Node of its own; the output says why when it cannot. */
export const tryNativeModule = () =>
  run(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()"], {
    cwd: inRoot('apps', 'server'),
    capture: true,
  });

// pnpm is silent while a package compiles, for minutes.
function tellAboutCompiling() {
  const startMs = Date.now();
  return setInterval(() => {
    if (!existsSync(join(nativeFolder, 'build')) || existsSync(nativeBinary)) return;
    say(
      `compiling better-sqlite3, the database (${Math.round((Date.now() - startMs) / 1000)} s so far, about two minutes in all) …`,
    );
  }, 15_000);
}

async function pnpm(args, env) {
  const [command, ...first] = pnpmCommand();
  const telling = tellAboutCompiling();
  try {
    return (await run(command, [...first, ...args], { env })).code;
  } finally {
    clearInterval(telling);
  }
}

function installFailed() {
  const missing = missingCompilerTools();
  const why = missing.length > 0 ? ` ${missing.join(', ')} is missing. ${compilerAdvice()}` : '';
  return new SetupError(
    `installing failed; the reason is printed above.${why} "npm run doctor" checks the whole setup.`,
  );
}

async function installPackages() {
  const missing = missingCompilerTools();
  if (missing.length > 0)
    say(`${missing.join(', ')} is missing, which compiling better-sqlite3 needs. ${compilerAdvice()}`);
  const nodedir = await nodeHeadersFolder();
  const env = nodedir === undefined ? {} : { npm_config_nodedir: nodedir };
  say('installing packages; better-sqlite3 is compiled if there is no ready binary for this machine …');
  if ((await pnpm(['install', '--frozen-lockfile', '--prefer-offline'], env)) !== 0) throw installFailed();
  if ((await tryNativeModule()).code === 0) return;
  say('better-sqlite3 was built for another Node: compiling it again …');
  await pnpm(['--filter', '@tidylab/server', 'rebuild', 'better-sqlite3'], env);
  const loaded = await tryNativeModule();
  if (loaded.code === 0) return;
  process.stderr.write(loaded.output);
  throw installFailed();
}

async function installGitHooks() {
  if (process.env.CI || !existsSync(inRoot('.git')) || !existsSync(toolScripts.lefthook)) return;
  const hooks = await runNode(toolScripts.lefthook, ['install'], { capture: true });
  if (hooks.code !== 0) say('the pre-commit hook was not installed; commits work without it');
}

/** Installs when the lockfile, a manifest or the Node has changed. The caller holds the lock. */
export async function install() {
  checkNode();
  const stamp = inRoot('node_modules', '.cache', 'tidylab', 'installed');
  await unlessStamped({ stamp, hash: hashOf(manifests, machine), needs: [nativeBinary] }, async () => {
    await timed('installed', installPackages);
    await installGitHooks();
  });
}
