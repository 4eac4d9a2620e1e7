// The compiler on every project.
import { existsSync } from 'node:fs';
import { runNode } from '../bootstrap/children.mjs';
import { inRoot, toolScripts } from '../bootstrap/paths.mjs';

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

// A project whose tsconfig is missing fails, except the one of the service worker, which the web app may do without.
const exists = (project) => !project.endsWith('sw.json') || existsSync(inRoot(project));

export async function types() {
  const failures = [];
  for (const project of projects.filter(exists)) {
    const { code, output } = await runNode(toolScripts.tsc, ['-p', project, '--pretty', 'false'], { capture: true });
    if (code !== 0) failures.push(`${project}\n${output}`);
  }
  return { ok: failures.length === 0, output: failures.join('\n') };
}
