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

/** Runs the server from its sources, restarted on every change, and Vite beside it. When one ends, so does the other. */
export async function serveForDevelopment(args) {
  const given = (name) => args.some((arg) => arg === name || arg.startsWith(`${name}=`));
  const defaults = [];
  if (!given('--data')) defaults.push('--data', inRoot('.tidylab', 'dev'));
  if (!given('--scenario')) defaults.push('--scenario', 'lab');
  const both = [
    runNode(toolScripts.tsx, ['watch', '--clear-screen=false', serverEntry, ...defaults, ...args]),
    runNode(toolScripts.vite, ['--clearScreen', 'false']),
  ];
  const first = await Promise.race(both);
  stopAll();
  await Promise.all(both);
  return first.code;
}
