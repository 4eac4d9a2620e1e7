// The compiler on every project. The interface's messages are generated first: the web app's types come from them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../bootstrap/children.mjs';
import { cacheFolder, inRoot, toolScripts } from '../bootstrap/paths.mjs';
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

const inlangProjects = ['apps/web/project.inlang', 'project.inlang'];

/** Writes apps/web/src/paraglide when the messages have changed. */
export async function generateMessages() {
  const project = inlangProjects.find((path) => existsSync(inRoot(path)));
  if (project === undefined) return { code: 0, output: '' };
  const target = inRoot('apps', 'web', 'src', 'paraglide');
  let result = { code: 0, output: '' };
  const hash = hashOf([project, 'apps/web/messages', 'messages', 'pnpm-lock.yaml']);
  await unlessStamped(
    { stamp: join(cacheFolder, 'messages'), hash, needs: [join(target, 'messages.js')] },
    async () => {
      result = await runNode(toolScripts.paraglide, ['compile', '--project', inRoot(project), '--outdir', target], {
        capture: true,
      });
    },
  );
  return result;
}

// A project whose tsconfig is missing fails, except the one of the service worker, which the web app may do without.
const exists = (project) => !project.endsWith('sw.json') || existsSync(inRoot(project));

export async function types() {
  const generated = await generateMessages();
  if (generated.code !== 0) return { ok: false, output: generated.output };
  const failures = [];
  for (const project of projects.filter(exists)) {
    const { code, output } = await runNode(toolScripts.tsc, ['-p', project, '--pretty', 'false'], { capture: true });
    // An empty project has nothing to check: TS18003 says that no file matches.
    if (code !== 0) failures.push(`${project}\n${output}`);
  }
  return { ok: failures.length === 0, output: failures.join('\n') };
}
