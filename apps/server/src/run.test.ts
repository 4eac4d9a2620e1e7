import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run, type World } from './run.ts';
import { setupBody, testFolder } from './testing/test-app.ts';
import { VERSION } from './version.ts';

let base: ReturnType<typeof testFolder>;
beforeEach(() => void (base = testFolder()));
afterEach(() => base.remove());

function world(...argv: string[]) {
  const said: string[] = [];
  const exits: number[] = [];
  const stops: (() => void)[] = [];
  const log = { info() {}, warn() {}, error() {} };
  const given: World = {
    argv: argv.length > 0 ? argv : ['--port', '0', '--data', join(base.path, 'data')],
    cwd: base.path,
    deps: { clock: { now: () => Date.now() }, random: (bytes) => randomBytes(bytes), log },
    say: (line) => void said.push(line),
    complain: (line) => void said.push(line),
    onStop: (callback) => void stops.push(callback),
    exit: (code) => void exits.push(code),
  };
  return { given, said, exits, stop: () => stops.forEach((callback) => callback()) };
}

test('help and version print and end well', async () => {
  const help = world('--help');
  await run(help.given);
  expect([help.said[0]?.startsWith('Usage:'), help.exits]).toEqual([true, [0]]);
  const version = world('--version');
  await run(version.given);
  expect([version.said, version.exits]).toEqual([[VERSION], [0]]);
});

test('a second request to stop does not wait for open connections', async () => {
  const { given, said, exits, stop } = world();
  await run(given);
  const port = Number(/:(\d+)$/.exec(said[0] ?? '')?.[1]);
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write('POST /api/v1/setup HTTP/1.1\r\nHost: x\r\n');
  stop();
  stop();
  expect(exits).toEqual([1]);
  await vi.waitFor(() => expect(exits).toEqual([1, 0]));
  socket.destroy();
});

test('a lab whose file is gone is told at the start, and not replaced by an empty one', async () => {
  const first = world('--port', '0', '--data', join(base.path, 'data'), '--scenario', 'lab');
  await run(first.given);
  first.stop();
  await vi.waitFor(() => expect(first.exits).toEqual([0]));
  rmSync(join(base.path, 'data', 'labs'), { recursive: true });
  const second = world();
  await run(second.given);
  expect(second.exits).toEqual([1]);
  expect(second.said.join('\n')).toContain('Restore the data folder from a backup');
});

test('loading the scenario twice changes nothing', async () => {
  const data = join(base.path, 'data');
  for (let i = 0; i < 2; i++) {
    const again = world('--port', '0', '--data', data, '--scenario', 'lab');
    await run(again.given);
    expect(again.said.some((line) => line.includes('for trying out'))).toBe(true);
    again.stop();
    await vi.waitFor(() => expect(again.exits).toEqual([0]));
  }
});

test('the scenario is not loaded over a lab that somebody set up', async () => {
  const first = world();
  await run(first.given);
  const [, address = '', code = ''] = /(http\S+)\/setup\?code=(\S+)/.exec(first.said.join('\n')) ?? [];
  const headers = { 'Content-Type': 'application/json' };
  const done = await fetch(`${address}/api/v1/setup`, {
    method: 'POST',
    headers,
    body: JSON.stringify(setupBody(code)),
  });
  expect(done.status).toBe(200);
  first.stop();
  await vi.waitFor(() => expect(first.exits).toEqual([0]));
  const second = world('--port', '0', '--data', join(base.path, 'data'), '--scenario', 'lab');
  await run(second.given);
  expect(second.exits).toEqual([1]);
  expect(second.said.join('\n')).toContain('holds another lab');
});
