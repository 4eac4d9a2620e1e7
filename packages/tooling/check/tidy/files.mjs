// The files of the repository that are text of ours: tracked or new, not ignored.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const skippedFolders = new Set([
  'node_modules',
  'dist',
  '.git',
  '.cache',
  '.tidylab',
  '.out',
  'coverage',
  'paraglide',
  'test-results',
]);
const textEndings =
  /\.(ts|tsx|mts|cts|js|mjs|cjs|css|html|json|md|yml|yaml|sql|sh|svg|txt)$|\/?(\.ci\/run|\.npmrc|\.gitignore|\.editorconfig)$/;
const notOurs = /^pnpm-lock\.yaml$|\/db\/migrations\/meta\//;

function* walk(folder, prefix = '') {
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) yield* walk(folder, path);
    else if (entry.isFile()) yield path;
  }
}

function listPaths(folder) {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
  });
  // A copy without its history (an archive) has no git to ask.
  return git.status === 0 ? git.stdout.split('\0').filter(Boolean) : [...walk(folder)];
}

/** @returns {{path: string, text: string, lines: string[]}[]} path from the root of the repository */
export function readFiles(folder) {
  const paths = listPaths(folder).filter(
    (path) => textEndings.test(path) && !notOurs.test(path) && existsSync(join(folder, path)),
  );
  return paths.map((path) => fileOf(path, readFileSync(join(folder, path), 'utf8')));
}

export const fileOf = (path, text) => ({ path, text, lines: text.split('\n') });

export const isCode = (path) => /\.(ts|tsx|mts|cts|js|mjs|cjs)$/.test(path);
export const isTest = (path) => /\.(test|spec|contract)\.(tsx?|mjs)$/.test(path);
