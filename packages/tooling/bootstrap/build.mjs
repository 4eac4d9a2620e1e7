// Building: the web app by Vite, the server as one file by rolldown. Each is skipped while nothing it reads has changed.
import { join } from 'node:path';
import { runNode } from './children.mjs';
import { manifests } from './install.mjs';
import { cacheFolder, inRoot, serverBundle, toolScripts, webDist } from './paths.mjs';
import { SetupError, timed } from './say.mjs';
import { hashOf, unlessStamped } from './stamp.mjs';

const shared = [...manifests, 'packages/domain', 'packages/sync', 'packages/testkit', 'packages/tooling/tsconfig'];

async function buildPart(name, sources, needs, step) {
  const stamp = join(cacheFolder, `built-${name}`);
  await unlessStamped({ stamp, hash: hashOf([...shared, ...sources]), needs }, () => timed(`built the ${name}`, step));
}

async function buildWeb() {
  const built = await runNode(toolScripts.vite, ['build', '--manifest', '--logLevel', 'warn']);
  if (built.code !== 0) throw new SetupError('building the web app failed; the reason is printed above');
}

async function bundleServer() {
  const built = await runNode(inRoot('packages', 'tooling', 'bootstrap', 'bundle-server.mjs'));
  if (built.code !== 0) throw new SetupError('bundling the server failed; the reason is printed above');
}

/** Bundles the server when it has changed. The caller holds the lock. */
export const buildServer = () =>
  buildPart('server', ['apps/server', 'packages/tooling/bootstrap/bundle-server.mjs'], [serverBundle], bundleServer);

/** Builds what has changed. The caller holds the lock. */
export async function build() {
  await buildPart('web app', ['apps/web', 'vite.config.ts'], [join(webDist, 'index.html')], buildWeb);
  await buildServer();
}
