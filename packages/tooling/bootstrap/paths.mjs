// Where things are. Everything the bootstrap writes lies in ignored folders: node_modules, .cache, and the two dist folders.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
export const inRoot = (...parts) => join(root, ...parts);

export const cacheFolder = inRoot('.cache');
export const webDist = inRoot('apps', 'web', 'dist');
export const serverEntry = inRoot('apps', 'server', 'src', 'main.ts');
export const serverBundle = inRoot('apps', 'server', 'dist', 'main.mjs');

/** The JavaScript file behind a tool of the root workspace, to be run by this same Node without a shell in between. */
export const toolScripts = {
  vite: inRoot('node_modules', 'vite', 'bin', 'vite.js'),
  vitest: inRoot('node_modules', 'vitest', 'vitest.mjs'),
  tsc: inRoot('node_modules', 'typescript', 'bin', 'tsc'),
  oxlint: inRoot('node_modules', 'oxlint', 'bin', 'oxlint'),
  biome: inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  knip: inRoot('node_modules', 'knip', 'bin', 'knip.js'),
  tsx: inRoot('node_modules', 'tsx', 'dist', 'cli.mjs'),
  lefthook: inRoot('node_modules', 'lefthook', 'bin', 'index.js'),
  paraglide: inRoot('node_modules', '@inlang', 'paraglide-js', 'bin', 'run.js'),
  playwright: inRoot('e2e', 'node_modules', '@playwright', 'test', 'cli.js'),
};
