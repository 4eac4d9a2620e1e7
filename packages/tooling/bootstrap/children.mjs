// Child processes and signals. Each child leads a process group of its own, outside the terminal's, so a Ctrl-C (which the
// terminal sends to everybody, and npm sends once more) reaches it exactly once: through us. Tools are stopped as a whole
// group, because they start compilers and browsers; the server is one process and gets its signal alone.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { performance } from 'node:perf_hooks';
import { cleanEnvironment } from './environment.mjs';
import { root } from './paths.mjs';

const running = new Set();
const patienceMs = 1000;
const toolGraceMs = 3000;
let stopSignal;
let stopAtMs = 0;

const deliver = ({ child, wholeGroup }, signal) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(wholeGroup ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

/**
 * Asks everything that still runs to stop. A tool that has not obeyed after a while is ended (Vite does not when it is told
 * while it starts); the server is waited for, because it finishes what it has promised.
 */
export function stopAll(signal = 'SIGTERM') {
  for (const entry of running) deliver(entry, signal);
  const ending = setTimeout(() => {
    for (const entry of running) if (entry.wholeGroup) deliver(entry, 'SIGKILL');
  }, toolGraceMs);
  ending.unref();
}

function onSignal(signal) {
  const nowMs = performance.now();
  if (stopSignal === undefined) {
    stopSignal = signal;
    stopAtMs = nowMs;
    // A closed terminal is a request to stop, and no tool of ours treats SIGHUP as one.
    stopAll(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    if (running.size === 0) process.exit(128 + constants.signals[signal]);
    return;
  }
  // npm repeats the terminal's Ctrl-C at once; a person who presses it again later means it.
  if (nowMs - stopAtMs > patienceMs) for (const entry of running) deliver(entry, 'SIGKILL');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal(signal));

export function exitIfStopping() {
  if (stopSignal !== undefined) process.exit(128 + constants.signals[stopSignal]);
}

// npm runs us through a shell, and a signal sent to npm ends that shell, which tells nobody. So, when a package manager has
// started us, losing the parent is the signal.
const parent = process.ppid;
const lookForParentEveryMs = 100;
if (process.env.npm_lifecycle_event !== undefined) {
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    onSignal('SIGTERM');
  }, lookForParentEveryMs);
  looking.unref();
}

/**
 * Runs a command to its end.
 * @returns {Promise<{code: number, output: string}>} code: the exit code, 128 + n after signal n, 127 if it cannot start;
 *   output: standard output and error together when `capture` is set, else empty.
 *   `capture: 'tee'` shows the output as well.
 */
export function run(
  command,
  args,
  { cwd = root, env = {}, capture = false, wholeGroup = true, stdin = 'ignore', ipc = false } = {},
) {
  exitIfStopping();
  return new Promise((resolve) => {
    const out = capture ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd,
      env: { ...cleanEnvironment(), ...env },
      stdio: ipc ? [stdin, out, out, 'ipc'] : [stdin, out, out],
      detached: true,
    });
    const entry = { child, wholeGroup };
    running.add(entry);
    const chunks = [];
    const collect = (stream, shown) =>
      stream?.on('data', (chunk) => {
        chunks.push(chunk);
        if (capture === 'tee') shown.write(chunk);
      });
    collect(child.stdout, process.stdout);
    collect(child.stderr, process.stderr);
    const finish = (code) => {
      running.delete(entry);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${command}: ${error.message}\n`));
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? 128 + constants.signals[signal]));
  });
}

/** Runs a JavaScript file with this same Node. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options);
