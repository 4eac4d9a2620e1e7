/**
 * One configuration for two programs: Vite builds apps/web as an installable app, Vitest runs the unit tests of the
 * whole repository. The built app talks to no host but its own and runs under a policy without inline script.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { licences } from './apps/web/licences.config.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(at('./package.json'), 'utf8')) as { version: string };
const server = 'http://127.0.0.1:4100';

/**
 * Mantine fills its style elements through innerHTML, which `require-trusted-types-for 'script'` refuses. The same
 * text as a child of the element means the same and is no injection sink.
 */
function mantineStylesAsText(): Plugin {
  const sinks =
    /[\\/]@mantine[\\/]core[\\/]esm[\\/].*(?:InlineStyles|MantineCssVariables|MantineClasses|use-mantine-color-scheme)\.mjs$/;
  return {
    name: 'tidylab:mantine-styles-as-text',
    apply: 'build',
    transform(code, id) {
      if (!sinks.test(id)) return null;
      const safe = code
        .replace(/dangerouslySetInnerHTML: \{ __html: (.+) \}/g, 'children: $1')
        .replace(/\.innerHTML = /g, '.textContent = ');
      if (safe === code || /innerHTML/i.test(safe)) this.error(`the style sink in ${id} is not where it was`);
      return { code: safe, map: null };
    },
  };
}

/** The decoder's library would fetch its WebAssembly from a public host if our own address for it were ever lost. */
function withoutForeignFallback(): Plugin {
  const fallback = /https:\/\/\w+\.jsdelivr\.net\/npm\//g;
  return {
    name: 'tidylab:without-foreign-fallback',
    apply: 'build',
    transform: (code) => (code.search(fallback) < 0 ? null : { code: code.replace(fallback, '/'), map: null }),
  };
}

const bundled = new Set<string>();

const manifest = {
  id: '/',
  name: 'TidyLab',
  short_name: 'TidyLab',
  description: 'The inventory of a laboratory that works with gloves on and no network.',
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  background_color: '#f4f7f6',
  theme_color: '#066649',
  categories: ['business', 'productivity'],
  icons: [
    { src: '/icons/icon.svg', type: 'image/svg+xml', sizes: 'any' },
    { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
    { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
    { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' as const },
  ],
  shortcuts: [
    { name: 'Scan', url: '/scan', icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }] },
    { name: 'Items', url: '/items', icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }] },
  ],
};

const pwa = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src',
    filename: 'sw.ts',
    registerType: 'prompt',
    injectRegister: null,
    manifest,
    injectManifest: {
      // A lazy chunk, a font or the decoder that is left out is a screen that fails in a basement.
      globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm}'],
      maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      minify: true,
      sourcemap: false,
    },
  });

const unitTests = {
  name: 'unit',
  root: at('.'),
  include: ['packages/*/**/*.test.{ts,mjs}', 'apps/*/src/**/*.test.{ts,tsx}', 'e2e/{camera,sim}/**/*.test.ts'],
  exclude: ['**/node_modules/**', '**/dist/**'],
  testTimeout: 60_000,
};

/**
 * Modules that nothing imports for its effect. Said of them, a chunk leaves out what a feature's face exports and the
 * chunk does not use; unsaid, every screen would bring all the parts of the features it takes one part of.
 */
const definesOnly =
  /[\\/](?:apps[\\/]web[\\/]src[\\/](?:app|features|platform|store|sync|ui)|packages[\\/]\w+[\\/]src)[\\/](?!.*\.worker\.ts).*\.tsx?$/;

const underVitest = process.env['VITEST'] !== undefined;

export default defineConfig({
  root: underVitest ? at('.') : at('./apps/web'),
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  plugins: underVitest
    ? []
    : [
        paraglideVitePlugin({
          project: at('./apps/web/project.inlang'),
          outdir: at('./apps/web/src/paraglide'),
          strategy: ['globalVariable', 'baseLocale'],
          emitReadme: false,
          // One module a message: a lazy screen brings its own texts, and the shell only those it shows.
          outputStructure: 'message-modules',
        }),
        react(),
        mantineStylesAsText(),
        withoutForeignFallback(),
        licences(bundled, { write: true }),
        pwa(),
      ],
  build: {
    outDir: at('./apps/web/dist'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: definesOnly, sideEffects: false }] } },
    // A font or picture inlined as a data: address would need a weaker policy.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es', plugins: () => [withoutForeignFallback(), licences(bundled, { write: false })] },
  server: {
    host: '127.0.0.1',
    port: 4173,
    strictPort: true,
    proxy: { '/api': server, '/sync': server },
  },
  test: { projects: [{ test: unitTests }] },
});
