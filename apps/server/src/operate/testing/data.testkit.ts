/** A data folder as a server leaves it, with a lab, and a server on it for as long as a test wants one. */
import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../platform/deps.ts';
import { openServer, type Server, type ServerOptions } from '../../server.ts';
import { cookiesOf, password, send, setupBody, testDevice, testFolder } from '../../testing/test-app.ts';

type Contents = 'empty' | 'demo';

interface Filled {
  readonly data: string;
  readonly labId: string;
}

interface WithLab {
  readonly server: Server;
  /** The cookies of its admin, who is called ana. */
  readonly cookie: string;
}

export interface TestData {
  readonly base: string;
  readonly data: string;
  readonly clock: { now(): number; advance(ms: number): void };
  readonly deps: Deps;
  labId(): string;
  /** Puts a lab into the folder as if a server had made it there. */
  fill(contents: Contents): Promise<void>;
  open(more?: Partial<ServerOptions>): Promise<Server>;
  /** Fills, opens and signs in. */
  openWithLab(contents: Contents): Promise<WithLab>;
  remove(): void;
}

const startMs = Date.UTC(2026, 10, 22, 9);
const silent = (): void => undefined;
const log = { info: silent, warn: silent, error: silent };
const random = (bytes: number): Uint8Array => randomBytes(bytes);

async function openOrThrow(options: ServerOptions): Promise<Server> {
  const opened = await openServer(options);
  if (!opened.ok) throw new Error(opened.detail ?? opened.code);
  return opened.value;
}

async function makeTemplate(contents: Contents): Promise<Filled> {
  const folder = testFolder();
  process.once('exit', folder.remove);
  const data = join(folder.path, 'data');
  const server = await openOrThrow({ data, deps: { clock: { now: () => startMs }, random, log } });
  const body = { ...setupBody(server.setupCode ?? '', testDevice()), contents };
  const response = await send(server.app, '/api/v1/setup', body);
  if (response.status !== 200) throw new Error(await response.text());
  const { lab } = (await response.json()) as { lab: { id: string } };
  server.close();
  return { data, labId: lab.id };
}

/** Setting a lab up takes seconds, copying one does not. */
const templates = new Map<Contents, Promise<Filled>>();

function templateOf(contents: Contents): Promise<Filled> {
  const template = templates.get(contents) ?? makeTemplate(contents);
  templates.set(contents, template);
  return template;
}

export function testData(): TestData {
  const folder = testFolder();
  const data = join(folder.path, 'data');
  let nowMs = startMs;
  let labId = '';
  const opened = new Set<Server>();
  const clock = { now: () => nowMs, advance: (ms: number) => void (nowMs += ms) };
  const deps: Deps = { clock, random, log };
  const fill = async (contents: Contents): Promise<void> => {
    const template = await templateOf(contents);
    cpSync(template.data, data, { recursive: true });
    ({ labId } = template);
  };
  const open = async (more: Partial<ServerOptions> = {}): Promise<Server> => {
    const server = await openOrThrow({ data, deps, ...more });
    opened.add(server);
    const close = (): void => {
      if (opened.delete(server)) server.close();
    };
    return { ...server, close };
  };
  return {
    base: folder.path,
    data,
    clock,
    deps,
    labId: () => labId,
    fill,
    open,
    async openWithLab(contents) {
      await fill(contents);
      const server = await open();
      const body = { login: 'ana', password, device: testDevice() };
      return { server, cookie: cookiesOf(await send(server.app, '/api/v1/auth/sign-in', body)) };
    },
    remove() {
      for (const server of opened) server.close();
      folder.remove();
    },
  };
}
