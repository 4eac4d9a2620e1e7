/** `npm start` as a person runs it: one address, a port that is taken said in words, a clean end by either signal. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './support/lab.ts';
import { freePort } from './support/server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly ended: Promise<number | null>;
}

function npmStart(...args: string[]): Run {
  const child = spawn('npm', ['start', '--', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, text: () => text, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`npm start prints one address and ends cleanly by ${signal} sent to npm`, async () => {
    const [port, data] = [await freePort(), mkdtempSync(join(tmpdir(), 'tidylab-start-'))];
    const run = npmStart('--port', String(port), '--data', join(data, 'lab'));
    await expect.poll(run.text, { timeout: 40_000 }).toContain(`TidyLab is at http://127.0.0.1:${port}`);
    expect(run.text().match(/TidyLab is at/g)).toHaveLength(1);
    expect(run.text()).toMatch(/\/setup\?code=\S+/);
    expect(statSync(join(data, 'lab')).mode & 0o777).toBe(0o700);
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    await expect.poll(() => answers(port)).toBe(false);
    rmSync(data, { recursive: true, force: true });
  });
}

test('a port that is taken is named, with what to do', async ({ server }) => {
  const port = Number(new URL(server.url).port);
  const data = mkdtempSync(join(tmpdir(), 'tidylab-start-'));
  const run = npmStart('--port', String(port), '--data', join(data, 'lab'));
  expect(await run.ended).not.toBe(0);
  expect(run.text()).toContain(String(port));
  expect(run.text()).toContain('--port');
  expect(run.text()).not.toMatch(/\n\s+at .*:\d+:\d+/);
  rmSync(data, { recursive: true, force: true });
});
