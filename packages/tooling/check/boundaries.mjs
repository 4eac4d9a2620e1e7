// The dependency rules on the whole tree, and first a proof that the reader of modules can see at all: a tree with forbidden
// imports, one per planted rule, must be reported. (dependency-cruiser without a compiler it knows reads nothing and is content.)
import { pathToFileURL } from 'node:url';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../bootstrap/children.mjs';
import { inRoot, root } from '../bootstrap/paths.mjs';

export const workspaces = [
  'packages/domain/src',
  'packages/sync/src',
  'packages/testkit/src',
  'packages/tooling/check',
  'packages/tooling/bootstrap',
  'apps/server/src',
  'apps/web/src',
  'e2e',
];

/** Resolves with what cruise.mjs prints for the tree at `folder`. */
export async function readModules(folder, paths = workspaces) {
  const preload = pathToFileURL(inRoot('packages', 'tooling', 'check', 'typescript-6.mjs')).href;
  const script = inRoot('packages', 'tooling', 'check', 'cruise.mjs');
  const { code, output } = await run(
    process.execPath,
    ['--no-warnings', '--import', preload, script, folder, ...paths],
    { capture: true },
  );
  if (code !== 0) throw new Error(`dependency-cruiser failed:\n${output}`);
  return JSON.parse(output);
}

// Each file is a forbidden import; the rule in front of it has to notice.
const planted = [
  ['domain-is-pure', 'packages/domain/src/planted.ts', "import '../../../apps/server/src/jobs/planted.ts';\n"],
  [
    'packages-know-no-app',
    'packages/sync/src/planted.ts',
    "import type { A } from '../../../apps/web/src/ui/planted.tsx';\nexport type B = A;\n",
  ],
  [
    'web-and-server-are-strangers',
    'apps/web/src/app/planted.ts',
    "export const a = () => import('../../../server/src/jobs/planted.ts');\n",
  ],
  [
    'web-ui-knows-no-business',
    'apps/web/src/ui/planted.tsx',
    "import '../features/x/parts/inner.ts';\nexport type A = 1;\n",
  ],
  ['web-features-meet-at-the-door', 'apps/web/src/features/y/planted.ts', "import '../x/parts/inner.ts';\n"],
  ['no-unresolved', 'apps/web/src/features/x/parts/inner.ts', "import './nowhere.ts';\n"],
  ['server-app-wires', 'apps/server/src/jobs/planted.ts', "import '../app.ts';\n"],
  ['no-cycles', 'apps/server/src/app.ts', "import './jobs/planted.ts';\n"],
  ['rxdb-only-in-the-store', 'apps/web/src/features/y/base.ts', "import 'rxdb';\n"],
];

/** Resolves with the names of planted violations that were not seen. */
export async function blindSpots() {
  const folder = mkdtempSync(join(tmpdir(), 'tidylab-boundaries-'));
  try {
    for (const [, path, text] of planted) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    mkdirSync(join(folder, 'apps/web/node_modules'), { recursive: true });
    symlinkSync(inRoot('apps/web/node_modules/rxdb'), join(folder, 'apps/web/node_modules/rxdb'));
    const { violations } = await readModules(folder, [
      'packages/domain/src',
      'packages/sync/src',
      'apps/server/src',
      'apps/web/src',
    ]);
    const seen = (rule, path) => violations.some((violation) => violation.rule === rule && violation.from === path);
    return planted.filter(([rule, path]) => !seen(rule, path)).map(([rule, path]) => `${rule} (${path})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function boundaries() {
  const missed = await blindSpots();
  if (missed.length > 0)
    return { ok: false, output: `the check is blind: planted violations were not reported: ${missed.join(', ')}` };
  const { modules, violations } = await readModules(root);
  const unread = workspaces
    .filter((workspace) => modules[workspace] === 0)
    .map((workspace) => {
      const why = existsSync(inRoot(workspace)) ? 'no module was read' : 'the folder does not exist';
      return `${workspace}: ${why}`;
    });
  const lines = violations.map(({ rule, comment, from, to }) => `${rule}: ${from} → ${to}\n    ${comment}`);
  return { ok: unread.length + lines.length === 0, output: [...unread, ...lines].join('\n') };
}
