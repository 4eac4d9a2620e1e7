/** A device: one browser profile with its disk, clock, locks and network, and the tabs that are open on it. */
import { createHash } from 'node:crypto';
import type { Stream } from '@tidylab/sync/protocol/stored';
import { Engine } from '../../../apps/web/src/sync/engine.ts';
import type { EnginePorts } from '../../../apps/web/src/sync/ports.ts';
import type { ClientMutation } from '../mutants.ts';
import { Disk } from './disk.ts';
import { DeviceClock } from './device-clock.ts';
import { deviceKey, type DeviceKey } from './keys.ts';
import { Life } from './life.ts';
import { DeviceLocks } from './locks.ts';
import { Network } from './network.ts';
import type { SimServer } from './server.ts';
import { labId, type World } from './world.ts';

/** A position of a base: how many restores came before its epoch, and the seq. */
export interface Shown {
  readonly order: number;
  readonly seq: number;
}

const nothingShown: Shown = { order: -1, seq: 0 };
export const isBefore = (a: Shown, b: Shown): boolean => a.order < b.order || (a.order === b.order && a.seq < b.seq);

export interface Tab {
  readonly life: Life;
  readonly engine: Engine;
  /** True once `open` resolved: from then on the screen shows what is there. */
  opened: boolean;
  /** True when the checks have seen it. */
  looked: boolean;
  /** What the profile had shown when it started: it may not start below. */
  readonly floor: Shown;
  /** n of ops this tab said "saved" of; it must show them. */
  readonly mustShow: Set<number>;
  /** The furthest it showed. */
  shown: Shown;
  version: number;
}

const restartMsMax = 20_000;

export class Device {
  readonly disk: Disk;
  readonly clock: DeviceClock;
  readonly network: Network;
  readonly dev: string;
  readonly tabs: (Tab | null)[] = [];
  readonly key: DeviceKey;
  /** The furthest any tab of the profile showed. */
  shown: Shown = nothingShown;
  #secret: string;
  readonly #locks: DeviceLocks;
  #starts = 0;

  constructor(
    readonly world: World,
    readonly server: SimServer,
    readonly index: number,
    readonly users: readonly string[],
    readonly tabCount: number,
    private readonly mutation: ClientMutation,
  ) {
    this.dev = `dev-${index + 1}`;
    this.key = deviceKey(index);
    this.clock = new DeviceClock(world);
    this.#secret = this.#newSecret();
    const stream: Stream = { dev: this.dev, lab: labId, createdAt: world.now, prev: [] };
    this.disk = new Disk(world, stream, (life) => this.crash(life));
    this.#locks = new DeviceLocks(world);
    this.network = new Network(world, server, this);
    server.onPoke(() => this.#poke());
    for (let slot = 0; slot < tabCount; slot++) this.start(slot);
  }

  get cookie(): string {
    return `__Host-tl-device=${labId}.${this.#secret}`;
  }

  /** Tabs that are there and have opened. */
  get open(): Tab[] {
    return this.tabs.filter((tab): tab is Tab => tab?.opened === true && tab.life.alive);
  }

  /** A person signs in: the device gets a new token and the person a grant. */
  signIn(user: string, grantMs: number): boolean {
    const secret = this.#newSecret();
    const tokenHash = createHash('sha256').update(secret).digest('hex');
    const done = this.server.admit({ dev: this.dev, spki: this.key.spki, tokenHash }, user, grantMs);
    if (done) this.#secret = secret;
    return done;
  }

  /** The browser's data of the site is tidied up by somebody, but for the databases. */
  loseCookie(): void {
    this.#secret = this.#newSecret();
  }

  /** The browser gives the room of the base to others: all tabs die, the outbox is elsewhere. */
  loseBase(): void {
    this.world.coverage.hit('base-lost');
    for (const tab of this.tabs) if (tab) this.crash(tab.life);
    this.disk.loseBase();
    this.shown = nothingShown;
  }

  start(slot: number): void {
    const life = new Life(`${this.dev}/${slot}#${this.#starts++}`);
    const engine = new Engine(
      this.mutation.ports?.(this.#ports(life), this) ?? this.#ports(life),
      this.world.config.base,
    );
    this.mutation.engine?.(engine, this);
    const tab: Tab = {
      life,
      engine,
      opened: false,
      floor: this.shown,
      looked: false,
      mustShow: new Set(),
      shown: nothingShown,
      version: -1,
    };
    this.tabs[slot] = tab;
    life.onDeath(() => {
      this.tabs[slot] = null;
      const delay = 100 + this.world.random.int(restartMsMax);
      this.world.scheduler.after(delay, `start ${this.dev}/${slot}`, () => void (this.tabs[slot] ?? this.start(slot)));
    });
    this.world.note(`start ${life.name}`);
    void engine.open().then(() => {
      tab.opened = true;
      for (const { op } of engine.replica.own) tab.mustShow.add(op.n);
      void engine.lead();
    });
  }

  crash(life: Life): void {
    this.world.note(`crash ${life.name}`);
    life.end();
  }

  #ports(life: Life): EnginePorts {
    const { world, key } = this;
    return {
      outbox: this.disk.outboxOf(life),
      base: this.disk.baseOf(life),
      transport: this.network.of(life),
      clock: this.clock,
      timers: { after: (ms, run) => world.scheduler.after(ms, `timer ${life.name}`, () => void (life.alive && run())) },
      locks: this.#locks.of(life),
      signer: { sign: (op) => Promise.resolve(key.sign(op)) },
      random: (bytes) => world.random.bytes(bytes),
      app: 'simulation',
    };
  }

  /** What the live channel would say. */
  #poke(): void {
    for (const tab of this.open) {
      if (this.network.mode !== 'up' || this.world.strikes('pokeLost', 'poke-lost', tab.life.name)) continue;
      this.world.scheduler.after(
        this.world.random.int(300),
        `poke ${tab.life.name}`,
        () => void (tab.life.alive && tab.engine.wake()),
      );
    }
  }

  #newSecret(): string {
    return Buffer.from(this.world.random.bytes(32)).toString('base64url');
  }
}
