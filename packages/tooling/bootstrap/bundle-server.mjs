// Bundles apps/server into dist/main.mjs: our packages and the JavaScript libraries go in, native modules stay outside.
// Run as a process of its own, so that a crash of the bundler is not ours.
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { rolldown } from 'rolldown';
import { inRoot, serverBundle, serverEntry } from './paths.mjs';

const external = [/^node:/, 'better-sqlite3', /^@node-rs\/argon2/];

// Libraries that look for a module only when the user has asked for it by a setting of ours that does not exist.
const expected = new Set(['EVAL', 'UNRESOLVED_IMPORT_OPTIONAL']);

const bundle = await rolldown({
  input: serverEntry,
  cwd: inRoot('apps', 'server'),
  platform: 'node',
  external,
  onLog(level, log, handle) {
    if (level === 'warn' && expected.has(log.code)) return;
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    handle(level, log);
  },
});
// Parts of an earlier bundle would stay for ever: their names hold a hash.
rmSync(dirname(serverBundle), { recursive: true, force: true });
await bundle.write({
  dir: dirname(serverBundle),
  format: 'esm',
  entryFileNames: 'main.mjs',
  chunkFileNames: '[name]-[hash].mjs',
  sourcemap: true,
});
await bundle.close();
