/** A real server process on a data folder of its own. It can be killed and started again on the same folder and port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export interface RunningServer {
  readonly url: string;
  readonly data: string;
  /** Waits until it has printed this, and answers the first group. */
  says(pattern: RegExp): Promise<string>;
  /** SIGKILL: no chance to finish anything. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** SIGTERM, and the folder is removed. */
  remove(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** @param args for example `['--scenario', 'lab']`; without them the server waits to be set up. */
export async function startServer(args: readonly string[]): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'tidylab-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let printed = '';
  const waiting = new Set<() => void>();
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = pattern.exec(printed);
        if (!found) return;
        waiting.delete(look);
        resolve(found[1] ?? found[0]);
      };
      waiting.add(look);
      look();
    });

  const start = async (): Promise<void> => {
    const main = inRoot('apps/server/dist/main.mjs');
    const own = spawn(process.execPath, [
      main,
      '--port',
      String(port),
      '--data',
      data,
      '--web',
      inRoot('apps/web/dist'),
      ...args,
    ]);
    child = own;
    const listening = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        printed += chunk.toString();
        for (const look of waiting) look();
      };
      void says(/TidyLab is at \S+/).then(() => resolve());
      own.stdout.on('data', hear);
      own.stderr.on('data', hear);
      own.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
    });
    await listening;
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const own = child;
    child = undefined;
    if (!own || own.exitCode !== null) return;
    own.removeAllListeners('exit');
    const gone = once(own, 'exit');
    own.kill(signal);
    await gone;
    printed = '';
  };

  await start();
  return {
    url,
    data,
    says,
    kill: () => end('SIGKILL'),
    start,
    async remove() {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
