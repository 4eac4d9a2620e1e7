// The machine: Node's version, the tools that compile better-sqlite3, and the environment handed to child processes.
import { spawnSync } from 'node:child_process';
import { SetupError } from './say.mjs';

const nodeVersionMin = [20, 11];

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > nodeVersionMin[0] || (major === nodeVersionMin[0] && minor >= nodeVersionMin[1])) return;
  throw new SetupError(
    `Node ${version} is too old: TidyLab needs Node ${nodeVersionMin.join('.')} or newer. Install Node 20, 22 or 24 and run the command again.`,
  );
}

const runs = (command, args = ['--version']) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const compilerTools = [
  { name: 'a C++ compiler', found: () => ['c++', 'g++', 'clang++'].some((c) => runs(process.env.CXX ?? c)) },
  { name: 'make', found: () => ['make', 'gmake'].some((command) => runs(command)) },
  { name: 'python3', found: () => runs('python3') },
];

/** The names of the missing tools. */
export const missingCompilerTools = () => compilerTools.filter((tool) => !tool.found()).map((tool) => tool.name);

export const compilerAdvice = () =>
  process.platform === 'darwin'
    ? 'Install them with: xcode-select --install'
    : 'Install them with: apt-get install -y build-essential python3 (Debian, Ubuntu), dnf install gcc-c++ make python3 (Fedora), apk add build-base python3 (Alpine)';

/**
 * The environment for pnpm and the tools: without what npm tells about the script that started us (pnpm would take npm's
 * lifecycle for its own), and without pnpm fetching another version of itself or asking questions.
 */
export function cleanEnvironment(from = process.env) {
  const kept = Object.entries(from).filter(([name]) => !/^npm_(package|lifecycle)_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    npm_config_manage_package_manager_versions: 'false',
    npm_config_confirm_modules_purge: 'false',
    npm_config_verify_deps_before_run: 'false',
    // node-gyp compiles on one core unless told.
    npm_config_jobs: 'max',
  };
}
