// start and dev: long-running children that end when we are told to.
import { run, runNode, stopAll } from './children.mjs';
import { inRoot, serverBundle, serverEntry, toolScripts, webDist } from './paths.mjs';
import { pathToFileURL } from 'node:url';

const stopWithParent = pathToFileURL(inRoot('packages', 'tooling', 'bootstrap', 'stop-with-parent.mjs')).href;

/** Runs the built server as a direct child with the arguments given; resolves with its exit code. */
export async function serve(args) {
  const nodeArgs = ['--enable-source-maps', '--import', stopWithParent, serverBundle, '--web', webDist, ...args];
  const server = await run(process.execPath, nodeArgs, { wholeGroup: false, stdin: 'inherit', ipc: true });
  return server.code;
}

/** Runs an operator's command of the built server, where the person stands; resolves with its exit code. */
export async function runOperator(args) {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const given = args.some((arg) => arg === '--data' || arg.startsWith('--data='));
  // Without --data it is the folder that `npm start` uses, from wherever npm was called.
  const data = given || args.length === 0 || args[0].startsWith('-') ? [] : ['--data', inRoot('.tidylab', 'data')];
  const nodeArgs = ['--enable-source-maps', serverBundle, 'operate', ...args, ...data];
  return (await run(process.execPath, nodeArgs, { cwd, wholeGroup: false, stdin: 'inherit' })).code;
}

/** Runs the server from its sources, restarted on every change, and Vite beside it. When one ends, so does the other. */
export async function serveForDevelopment(args) {
  const given = (name) => args.some((arg) => arg === name || arg.startsWith(`${name}=`));
  const defaults = [];
  if (!given('--data') && !given('--demo')) defaults.push('--data', inRoot('.tidylab', 'dev'));
  if (!given('--scenario') && !given('--demo')) defaults.push('--scenario', 'lab');
  const both = [
    runNode(toolScripts.tsx, ['watch', '--clear-screen=false', serverEntry, ...defaults, ...args]),
    runNode(toolScripts.vite, ['--clearScreen', 'false']),
  ];
  const first = await Promise.race(both);
  stopAll();
  await Promise.all(both);
  return first.code;
}
