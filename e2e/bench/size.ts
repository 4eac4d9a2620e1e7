/** S7: what the first paint of Items makes people download, as `npm test -- sizes` counts it. */
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shellFiles } from '../../packages/tooling/check/sizes.mjs';
import type { Row } from './measure.ts';

const dist = fileURLToPath(new URL('../../apps/web/dist/', import.meta.url));
const jsMax = 350;
const cssMax = 30;

const gzKilobytes = (files: readonly string[]): number =>
  files.reduce((sum, path) => sum + gzipSync(readFileSync(dist + path)).length, 0) / 1_000;

export function benchSize(): Row {
  const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Record<string, object>;
  const { js, css } = shellFiles(manifest);
  const [scripts, styles] = [gzKilobytes(js), gzKilobytes(css)];
  return {
    id: 'S7',
    what: `JavaScript of the first paint of Items, gzip, ${js.length} files; CSS ${styles.toFixed(1)} kB`,
    figure: scripts,
    unit: 'kB',
    baseline: null,
    ratio: null,
    goal: `≤ ${jsMax} kB, CSS ≤ ${cssMax} kB`,
    met: js.length > 0 && scripts <= jsMax && styles <= cssMax,
  };
}
