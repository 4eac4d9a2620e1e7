/** A lab in a file of its own, and devices that sign with real keys and speak to it over HTTP. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import { stampAfter } from '@tidylab/domain/kernel/stamp';
import type { Role } from '@tidylab/domain/permissions/permissions';
import { feedStart } from '@tidylab/sync/protocol/cursor';
import { readChunk } from '@tidylab/sync/protocol/chunk';
import type { HelloReply, Page, Part, PushReply, SnapshotManifest } from '@tidylab/sync/protocol/messages';
import { type Op, signedBytes } from '@tidylab/sync/protocol/op';
import Database from 'better-sqlite3';
import type { Hono } from 'hono';
import { tokenHash } from '../../http/cookies.ts';
import type { Deps } from '../../platform/deps.ts';
import { openLabs } from '../../labs.ts';
import type { OpenLabs } from '../labs.sqlite.ts';
import type { OpenLab } from '../lab.ts';
import type { OpHandler } from '../handlers.ts';
import { syncRoutes } from '../routes.ts';
import type { SnapshotLimits } from '../snapshot.ts';

export const startMs = Date.UTC(2026, 10, 22, 9);
export const dayMs = 86_400_000;

export interface Answer<T> {
  readonly status: number;
  readonly body: T & { code?: string; detail?: string };
}

/** What the lab's parts are made of; a test may put other ones in their place. */
export interface World {
  readonly folder: string;
  readonly labId: string;
  readonly deps: Deps;
  readonly roles: Map<string, Role>;
  readonly clock: { now(): number; advance(ms: number): void };
  /** Other limits of snapshots than the usual ones. */
  readonly snapshots?: Partial<SnapshotLimits>;
  logged(): string;
  remove(): void;
}

export function testWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'tidylab-sync-'));
  let nowMs = startMs;
  const lines: string[] = [];
  const write = (fields: Record<string, unknown>, message: string): void =>
    void lines.push(JSON.stringify({ ...fields, message }));
  const clock = { now: () => nowMs, advance: (ms: number) => void (nowMs += ms) };
  return {
    folder,
    labId: uuidv7(startMs, randomBytes(10)),
    deps: { clock, random: (bytes) => randomBytes(bytes), log: { info: write, warn: write, error: write } },
    roles: new Map<string, Role>([
      ['ana', 'admin'],
      ['ben', 'user'],
    ]),
    clock,
    logged: () => lines.join('\n'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export class TestLab {
  labs: OpenLabs;
  app: Hono;

  constructor(
    readonly world: World = testWorld(),
    private readonly reopen: (world: World) => OpenLabs = openRealLabs,
  ) {
    this.labs = reopen(world);
    this.labs.create(world.labId);
    this.app = syncRoutes({ labs: this.labs, deps: world.deps });
  }

  get lab(): OpenLab {
    const lab = this.labs.open(this.world.labId);
    if (!lab) throw new Error('the lab is not there');
    return lab;
  }

  /** Another handler for a type, as a newer or a broken server has it. */
  handle(key: string, handler: OpHandler): void {
    (this.lab.decide.handlers as Map<string, OpHandler>).set(key, handler);
  }

  /** Ends the process and starts another on the same file. */
  restart(): void {
    this.labs.close();
    this.labs = this.reopen(this.world);
    this.app = syncRoutes({ labs: this.labs, deps: this.world.deps });
  }

  device(user = 'ana', dev = `dev-${randomBytes(6).toString('hex')}`): TestDevice {
    const device = new TestDevice(this, user, dev);
    device.signIn();
    return device;
  }

  /** What stands in the file, read by another connection. */
  rows(sql: string): Record<string, unknown>[] {
    const file = new Database(labFile(this.world), { readonly: true });
    try {
      return file.prepare(sql).all() as Record<string, unknown>[];
    } finally {
      file.close();
    }
  }

  /** Everything the feed tells, kind and key to the last value. */
  parts(): Map<string, unknown> {
    const rows = this.lab.decide.log.rowsAfter(0, 100_000, Number.POSITIVE_INFINITY);
    const told = new Map<string, unknown>();
    for (const { row } of rows)
      for (const { kind, key, value } of (JSON.parse(row) as { parts: Part[] }).parts)
        told.set(`${kind} ${key}`, value);
    return told;
  }

  close(): void {
    this.labs.close();
    this.world.remove();
  }
}

export const labFile = ({ folder, labId }: World): string => join(folder, `lab-${labId}.sqlite`);

const openRealLabs = ({ folder, deps, roles, snapshots }: World): OpenLabs =>
  openLabs({ folder, deps, roleOf: (_, user) => roles.get(user), snapshots: snapshots ?? {} });

export class TestDevice {
  readonly #token = randomBytes(32).toString('base64url');
  readonly #key: KeyObject;
  readonly spki: string;
  #n = 0;
  #hlc: string | undefined;
  cursor = feedStart;
  epoch = '';

  constructor(
    readonly at: TestLab,
    readonly user: string,
    readonly dev: string,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    this.spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  }

  /** A full sign-in of `user` on this device. */
  signIn(user = this.user, over: { grantMs?: number; spki?: string } = {}): 'admitted' | 'key-mismatch' {
    const { clock } = this.at.world;
    const nowMs = clock.now();
    this.epoch = this.at.lab.decide.log.epochs().at(-1)?.id ?? '';
    return this.at.lab.admitDevice({
      dev: this.dev,
      spki: over.spki ?? this.spki,
      tokenHash: tokenHash(this.#token),
      user,
      nowMs,
      grantUntilMs: nowMs + (over.grantMs ?? 30 * dayMs),
    });
  }

  cookie(labId = this.at.world.labId): string {
    return `__Host-tl-device=${labId}.${this.#token}`;
  }

  /** The next op of this stream, signed; `over` changes it before it is signed. */
  op(type: string, body: Op['body'], over: Partial<Op> = {}): Op {
    const { clock, labId } = this.at.world;
    this.#hlc = stampAfter(clock.now(), this.#hlc);
    const op = {
      id: uuidv7(clock.now(), randomBytes(10)),
      dev: this.dev,
      n: ++this.#n,
      user: this.user,
      lab: labId,
      hlc: this.#hlc,
      v: 1,
      type,
      body,
      ...over,
    };
    return this.sign(op);
  }

  sign(op: Omit<Op, 'sig'>): Op {
    const sig = sign('sha256', signedBytes(op), { key: this.#key, dsaEncoding: 'ieee-p1363' });
    return { ...op, sig: sig.toString('base64url') };
  }

  async ask<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const response = await this.at.app.request(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Cookie: this.cookie(), 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer<T>['body'] };
  }

  hello(over: object = {}): Promise<Answer<HelloReply>> {
    return this.ask('/hello', { proto: 1, schema: 1, dev: this.dev, app: 'test', ...over });
  }

  push(ops: readonly unknown[], over: object = {}): Promise<Answer<PushReply>> {
    return this.ask('/push', {
      proto: 1,
      schema: 1,
      epoch: this.epoch,
      dev: this.dev,
      headSeen: this.cursor,
      ops,
      ...over,
    });
  }

  /** The snapshot of this device and all its parts, each chunk checked by nothing but its name. */
  async snapshot(): Promise<{ manifest: SnapshotManifest; parts: Map<string, unknown>; texts: string[] }> {
    const { body: manifest } = await this.ask<SnapshotManifest>('/snapshot');
    const parts = new Map<string, unknown>();
    const texts: string[] = [];
    for (const { sha256 } of manifest.chunks) {
      const reply = await this.at.app.request(`/snapshot/${sha256}`, { headers: { Cookie: this.cookie() } });
      const text = await reply.text();
      texts.push(text);
      for (const { kind, key, value } of readChunk(text)) parts.set(`${kind} ${key}`, value);
    }
    return { manifest, parts, texts };
  }

  /** Pushes one op and answers its result. */
  async result(op: unknown): Promise<PushReply['results'][number]> {
    const { status, body } = await this.push([op]);
    const [result] = body.results ?? [];
    if (!result) throw new Error(`no result: ${status} ${JSON.stringify(body)}`);
    return result;
  }

  async pull(since = this.cursor, limit = 500): Promise<Answer<Page>> {
    const answer = await this.ask<Page>(`/pull?since=${since}&limit=${limit}`);
    if (answer.status === 200) this.cursor = answer.body.next;
    return answer;
  }
}
