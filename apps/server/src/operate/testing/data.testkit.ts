/** A data folder as a server leaves it, with an example lab, and a server on it for as long as a test wants one. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Deps } from '../../platform/deps.ts';
import { openServer, type Server, type ServerOptions } from '../../server.ts';
import { cookiesOf, send, setupBody, testDevice, testFolder } from '../../testing/test-app.ts';

export interface TestData {
  readonly base: string;
  readonly data: string;
  readonly clock: { now(): number; advance(ms: number): void };
  readonly deps: Deps;
  labId(): string;
  open(more?: Partial<ServerOptions>): Promise<Server>;
  /** Sets the lab up and answers the admin's cookies. */
  setUp(server: Server, contents?: 'empty' | 'demo'): Promise<string>;
  remove(): void;
}

export function testData(): TestData {
  const folder = testFolder();
  const data = join(folder.path, 'data');
  let nowMs = Date.UTC(2026, 10, 22, 9);
  let labId = '';
  const open = new Set<Server>();
  const clock = { now: () => nowMs, advance: (ms: number) => void (nowMs += ms) };
  const silent = (): void => undefined;
  const deps: Deps = {
    clock,
    random: (bytes) => randomBytes(bytes),
    log: { info: silent, warn: silent, error: silent },
  };
  return {
    base: folder.path,
    data,
    clock,
    deps,
    labId: () => labId,
    async open(more = {}) {
      const opened = await openServer({ data, deps, ...more });
      if (!opened.ok) throw new Error(opened.detail ?? opened.code);
      const server = opened.value;
      open.add(server);
      return {
        ...server,
        close: () => {
          if (open.delete(server)) server.close();
        },
      };
    },
    async setUp(server, contents = 'demo') {
      const body = { ...setupBody(server.setupCode ?? '', testDevice()), contents };
      const response = await send(server.app, '/api/v1/setup', body);
      if (response.status !== 200) throw new Error(await response.text());
      labId = ((await response.json()) as { lab: { id: string } }).lab.id;
      return cookiesOf(response);
    },
    remove() {
      for (const server of open) server.close();
      folder.remove();
    },
  };
}
