// The compiler on every project. The interface's messages are generated first: the web app's types come from them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../bootstrap/children.mjs';
import { cacheFolder, inRoot, toolScripts } from '../bootstrap/paths.mjs';
import { SetupError } from '../bootstrap/say.mjs';
import { hashOf, unlessStamped } from '../bootstrap/stamp.mjs';

const projects = [
  'packages/domain',
  'packages/sync',
  'packages/testkit',
  'apps/server',
  'apps/web',
  'apps/web/tsconfig.sw.json',
  'e2e',
  'tsconfig.json',
];

const inlangProject = 'apps/web/project.inlang';
// As in vite.config.ts, which writes the same folder when it builds.
const messageOptions = ['--silent', '--no-emit-readme', '--strategy', 'globalVariable', 'baseLocale'];

/** Writes apps/web/src/paraglide when the messages have changed. */
async function generateMessages() {
  const target = inRoot('apps', 'web', 'src', 'paraglide');
  const stamp = join(cacheFolder, 'messages');
  const hash = hashOf([inlangProject, 'apps/web/messages', 'pnpm-lock.yaml']);
  await unlessStamped({ stamp, hash, needs: [join(target, 'messages.js')] }, async () => {
    const args = ['compile', '--project', inRoot(inlangProject), '--outdir', target, ...messageOptions];
    const { code, output } = await runNode(toolScripts.paraglide, args, { capture: true });
    if (code !== 0) throw new SetupError(`the messages of the interface cannot be generated:\n${output}`);
  });
}

// A project whose tsconfig is missing fails, except the one of the service worker, which the web app may do without.
const exists = (project) => !project.endsWith('sw.json') || existsSync(inRoot(project));

export async function types() {
  await generateMessages();
  const failures = [];
  for (const project of projects.filter(exists)) {
    const { code, output } = await runNode(toolScripts.tsc, ['-p', project, '--pretty', 'false'], { capture: true });
    if (code !== 0) failures.push(`${project}\n${output}`);
  }
  return { ok: failures.length === 0, output: failures.join('\n') };
}
