// The messages of the interface, made into modules. The web app's types and tests need them before anything is built.
import { join } from 'node:path';
import { runNode } from './children.mjs';
import { cacheFolder, inRoot, toolScripts } from './paths.mjs';
import { SetupError } from './say.mjs';
import { hashOf, unlessStamped } from './stamp.mjs';

const inlangProject = 'apps/web/project.inlang';
// As in vite.config.ts, which writes the same folder when it builds.
const messageOptions = ['--silent', '--no-emit-readme', '--strategy', 'globalVariable', 'baseLocale'];

/** Writes apps/web/src/paraglide when the messages have changed. */
export async function generateMessages() {
  const target = inRoot('apps', 'web', 'src', 'paraglide');
  const stamp = join(cacheFolder, 'messages');
  const hash = hashOf([inlangProject, 'apps/web/messages', 'pnpm-lock.yaml']);
  await unlessStamped({ stamp, hash, needs: [join(target, 'messages.js')] }, async () => {
    const args = ['compile', '--project', inRoot(inlangProject), '--outdir', target, ...messageOptions];
    const { code, output } = await runNode(toolScripts.paraglide, args, { capture: true });
    if (code !== 0) throw new SetupError(`the messages of the interface cannot be generated:\n${output}`);
  });
}
