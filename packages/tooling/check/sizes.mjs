// What the web app makes people download, measured with gzip on the built files. "The shell" is what the first paint of
// Items needs: the entry, everything it imports statically, and the page of Items. kB are 1,000 bytes.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { webDist } from '../bootstrap/paths.mjs';

const limits = { shellJs: 350, shellCss: 30, scannerJs: 20, wasm: 420, lazy: 150, precache: 3500 };

const itemsPage = /features\/items\/.*(list|items-page|index)\.tsx?$/;
const scanner = /(^|\/)(decode\.worker|scanner|zxing-wasm)[^/]*\.m?js$/i;
// Lazy parts that may be larger than the others: writing PDF files and drawing molecules.
const largeOnPurpose = /(^|\/)(pdf|chemistry)[^/]*\.js$/i;

function readManifest() {
  const path = join(webDist, '.vite', 'manifest.json');
  if (!existsSync(path)) throw new Error('no build of the web app to measure: run "npm test -- build sizes"');
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The keys of a manifest that the starting keys need at once: themselves and their static imports. */
export function staticClosure(manifest, startingKeys) {
  const reached = new Set();
  const waiting = [...startingKeys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key) || manifest[key] === undefined) continue;
    reached.add(key);
    waiting.push(...(manifest[key].imports ?? []));
  }
  return [...reached];
}

/** The files of the first paint: { js, css }. */
export function shellFiles(manifest) {
  const starting = Object.entries(manifest).filter(
    ([key, chunk]) => chunk.isEntry || (chunk.isDynamicEntry && itemsPage.test(key)),
  );
  const keys = staticClosure(
    manifest,
    starting.map(([key]) => key),
  );
  const js = keys.map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
  return { js, css: [...new Set(keys.flatMap((key) => manifest[key].css ?? []))] };
}

/** The addresses in the service worker's list of files to keep. */
export const precachedFiles = (serviceWorker) => [
  ...new Set(
    [...serviceWorker.matchAll(/["']?url["']?:\s*["']([^"']+)["']/g)].map(([, address]) => address.replace(/^\//, '')),
  ),
];

const builtFiles = (pattern) =>
  readdirSync(webDist, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => pattern.test(path));

function budgets() {
  const shell = shellFiles(readManifest());
  const lazy = builtFiles(/^(?!sw\.m?js$|workbox).*\.m?js$/).filter((file) => !shell.js.includes(file));
  const serviceWorker = join(webDist, builtFiles(/^sw\.m?js$/)[0] ?? 'sw.js');
  const precached = existsSync(serviceWorker) ? precachedFiles(readFileSync(serviceWorker, 'utf8')) : [];
  return [
    { what: 'shell, JavaScript', files: shell.js, limit: limits.shellJs, required: true },
    { what: 'shell, CSS', files: shell.css, limit: limits.shellCss, required: true },
    { what: 'scanner, JavaScript', files: lazy.filter((file) => scanner.test(file)), limit: limits.scannerJs },
    ...builtFiles(/\.wasm$/).map((file) => ({ what: file, files: [file], limit: limits.wasm })),
    ...lazy
      .filter((file) => !scanner.test(file) && !largeOnPurpose.test(file))
      .map((file) => ({ what: `lazy ${file}`, files: [file], limit: limits.lazy })),
    {
      what: 'kept for offline use',
      files: precached.filter((file) => existsSync(join(webDist, file))),
      limit: limits.precache,
      required: true,
    },
  ];
}

export async function sizes() {
  const checks = budgets();
  const files = (budget) => budget.files.map((file) => join(webDist, file));
  const measured = await sizeLimit([filePlugin], {
    checks: checks.map((budget) => ({ files: files(budget), gzip: true })),
  });
  const lines = checks.map(({ what, files: list, limit, required = false }, index) => {
    const kilobytes = Math.round((measured[index]?.size ?? 0) / 100) / 10;
    const wrong = kilobytes > limit || (required && list.length === 0);
    return {
      wrong,
      text: `${wrong ? 'TOO LARGE' : 'fits'} ${what}: ${list.length === 0 ? 'no file' : `${kilobytes} kB`} of ${limit} kB`,
    };
  });
  const shown = lines.filter(({ wrong, text }) => wrong || !text.includes('lazy'));
  return { ok: lines.every(({ wrong }) => !wrong), output: shown.map(({ text }) => text).join('\n') };
}
