/** One step of a run: something a person does at a device, or something that fate does to a device or the server. */
import type { Intent } from '@tidylab/sync/accept/check-intent';
import type { Op } from '@tidylab/sync/protocol/op';
import { outboxKey } from '@tidylab/sync/protocol/stored';
import { must } from '../check/violation.ts';
import type { Device, Tab } from '../world/device.ts';
import type { NetworkMode } from '../world/network.ts';
import type { SimServer } from '../world/server.ts';
import type { World } from '../world/world.ts';
import { changeRecord } from './edits.ts';
import { badIntent, newRecord, posting, voidOfHeard, voidOfShown } from './intents.ts';
import { plant } from './planted.ts';

export class Workload {
  /** Ids of ops a device said "saved" of, by device. */
  readonly saved = new Map<string, Set<string>>();

  constructor(
    private readonly world: World,
    private readonly server: SimServer,
    private readonly devices: readonly Device[],
  ) {}

  step(): void {
    const { random } = this.world;
    const draw = random.int(100);
    if (draw < 72) this.#person(draw);
    else if (draw < 77) plant(this.world, random.pick(this.devices));
    else this.#fate(draw);
  }

  /** One posting at each device: something to send, so that draining means something. */
  onePostingEach(): void {
    for (const device of this.devices) {
      const tab = device.open[0];
      if (tab) this.record(device, tab, posting(this.world.random, tab.engine.replica));
    }
  }

  everyoneSignsIn(grantMs: number): void {
    for (const device of this.devices) {
      for (const user of device.users) {
        const done = device.signIn(user, grantMs);
        must(done, 17, () => `${user} cannot sign in on ${device.dev} of a healthy server`);
      }
      for (const tab of device.open) tab.engine.wake(true);
    }
  }

  record(device: Device, tab: Tab, intent: Intent): void {
    const { world } = this;
    const user = world.random.pick(device.users);
    world.note(`${tab.life.name} ${user} ${intent.type}`);
    const check = async (): Promise<void> => {
      const result = await tab.engine.record(user, intent);
      world.note(`${tab.life.name} ${result.ok ? `saved ${result.value.n} ${result.value.id}` : result.code}`);
      if (!result.ok) return world.coverage.hitAny(`refused ${result.code}`);
      const { n, id } = result.value;
      const row = device.disk.outbox.get(outboxKey(n));
      must(row?.id === id, 1, () => `${tab.life.name} said saved of op ${n}, the disk does not hold it`);
      this.saved.set(device.dev, (this.saved.get(device.dev) ?? new Set()).add(id));
      tab.mustShow.add(n);
      tab.version = -1;
    };
    check().catch((error: unknown) => {
      world.failure ??= error as Error;
    });
  }

  #person(draw: number): void {
    const { random } = this.world;
    const device = random.pick(this.devices);
    if (device.open.length === 0) return;
    const tab = random.pick(device.open);
    const { replica } = tab.engine;
    if (draw < 32) this.record(device, tab, posting(random, replica));
    else if (draw < 42) {
      const intent = changeRecord(random, device.clock.now(), replica);
      if (intent) this.record(device, tab, intent);
    } else if (draw < 56) {
      const heard = random.chance(0.25) ? voidOfHeard(random, this.#opsOf(random.pick(this.devices))) : undefined;
      const intent = heard ?? voidOfShown(random, replica);
      if (intent) this.record(device, tab, intent);
    } else if (draw < 63) this.record(device, tab, newRecord(random, device.clock.now(), replica));
    else if (draw < 67) this.record(device, tab, badIntent(random));
    else if (draw < 70) this.#signIn(device);
    else tab.engine.wake(true);
  }

  #opsOf(device: Device): Op[] {
    return device.disk.rows().map((row) => JSON.parse(row.payload.data) as Op);
  }

  #signIn(device: Device): void {
    const { random, config, coverage } = this.world;
    const user = random.pick(device.users);
    const done = device.signIn(user, config.stepMs * random.pick([5, 20, 200, 2_000]));
    this.world.note(`${user} signs in on ${device.dev}: ${done ? 'done' : 'failed'}`);
    if (!done) coverage.hit('server-unreachable');
    for (const tab of device.open) tab.engine.wake(true);
  }

  #fate(draw: number): void {
    const { world, server } = this;
    const { random, coverage } = world;
    const device = random.pick(this.devices);
    if (draw < 87) {
      device.network.mode = random.pick<NetworkMode>([
        'up',
        'up',
        'up',
        'up',
        'offline',
        'offline',
        'captive-html',
        'captive-json',
        'bad-gateway',
      ]);
      world.note(`${device.dev} is ${device.network.mode}`);
    } else if (draw < 91) {
      const tab = random.pick(device.tabs);
      if (!tab) return;
      coverage.hit('tab-killed');
      if (random.chance(0.15)) device.loseBase();
      else device.crash(tab.life);
    } else if (draw < 93) {
      coverage.hit('device-clock-jump');
      device.clock.jump(random.int(2 * 86_400_000 + 1) - 86_400_000);
    } else if (draw < 95) {
      coverage.hit('server-clock-jump');
      server.setClock(random.int(7_200_000) - 3_600_000);
    } else if (draw < 97) {
      if (server.up) coverage.hit('server-killed-idle');
      server.kill();
    } else if (draw < 98) {
      coverage.hit('device-cookie-lost');
      device.loseCookie();
    } else if (world.config.restores && random.chance(0.6)) this.#backupOrRestore();
    else {
      coverage.hit('role-changed');
      server.setRole('cleo', server.roles.has('cleo') ? undefined : 'user');
    }
  }

  /** A copy of the file, and some time later the copy in the file's place. */
  #backupOrRestore(): void {
    const { server, world } = this;
    if (!server.hasBackup) {
      world.coverage.hit('backup-taken');
      server.backup();
    } else if (server.restore()) world.coverage.hit('server-restored');
  }
}
