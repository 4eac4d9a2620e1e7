// The one entry behind the root's scripts: brings a fresh machine to the point where the command can run, then runs it.
// Plain Node without dependencies, because it is what installs them.
import { chromiumEnvironment } from './bootstrap/chromium.mjs';
import { exitIfStopping, runNode } from './bootstrap/children.mjs';
import { checkNode } from './bootstrap/environment.mjs';
import { cacheFolder, inRoot, toolScripts } from './bootstrap/paths.mjs';
import { SetupError, say } from './bootstrap/say.mjs';

const usage = `Usage: npm start -- [options]     install what is missing, build what has changed, run the server
       npm test [-- stage …]      all tests; stages: check, build, sizes, sim, e2e, kills, or a rule of check
       pnpm check [rule …]        types, lint, format, boundaries, tidy, unused, unit
       pnpm dev [options]         server and web app from their sources, with a laboratory loaded
       pnpm sim [--seeds N]       the simulation of devices, server and faulty network
       pnpm look                  screenshots of the built app
       pnpm bench [--json] [id …] measures against baselines and writes docs/figures.md
       pnpm proof [--server-kills N] [--browser-kills N] [--minutes M]   real crashes, as long as it needs
       pnpm new:feature WORD      the folders of a new feature, from templates
       npm run tidylab -- <command>   verify, backup, restore, reset-password; --help tells more
       npm run doctor             explains a broken setup

Options of start:
  --port N       port to listen on
  --data DIR     folder for the databases and files; created when missing
  --demo         a lab to look around in, without questions, in .tidylab/demo
  --check        migrate and verify a copy of the data, say what would change, and end
  --help         this text

Other options go to the server as they are.
`;

// What needs the installed packages or the other modules is imported late, so that help and an old Node are quick to answer.
async function prepare() {
  const { install } = await import('./bootstrap/install.mjs');
  const { withLock } = await import('./bootstrap/lock.mjs');
  await withLock(cacheFolder, 'bootstrap', install);
}

async function prepareAndBuild() {
  await prepare();
  const { buildUnderLock } = await import('./bootstrap/stages.mjs');
  await buildUnderLock();
}

// What an operator runs needs the server alone.
async function tidylab(args) {
  await prepare();
  const { buildServerUnderLock } = await import('./bootstrap/stages.mjs');
  await buildServerUnderLock();
  const { runOperator } = await import('./bootstrap/serve.mjs');
  return runOperator(args);
}

// What drives the built app in a Chromium.
async function onTheBuild(script, args) {
  await prepareAndBuild();
  const env = await chromiumEnvironment();
  return (await runNode(toolScripts.tsx, [inRoot('e2e', ...script), ...args], { env })).code;
}

const commands = {
  tidylab,
  async start(args) {
    await prepareAndBuild();
    const { serve } = await import('./bootstrap/serve.mjs');
    return serve(args);
  },
  async test(args) {
    const { test } = await import('./bootstrap/test.mjs');
    return test(args, prepare);
  },
  async check(args) {
    await prepare();
    const { runChecks } = await import('./check/run.mjs');
    return (await runChecks(args)).failed > 0 ? 1 : 0;
  },
  async dev(args) {
    await prepare();
    const { serveForDevelopment } = await import('./bootstrap/serve.mjs');
    return serveForDevelopment(args);
  },
  async sim(args) {
    await prepare();
    const { simulate } = await import('./bootstrap/stages.mjs');
    return (await simulate(args)).code;
  },
  look: (args) => onTheBuild(['look.ts'], args),
  bench: (args) => onTheBuild(['bench', 'cli.ts'], args),
  proof: (args) => onTheBuild(['proof', 'cli.ts'], args),
  async 'new-feature'(args) {
    const { newFeature } = await import('./new-feature.mjs');
    return newFeature(args);
  },
};

async function main([name = '', ...args]) {
  const asksForHelp = args.includes('--help') || args.includes('-h');
  if (name === 'help' || name === '--help' || (asksForHelp && name !== 'tidylab')) {
    process.stdout.write(usage);
    return 0;
  }
  const command = commands[name];
  if (command === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  checkNode();
  return command(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  exitIfStopping();
  say(error instanceof SetupError ? error.message : (error.stack ?? String(error)));
  process.exitCode = 1;
}
