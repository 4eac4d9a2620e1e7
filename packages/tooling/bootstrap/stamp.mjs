// Stamps: a step is skipped when the hash of everything it reads is the one it left behind when it last succeeded. The stamp
// goes before the work starts, so an interrupted step is done again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './paths.mjs';

const skippedFolders = new Set(['node_modules', 'dist', '.cache', 'coverage', 'paraglide']);
const isTest = (name) => /\.(test|spec|contract)\.[cm]?[jt]sx?$/.test(name);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory() ? skippedFolders.has(entry.name) : isTest(entry.name)) continue;
    yield* filesUnder(join(path, entry.name));
  }
}

/** A hash of the names and contents of files and folders (paths from the repository root), and of further facts as text. */
export function hashOf(paths, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`fact ${fact}\n`);
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      const content = readFileSync(file);
      hash.update(`file ${relative(root, file)} ${content.length}\n`).update(content);
    }
  }
  return hash.digest('hex');
}

/** Does `step` unless the stamp file holds `hash` and everything in `needs` exists. Says whether it did. */
export async function unlessStamped({ stamp, hash, needs }, step) {
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && needs.every((path) => existsSync(path));
  if (fresh) return false;
  rmSync(stamp, { force: true });
  await step();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
