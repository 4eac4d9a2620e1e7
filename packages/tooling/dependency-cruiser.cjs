// The dependency rules of the architecture, each with what to do instead. Paths are from the repository root. Tests may
// import more than the code they test (builders, the testkit, vitest), so most rules leave them out.
const test = '\\.(test|spec|contract)\\.tsx?$|[./]build\\.ts$|/(fixtures|testing)/';
const library = (...names) => `node_modules/(${names.join('|')})(/|$)`;
const anyLibrary = 'node_modules/';

/** A rule: modules at `from` must not import modules at `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const code = (path, pathNot = []) => ({ path, pathNot: [test].concat(pathNot) });

const packages = [
  forbid(
    'domain-is-pure',
    'domain imports only itself, zod/mini and @noble/hashes. Take what you need as an argument, or move the code to the app that has it.',
    code('^packages/domain/src/'),
    { pathNot: ['^packages/domain/src/', library('zod', '@noble/hashes')] },
  ),
  forbid(
    'sync-is-pure',
    'sync imports only itself, domain, zod/mini, @noble/hashes and yjs. Take stores, network and clock as ports.',
    code('^packages/sync/src/'),
    { pathNot: ['^packages/(sync|domain)/src/', library('zod', '@noble/hashes', 'yjs')] },
  ),
  forbid(
    'testkit-knows-packages-only',
    'testkit imports only itself, domain and sync (and vitest in contract helpers). What needs an app belongs in e2e.',
    code('^packages/testkit/src/'),
    { pathNot: ['^packages/(testkit|sync|domain)/src/', library('vitest', 'zod', '@noble/hashes', 'yjs')] },
  ),
  forbid(
    'tooling-knows-nothing',
    'tooling is run before and beside the product: it reads files, and imports none of them.',
    { path: '^packages/tooling/' },
    { path: '^(apps|e2e|packages/(domain|sync|testkit))/' },
  ),
  forbid(
    'packages-know-no-app',
    'A package serves both apps. Move the shared part down into the package, or hand it in as an argument.',
    { path: '^packages/' },
    { path: '^(apps|e2e)/' },
  ),
];

const apps = [
  forbid(
    'web-and-server-are-strangers',
    'The apps share packages and a protocol, never code of each other. Move the shared part to packages/domain or packages/sync.',
    { path: '^apps/web/' },
    { path: '^apps/server/' },
  ),
  forbid(
    'server-and-web-are-strangers',
    'The apps share packages and a protocol, never code of each other. Move the shared part to packages/domain or packages/sync.',
    { path: '^apps/server/' },
    { path: '^apps/web/' },
  ),
  forbid(
    'only-e2e-sees-both',
    'Nothing imports e2e. Move a helper that others need to packages/testkit.',
    { path: '^(apps|packages)/' },
    { path: '^e2e/' },
  ),
  forbid(
    'no-testkit-in-production',
    'Test data stays out of the product; only the lazy debug panel of web and the demo seed of the server (seed/, demo/) may load it.',
    code('^(apps|packages)/', [
      '^packages/testkit/',
      '^apps/web/src/debug/',
      '^apps/server/src/(seed|demo)/',
      '^apps/server/src/(seed|demo)\\.ts$',
    ]),
    { path: '^packages/testkit/' },
  ),
  forbid(
    'no-tests-in-production',
    'Production code never imports tests, builders or fixtures. Move what both need into a module of its own.',
    code('^(apps|packages)/', ['^packages/testkit/']),
    { path: test },
  ),
];

const webFolder = (name) => `^apps/web/src/${name}/`;
const web = [
  forbid(
    'web-ui-knows-no-business',
    'ui is the design system: it imports only itself and libraries. Pass words and data in as props.',
    code(webFolder('ui')),
    { path: '^(apps/web/src/|packages/)', pathNot: [webFolder('ui')] },
  ),
  forbid(
    'web-platform-stands-alone',
    'platform wraps the browser: it imports only itself and libraries. Let the caller pass in what it needs.',
    code(webFolder('platform')),
    { path: '^(apps/web/src/|packages/)', pathNot: [webFolder('platform')] },
  ),
  forbid(
    'web-store-looks-down',
    'store imports domain, the sync package and the types of platform. Move screen logic to a feature, transport to sync.',
    code(webFolder('store')),
    { path: '^(apps/web/src/|packages/)', pathNot: [webFolder('(store|platform)'), '^packages/(domain|sync)/src/'] },
  ),
  forbid(
    'web-store-takes-platform-as-argument',
    'store knows the types of platform only (import type). The composition root hands the implementations in.',
    code(webFolder('store')),
    { path: webFolder('platform'), dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'web-sync-looks-down',
    'The sync driver imports store, platform and packages. It offers its status; features come and read it.',
    code(webFolder('sync')),
    { path: '^apps/web/src/', pathNot: [webFolder('(sync|store|platform)')] },
  ),
  forbid(
    'web-features-look-down',
    'A feature imports ui, store, domain, the sync package and sync/index.ts (status). What it wants from the browser is handed in by app.',
    code(webFolder('features')),
    {
      path: '^apps/web/src/',
      pathNot: [webFolder('(features|ui|store|platform|paraglide)'), '^apps/web/src/sync/index\\.tsx?$'],
    },
  ),
  forbid(
    'web-features-take-platform-as-argument',
    'A feature knows the types of platform only (import type). The composition root hands camera, printer, clock and files in.',
    code(webFolder('features')),
    { path: webFolder('platform'), dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'web-features-meet-at-the-door',
    'Another feature is imported through its index.ts only. Export there what you need, or move the shared rule to domain.',
    { path: '^apps/web/src/features/([^/]+)/' },
    {
      path: '^apps/web/src/features/([^/]+)/',
      pathNot: ['^apps/web/src/features/$1/', '^apps/web/src/features/[^/]+/index\\.tsx?$'],
    },
  ),
  forbid(
    'web-nothing-imports-app',
    'app is the composition root: it hands things down. Take what you need as a prop, a context or an argument.',
    { path: webFolder('(features|store|sync|platform|ui|debug)'), pathNot: [test] },
    { path: webFolder('app') },
  ),
  forbid(
    'web-debug-is-lazy',
    'The debug panel is loaded by import() from app, so that it costs users nothing.',
    { path: '^apps/web/src/', pathNot: [webFolder('debug'), test] },
    { path: webFolder('debug'), dependencyTypesNot: ['dynamic-import', 'type-only'] },
  ),
];

const serverFeature = '^apps/server/src/features/([^/]+)/';
const server = [
  forbid(
    'server-handlers-know-their-port',
    'A handler applies an op with domain rules through its port.ts. Storage belongs in store.sqlite.ts, HTTP in routes.ts.',
    code('^apps/server/src/features/[^/]+/handler\\.ts$'),
    {
      path: ['^apps/server/src/(http|db|jobs)/', '(^|/)(routes|table|store\\.[a-z]+)\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  ),
  forbid(
    'server-tables-behind-stores',
    'Only *.sqlite.ts and *.postgres.ts touch tables. Add a method to the port and implement it there.',
    code('^apps/server/src/', ['\\.(sqlite|postgres)\\.ts$', '(^|/)table\\.ts$', '^apps/server/src/db/']),
    { path: '(^|/)table\\.ts$' },
  ),
  forbid(
    'server-sync-knows-ports-only',
    'The sync endpoints know features through sync/ports.ts. app.ts connects the two.',
    code('^apps/server/src/sync/'),
    { path: '^apps/server/src/features/' },
  ),
  forbid(
    'server-features-meet-at-the-door',
    'Another feature is imported through its index.ts or port.ts only.',
    { path: serverFeature, pathNot: [test] },
    { path: serverFeature, pathNot: ['^apps/server/src/features/$1/', '/(index|port|table)\\.ts$'] },
  ),
  forbid(
    'server-app-wires',
    'app.ts and main.ts wire everything; nothing imports them back. Take what you need from the deps.',
    code('^apps/server/src/', ['^apps/server/src/[^/]+\\.ts$']),
    { path: '^apps/server/src/(app|main)\\.ts$' },
  ),
];

const storage = ['\\.(sqlite|postgres)\\.ts$', '(^|/)table\\.ts$', '^apps/server/src/db/'];
const libraries = [
  forbid(
    'rxdb-only-in-the-store',
    'rxdb, dexie and rxjs stay in apps/web/src/store. Ask the store for what you need; its faces are plain functions and hooks.',
    { path: '^(apps|packages)/', pathNot: [webFolder('store')] },
    { path: library('rxdb', 'dexie', 'rxjs') },
  ),
  forbid(
    'hono-only-at-the-edge',
    'hono stays in routes.ts, http/, the sync endpoints and the files that start the server. Give the inner function plain arguments and a result.',
    code('^(apps|packages)/', ['(^|/)routes\\.ts$', '^apps/server/src/(http|sync)/', '^apps/server/src/[^/]+\\.ts$']),
    { path: library('hono', '@hono/[^/]+') },
  ),
  forbid(
    'drizzle-only-in-stores',
    'drizzle stays in *.sqlite.ts, table.ts and db/. Add a method to the port.',
    code('^(apps|packages)/', storage),
    { path: library('drizzle-orm') },
  ),
  forbid(
    'sqlite-only-in-stores',
    'better-sqlite3 stays in *.sqlite.ts, db/ and platform/. Add a method to the port.',
    code('^(apps|packages)/', [...storage, '^apps/server/src/platform/']),
    { path: library('better-sqlite3') },
  ),
  forbid(
    'no-react-in-packages',
    'Packages run on the server too. Put hooks and components in apps/web.',
    { path: '^packages/' },
    { path: library('react', 'react-dom', '@mantine/[^/]+') },
  ),
  forbid(
    'zod-is-mini-in-the-shell',
    'Import zod/mini: classic zod must not reach the first load of the web app.',
    code('^(apps/web|packages/(domain|sync))/'),
    { path: 'node_modules/zod/(index|v4/classic/|v3/)' },
  ),
];

const shape = [
  forbid(
    'no-cycles',
    'Modules that import each other are one module in two files. Move the shared part down, or pass it as an argument.',
    {},
    { circular: true, viaOnly: { pathNot: [anyLibrary], dependencyTypesNot: ['type-only'] } },
  ),
  forbid(
    'no-unresolved',
    'This import leads nowhere: correct the path (with its extension), or add the dependency to the package.json of this workspace.',
    {},
    { couldNotResolve: true, pathNot: ['^(virtual:|vite/)', '\\?(url|worker|raw|inline)', 'paraglide'] },
  ),
  forbid(
    'no-undeclared-dependency',
    'Declare the dependency in the package.json of this workspace; a library that happens to be nearby may be gone tomorrow.',
    { path: '^(apps|packages|e2e)/', pathNot: [test, '^packages/tooling/'] },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
];

module.exports = {
  forbidden: [...packages, ...apps, ...web, ...server, ...libraries, ...shape],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own output: a library may well keep its code in a folder named dist.
    exclude: { path: '^((apps|packages)/[^/]+/(dist|coverage)|apps/web/src/paraglide|e2e/\\.out)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
