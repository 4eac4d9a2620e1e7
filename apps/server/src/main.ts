/** The process: joins the program to Node. */
import { randomBytes } from 'node:crypto';
import { copyInChild } from './operate/copies/child-copy.ts';
import type { Deps } from './platform/deps.ts';
import { createLog, isLogLevel } from './platform/log.ts';
import { run } from './run.ts';

/** Before the name of an operator's command: `main.mjs operate verify`. */
const operatorWord = 'operate';

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

const [first, ...rest] = process.argv.slice(2);
const deps: Deps = { clock: { now: () => Date.now() }, random: (bytes) => randomBytes(bytes), log };
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

if (first === operatorWord) {
  const { operate } = await import('./cli.ts');
  process.exitCode = await operate({ argv: rest, cwd: process.cwd(), deps, say, complain });
} else {
  await run({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    deps,
    makeCopyOf: (data) => copyInChild(data, operatorWord),
    say,
    complain,
    onStop: (callback) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, callback);
    },
    exit: (code) => process.exit(code),
  });
}
