/**
 * Writes the open-source parts that a build bundles into the module that lists them. Which they are is read from the
 * modules that were really used, those of the workers too; their licences from the packages themselves.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const marker = '__TIDYLAB_LICENCES__';

/** Bundled in ways that name no module: a font by CSS, the service worker by a build of its own. */
const besides = ['@fontsource-variable/inter', 'workbox-precaching', 'workbox-routing'] as const;

interface Part {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** The folder of the package that a module belongs to; undefined for our own modules. */
function packageFolder(id: string): string | undefined {
  const path = id.replace(/^\0/, '').split('?', 1)[0] ?? '';
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : undefined;
}

function partAt(folder: string): Part {
  const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version, license } = described;
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(entry));
  return {
    name: String(name),
    version: String(version),
    licence: typeof license === 'string' ? license : 'see text',
    text: file === undefined ? String(license) : readFileSync(join(folder, file), 'utf8').trim(),
  };
}

function besideFolder(name: string, from: string): string {
  return dirname(createRequire(from).resolve(`${name}/package.json`));
}

/** Hand the same set to the plugin of the app and to that of the workers. */
export function licences(seen: Set<string>, { write }: { write: boolean }): Plugin {
  return {
    name: 'tidylab:licences',
    apply: 'build',
    moduleParsed({ id }) {
      const folder = packageFolder(id);
      if (folder !== undefined) seen.add(folder);
    },
    renderChunk(code) {
      if (!write || !code.includes(marker)) return null;
      for (const name of besides) seen.add(besideFolder(name, join(import.meta.dirname, 'package.json')));
      const parts = [...new Map([...seen].map((folder) => [folder, partAt(folder)])).values()];
      parts.sort((a, b) => (a.name < b.name ? -1 : 1));
      const list = JSON.stringify(JSON.stringify(parts));
      return { code: code.replaceAll(/(["'`])__TIDYLAB_LICENCES__\1/g, () => list), map: null };
    },
  };
}
