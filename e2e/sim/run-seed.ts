/**
 * One run: a phase of work and faults; then everything heals, in three steps that each must end in bounded virtual
 * time: pulls arrive while pushes fail, pushes arrive while pulls fail, and at last all agree.
 */
import { configOf, noFaults, type SimConfig } from './config.ts';
import { finalCheck } from './check/final-check.ts';
import { Histories } from './check/histories.ts';
import type { Truth } from './check/truth.ts';
import { ViewCheck } from './check/view-check.ts';
import { must, Violation } from './check/violation.ts';
import { mutants } from './mutants.ts';
import { Device } from './world/device.ts';
import { SimServer } from './world/server.ts';
import { World } from './world/world.ts';
import { Workload } from './workload/steps.ts';

export interface SeedOutcome {
  readonly seed: number;
  readonly ok: boolean;
  readonly invariant: number | null;
  readonly message: string;
  readonly hash: string;
  readonly events: number;
  readonly ops: number;
  readonly coverage: Readonly<Record<string, number>>;
  readonly trace: readonly string[];
}

/** Longest a message, a pause and a poll may take together. */
const boundMs = 5 * 60_000;
const longGrantMs = 400 * 86_400_000;

export async function runSeed(
  seed: number,
  options: { mutant?: string | null; keep?: number; config?: Partial<SimConfig> } = {},
): Promise<SeedOutcome> {
  const config = { ...configOf(seed, options.mutant ?? null), ...options.config };
  const world = new World(config, options.keep ?? 60);
  const run = new Run(world);
  let error: Error | null = null;
  const stray = (reason: unknown): void => {
    world.failure ??= reason instanceof Error ? reason : new Error(String(reason));
  };
  process.on('unhandledRejection', stray);
  try {
    await run.all();
  } catch (thrown) {
    error = thrown as Error;
  } finally {
    process.off('unhandledRejection', stray);
    run.server.dispose();
  }
  const found = world.failure ?? error;
  return {
    seed,
    ok: found === null,
    invariant: found instanceof Violation ? found.invariant : null,
    message: found === null ? '' : found instanceof Violation ? found.message : (found.stack ?? found.message),
    hash: world.trace.hash(),
    events: world.trace.events,
    ops: run.truth.ops.size,
    coverage: Object.fromEntries(world.coverage.counts),
    trace: found === null ? [] : world.trace.last(options.keep ?? 60),
  };
}

class Run {
  readonly server: SimServer;
  readonly devices: Device[] = [];
  readonly histories: Histories;
  readonly #view: ViewCheck;
  readonly #work: Workload;

  constructor(readonly world: World) {
    const mutant = world.config.mutant === null ? undefined : mutants.find(({ name }) => name === world.config.mutant);
    const server = new SimServer(world, mutant?.server ?? {});
    this.server = server;
    this.histories = new Histories(server, world);
    this.#view = new ViewCheck(this.histories);
    for (const [user, role] of [
      ['ana', 'admin'],
      ['ben', 'user'],
      ['cleo', 'user'],
      ['dora', 'manager'],
    ] as const)
      server.setRole(user, role);
    const profiles: readonly (readonly [readonly string[], number])[] = [
      [['ana'], 1],
      [['ben', 'cleo'], 1],
      [['ben', 'dora'], 2],
      [['cleo'], 1],
    ];
    for (const [index, [users, tabs]] of profiles.slice(0, world.random.chance(0.5) ? 4 : 3).entries()) {
      this.devices.push(new Device(world, server, index, users, tabs, mutant?.client ?? {}));
    }
    this.#work = new Workload(world, server, this.devices);
    world.scheduler.onEvent = (label) => this.#watch(label);
  }

  get truth(): Truth {
    return this.histories.current;
  }

  async all(): Promise<void> {
    const { world } = this;
    const { random, config } = world;
    world.heal();
    this.#work.everyoneSignsIn(config.stepMs * 60);
    world.rates = config.rates;
    for (let step = 0; step < config.steps; step++) {
      await this.#until(world.now + random.int(2 * config.stepMs));
      this.#work.step();
    }
    this.#heal();
    await this.#until(world.now + 25_000);
    this.#work.everyoneSignsIn(longGrantMs);
    await this.#pullsWhilePushesFail();
    await this.#pushesWhilePullsFail();
    await this.#allAgree();
    this.truth.sync();
    const { server, devices, truth, histories } = this;
    finalCheck({ world, server, devices, truth, histories, saved: this.#work.saved });
  }

  #heal(): void {
    this.world.note('--- healing');
    this.world.heal();
    if (this.world.config.ending === 'deaf') this.world.rates = { ...noFaults, noticeMissing: 1 };
    this.server.learn();
    this.server.setRole('cleo', 'user');
    for (const device of this.devices) device.network.mode = 'up';
  }

  async #pullsWhilePushesFail(): Promise<void> {
    this.world.note('--- pushes fail');
    for (const device of this.devices) device.network.mode = 'push-blocked';
    this.#work.onePostingEach();
    const reached = (): boolean =>
      this.devices.every((device) =>
        device.open.some(
          ({ engine: { replica } }) =>
            replica.position.line === this.server.epoch() && replica.position.seq >= this.server.head(),
        ),
      );
    const done = await this.#until(this.world.now + boundMs, reached);
    must(done, 18, () => `pulls stand still while pushes fail: ${this.#state()}`);
  }

  async #pushesWhilePullsFail(): Promise<void> {
    this.world.note('--- pulls fail');
    for (const device of this.devices) device.network.mode = 'pull-blocked';
    this.#work.onePostingEach();
    await this.#until(this.world.now + 1_000);
    const done = await this.#until(this.world.now + boundMs, () =>
      this.devices.every((device) => this.#unsent(device) === 0),
    );
    must(done, 17, () => `outboxes do not drain: ${this.#state()}`);
  }

  async #allAgree(): Promise<void> {
    this.world.note('--- all well');
    for (const device of this.devices) {
      device.network.mode = 'up';
      if (this.world.config.ending === 'reopened') for (const tab of device.open) device.crash(tab.life);
    }
    const head = (): number => this.server.head();
    const done = await this.#until(this.world.now + boundMs, () =>
      this.devices.every(
        (device) =>
          this.#unsent(device) === 0 &&
          device.open.length === device.tabCount &&
          device.open.every(
            ({ engine: { replica } }) =>
              replica.position.line === this.server.epoch() && replica.position.seq === head(),
          ),
      ),
    );
    must(done, 17, () => `the devices do not come to rest: ${this.#state()}`);
    await this.#until(this.world.now + 90_000);
  }

  #unsent(device: Device): number {
    return device.disk.rows().filter((row) => row.state !== 'acknowledged').length;
  }

  #state(): string {
    return this.devices
      .map(
        (device) =>
          `${device.dev} unsent ${this.#unsent(device)} at ${device.open.map(({ engine }) => `${engine.replica.position.seq}${engine.leads ? '*' : ''} ${engine.status().problem ?? ''}`).join(', ')}`,
      )
      .concat(`head ${this.server.head()}`)
      .join('; ');
  }

  async #until(ms: number, done?: () => boolean): Promise<boolean> {
    const { world } = this;
    const reached = await world.scheduler.run(ms, () => world.failure !== null || (done?.() ?? false));
    if (world.failure) throw world.failure;
    return reached;
  }

  #watch(label: string): void {
    const { world } = this;
    world.note(label);
    try {
      for (const device of this.devices) {
        for (const tab of device.open) {
          const fresh = !tab.looked;
          tab.looked = true;
          this.#view.tab(device, tab);
          if (fresh) this.#view.opened(tab);
          const { problem } = tab.engine.status();
          must(
            problem !== 'new-stream-needed',
            1,
            () => `${tab.life.name} says ${problem ?? ''}, and nothing here copies a device`,
          );
        }
      }
    } catch (error) {
      world.failure ??= error as Error;
    }
  }
}
