// What the bootstrap tells the person at the terminal. Progress goes to standard error, so that the output of the command
// itself (the server's log, the closing line of the tests) stays alone on standard output.
import { performance } from 'node:perf_hooks';

export const say = (text) => process.stderr.write(`tidylab: ${text}\n`);

export const seconds = (startMs) => `${((performance.now() - startMs) / 1000).toFixed(1)} s`;

/** A failure that is the machine's or the reader's to mend: printed as text, without a stack. */
export class SetupError extends Error {}

/** Runs one step and says how long it took. */
export async function timed(what, step) {
  const startMs = performance.now();
  const result = await step();
  say(`${what} (${seconds(startMs)})`);
  return result;
}
