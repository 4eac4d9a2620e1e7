/** The process: joins the program to Node. */
import { randomBytes } from 'node:crypto';
import { createLog, isLogLevel } from './platform/log.ts';
import { run } from './run.ts';

const level = process.env['TIDYLAB_LOG'] ?? 'warn';
const log = createLog(isLogLevel(level) ? level : 'warn');

const die = (error: unknown): void => {
  log.error(
    { err: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    'the server stops because of a fault of its own',
  );
  process.exit(70);
};
process.on('uncaughtException', die);
process.on('unhandledRejection', die);

await run({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  deps: { clock: { now: () => Date.now() }, random: (bytes) => randomBytes(bytes), log },
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  onStop: (callback) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, callback);
  },
  exit: (code) => process.exit(code),
});
