// The package manager: exactly the version that package.json names, from PATH or through npx. corepack is not needed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cleanEnvironment } from './environment.mjs';
import { inRoot, root } from './paths.mjs';

/** `pnpm@x.y.z` of package.json. */
export const wantedPnpm = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).packageManager;

/** The version of the pnpm on PATH, or undefined. */
export function pnpmOnPath() {
  const answer = spawnSync('pnpm', ['--version'], { cwd: root, env: cleanEnvironment(), encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** The command and its first arguments. */
export function pnpmCommand() {
  const wanted = wantedPnpm();
  return `pnpm@${pnpmOnPath()}` === wanted ? ['pnpm'] : ['npx', '-y', wanted];
}
