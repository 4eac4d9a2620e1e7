/**
 * The real server: its routes, its log and its handlers over a SQLite file in memory-backed storage. Being killed is
 * leaving the file as it stands at that instant, in the middle of a transaction too; the next start opens that copy.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '@tidylab/domain/kernel/result';
import type { Role } from '@tidylab/domain/permissions/permissions';
import { type Db, openLabFile } from '../../../apps/server/src/db/lab/open.ts';
import type { Deps } from '../../../apps/server/src/platform/deps.ts';
import type { OpHandler } from '../../../apps/server/src/sync/handlers.ts';
import { makeLab, type OpenLab } from '../../../apps/server/src/sync/lab.ts';
import { openLabs } from '../../../apps/server/src/labs.ts';
import type { OpenLabs } from '../../../apps/server/src/sync/labs.sqlite.ts';
import { syncRoutes } from '../../../apps/server/src/sync/routes.ts';
import type { Reply } from '../../../apps/web/src/sync/ports.ts';
import type { ServerMutation } from '../mutants.ts';
import { faultyLog, Killed } from './faulty-log.ts';
import { laterType, poisonHandler, poisonType } from './poison.ts';
import { labId, type World } from './world.ts';

export interface Admission {
  readonly dev: string;
  readonly user: string;
  readonly untilMs: number;
  /** Head of the feed just before. */
  readonly afterSeq: number;
  /** False when the server died before it answered: it may have happened or not. */
  sure: boolean;
}

/** Who must know what happens to the file. */
export interface FileEvents {
  backup(): void;
  restoring(): void;
  restored(): void;
  /** Rows of the feed may go in the next request. */
  mayTrim(): void;
}

interface Backup {
  readonly generation: number;
  readonly admissions: readonly Admission[];
  readonly roles: number;
}

const folderOf = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tidylab-sim-'));

export class SimServer {
  readonly #folder = folderOf();
  #generation = 0;
  #labs: OpenLabs | null = null;
  #routes: ReturnType<typeof syncRoutes> | null = null;
  #lab: OpenLab | null = null;
  #disposed = false;
  #newer = false;
  #clockOffMs = 0;
  #reader: Db | null = null;
  /** Up to this seq of the feed nobody knew the later type. */
  learntAfterSeq = Number.POSITIVE_INFINITY;
  readonly roles = new Map<string, Role>();
  /** From which seq on a person had which role. */
  readonly roleLog: { afterSeq: number; user: string; role: Role | undefined }[] = [];
  readonly admissions: Admission[] = [];
  readonly #pokes: (() => void)[] = [];
  #events: FileEvents | null = null;
  #backup: Backup | null = null;
  /** The lab without faults. */
  #plain: OpenLab | null = null;

  constructor(
    private readonly world: World,
    private readonly mutation: ServerMutation,
  ) {
    process.once('exit', this.#remove);
    this.start();
  }

  readonly #remove = (): void => rmSync(this.#folder, { recursive: true, force: true });

  get up(): boolean {
    return this.#routes !== null;
  }

  now(): number {
    return Math.floor(this.world.now + this.#clockOffMs);
  }

  jump(ms: number): void {
    this.#clockOffMs += ms;
  }

  setClock(offMs: number): void {
    this.#clockOffMs = offMs;
  }

  onPoke(listener: () => void): void {
    this.#pokes.push(listener);
  }

  setRole(user: string, role: Role | undefined): void {
    if (role) this.roles.set(user, role);
    else this.roles.delete(user);
    this.roleLog.push({ afterSeq: this.head(), user, role });
  }

  start(): void {
    if (this.up) return;
    const { world } = this;
    const quiet = (): void => undefined;
    const deps: Deps = {
      clock: { now: () => this.now() },
      random: (bytes) => world.random.bytes(bytes),
      log: { info: quiet, warn: quiet, error: quiet },
    };
    const folder = this.#path();
    mkdirSync(folder, { recursive: true });
    const labs = openLabs({
      folder,
      deps,
      roleOf: (_lab, user) => this.roles.get(user),
      snapshots: { ...world.config.snapshots, windowMs: Number.MAX_SAFE_INTEGER },
    });
    this.#plain = labs.create(labId);
    const lab = this.#decorate(this.#plain);
    this.#labs = labs;
    if (this.#newer) lab.decideUnknown(this.now());
    this.#lab = lab;
    this.#routes = syncRoutes({
      labs: { ...labs, open: (id) => (id === labId ? lab : undefined), announce: () => this.#poke() },
      deps,
    });
  }

  /** The lab with faults in its transactions, a handler that throws, and a mutant's part when there is one. */
  #decorate(lab: OpenLab): OpenLab {
    const { decide } = lab;
    const log =
      this.mutation.log?.(
        faultyLog(decide.log, this.world, () => this.#abandon()),
        decide,
      ) ?? faultyLog(decide.log, this.world, () => this.#abandon());
    const handlers = new Map<string, OpHandler>([
      ...decide.handlers,
      [`${poisonType}@1`, poisonHandler(decide.handlers)],
    ]);
    if (this.#newer)
      handlers.set(`${laterType}@1`, { act: () => 'post-receive', apply: () => ok({ parts: [], facts: [] }) });
    return makeLab(
      { ...decide, log, handlers },
      {
        onCommit: () => this.#poke(),
        close: () => lab.close(),
        newEpoch: () => Buffer.from(this.world.random.bytes(8)).toString('hex'),
        snapshots: lab.snapshots,
      },
    );
  }

  watch(events: FileEvents): void {
    this.#events = events;
  }

  /** Copies the file as it stands. */
  backup(): void {
    this.#events?.backup();
    this.#copy(this.#path(), this.#backupPath());
    this.#backup = { generation: this.#generation, admissions: [...this.admissions], roles: this.roleLog.length };
    this.world.note(`backup at ${this.head()}`);
  }

  /** Puts the copy back and begins a new epoch; false when there is none or no restore would be noticed. */
  restore(): boolean {
    const { world } = this;
    if (!this.#backup) return false;
    this.#events?.restoring();
    this.#close();
    this.#generation++;
    this.#copy(this.#backupPath(), this.#path());
    this.start();
    const fork = this.head();
    const epoch = this.#plain?.rotateEpoch(fork);
    this.admissions.splice(0, this.admissions.length, ...this.#backup.admissions);
    const users = new Set(this.roleLog.map(({ user }) => user));
    this.roleLog.splice(this.#backup.roles);
    for (const user of users) this.roleLog.push({ afterSeq: fork, user, role: this.roles.get(user) });
    this.#backup = null;
    world.note(`restored at ${fork} as ${epoch ?? ''}`);
    this.#events?.restored();
    return true;
  }

  get hasBackup(): boolean {
    return this.#backup !== null;
  }

  epoch(): string {
    return this.reader().prepare('SELECT id FROM epoch ORDER BY ordinal DESC LIMIT 1').pluck().get() as string;
  }

  /** A newer version is installed: it knows the type of op that was unknown so far. */
  learn(): void {
    this.#newer = true;
    this.learntAfterSeq = this.head();
    if (this.up) this.kill();
  }

  kill(): void {
    if (!this.up) return;
    this.#abandon();
    this.#die();
  }

  /** Somebody, or systemd, starts it again. */
  #die(): void {
    this.#close();
    this.world.scheduler.after(50 + this.world.random.int(20_000), 'server starts', () => {
      if (this.#disposed || this.up) return;
      this.world.coverage.hit('server-restarted');
      this.start();
    });
  }

  /** Sends one request through the real routes; null when the server is away or dies over it. */
  async handle(cookie: string, method: string, path: string, body: string | undefined): Promise<Reply | null> {
    const routes = this.#routes;
    if (!routes) return null;
    const generation = this.#generation;
    if (path.startsWith('/sync/v1/snapshot')) this.#events?.mayTrim();
    const response = await routes.request(path.slice('/sync/v1'.length), {
      method,
      headers: { Cookie: cookie, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (generation !== this.#generation) {
      this.#die();
      return null;
    }
    return { status: response.status, json: parse(text), text };
  }

  /** A full sign-in of a person on a device; false when the server did not answer. */
  admit(device: { dev: string; spki: string; tokenHash: string }, user: string, grantMs: number): boolean {
    if (!this.#lab) return false;
    const admission: Admission = {
      dev: device.dev,
      user,
      untilMs: this.now() + grantMs,
      afterSeq: this.head(),
      sure: false,
    };
    this.admissions.push(admission);
    try {
      const outcome = this.#lab.admitDevice({ ...device, user, nowMs: this.now(), grantUntilMs: admission.untilMs });
      if (outcome !== 'admitted') throw new Error(`a sign-in was refused: ${outcome}`);
      admission.sure = true;
      return true;
    } catch (error) {
      if (error instanceof Killed) this.#die();
      else if (!(error instanceof Error && 'code' in error)) throw error;
      return false;
    }
  }

  /** The auditor's own connection to the file as it is now. */
  reader(): Db {
    this.#reader ??= openLabFile(join(this.#path(), `lab-${labId}.sqlite`));
    return this.#reader;
  }

  head(): number {
    return (this.reader().prepare('SELECT head FROM lab').pluck().get() as number | undefined) ?? 0;
  }

  dispose(): void {
    this.#disposed = true;
    this.#close();
    this.#remove();
    process.off('exit', this.#remove);
  }

  #path(): string {
    return join(this.#folder, String(this.#generation));
  }

  /** Keeps the bytes that the file and its log hold at this instant; what an open transaction wrote is not valid there. */
  #abandon(): void {
    const from = this.#path();
    this.#generation++;
    this.#copy(from, this.#path());
  }

  #backupPath(): string {
    return join(this.#folder, 'backup');
  }

  #copy(from: string, to: string): void {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to);
    for (const end of ['', '-wal']) {
      const name = `lab-${labId}.sqlite${end}`;
      if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
    }
  }

  #close(): void {
    this.#reader?.close();
    this.#reader = null;
    this.#labs?.close();
    this.#labs = null;
    this.#routes = null;
    this.#lab = null;
  }

  #poke(): void {
    for (const poke of this.#pokes) poke();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
