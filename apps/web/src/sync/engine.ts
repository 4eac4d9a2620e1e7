/**
 * The engine of one tab: it records, and in the tab that leads it exchanges. Pushing and pulling are two loops, so that
 * neither waits for the other (SPEC E1–E6); a new base, by snapshot or fold, is the pulling loop's. Every tab follows
 * what the others stored; correctness depends on no tab leading, only on the outbox's key and the segments' keys.
 */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import type { Result } from '@tidylab/domain/kernel/result';
import { laterStamp, makeStamp, type Stamp, earlierStamp } from '@tidylab/domain/kernel/stamp';
import type { Intent } from '@tidylab/sync/accept/check-intent';
import { feedStart } from '@tidylab/sync/protocol/cursor';
import { type HelloReply, helloReplySchema } from '@tidylab/sync/protocol/messages';
import type { Op } from '@tidylab/sync/protocol/op';
import { type OutboxState, outboxKey } from '@tidylab/sync/protocol/stored';
import { limits, protocolMinor, schemaVersion } from '@tidylab/sync/protocol/version';
import { isCovered } from '@tidylab/sync/replica/coverage';
import { Replica } from '@tidylab/sync/replica/replica';
import { BaseKeeper } from './base-keeper.ts';
import { ClockOffset } from './clock-offset.ts';
import { type EngineLimits, ensureBase, usualLimits } from './ensure-base.ts';
import { exchange, type ExchangeProblem } from './exchange.ts';
import { foldBase } from './fold-base.ts';
import { History } from './history.ts';
import { Loop, type StepOutcome } from './loop.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { OwnOps } from './own-ops.ts';
import { type EnginePorts, StoreError, type StoreProblem, type TabChannel } from './ports.ts';
import { pullOnce } from './puller.ts';
import { pushOnce, rewind } from './pusher.ts';
import { recordIntent } from './recorder.ts';
import { StatusKeeper } from './status-keeper.ts';
import type { SyncStatus } from './status.ts';

type Greeting = { ok: true } | { ok: false; problem: ExchangeProblem | 'new-stream-needed' };

const isDone = (state: OutboxState): boolean => state === 'acknowledged' || state === 'withdrawn';

/** A stamp further than this ahead of the server's clock is not taken over. */
const mergeAheadMsMax = 300_000;
const pollMs = 60_000;

export class Engine {
  readonly replica = new Replica();
  readonly #own = new OwnOps();
  readonly #offset: ClockOffset;
  readonly #status: StatusKeeper;
  readonly #push: Loop;
  readonly #pull: Loop;
  readonly #undo: (() => void)[] = [];
  readonly #keeper: BaseKeeper;
  /** What the server said of its history at the last hello; null before the first. */
  #history: History | null = null;
  #greeted = false;
  /** The server holds other ops of this stream: until the app starts anew nothing is sent or applied (SPEC P6). */
  #forked = false;
  #greeting: Promise<Greeting> | null = null;
  #seenEff: Stamp = '0'.repeat(16);
  #opsMax: number = limits.pushOpsMax;
  #leads = false;
  #stopped = false;

  constructor(
    private readonly ports: EnginePorts,
    private readonly limits: EngineLimits = usualLimits,
  ) {
    this.#offset = new ClockOffset(ports.clock);
    this.#status = new StatusKeeper(ports.clock, this.#own, ports.memory);
    this.#keeper = new BaseKeeper(ports, this.replica, {
      arrived: (eff) => this.#arrived(eff),
      stopped: () => this.#stopped,
    });
    const jitter = (): number => (ports.random(1)[0] ?? 0) / 256;
    this.#push = new Loop(() => this.#step(() => this.#pushStep()), ports.timers, jitter);
    this.#pull = new Loop(() => this.#step(() => this.#pullStep()), ports.timers, jitter);
  }

  /** Reads what the device has: after this the replica is usable, offline too. */
  async open(): Promise<void> {
    const { outbox, base } = this.ports;
    this.#undo.push(outbox.onChange(() => void this.#quietly(() => this.#reload())));
    this.#undo.push(base.onChange(() => void this.#quietly(() => this.#followBase())));
    this.#undo.push(this.replica.subscribe(() => this.#status.touch()));
    if (this.ports.tabs) this.#shareNews(this.ports.tabs);
    await this.#followBase();
    await this.#reload();
    this.#poll();
  }

  /** The tab that exchanges tells the others what their cloud shows. */
  #shareNews(tabs: TabChannel): void {
    let told = '';
    const tell = (): void => {
      const news = this.#status.news();
      const text = JSON.stringify(news);
      if (!this.#leads || text === told) return;
      told = text;
      tabs.publish(news);
    };
    this.#undo.push(this.#status.subscribe(tell));
    this.#undo.push(
      tabs.listen((heard) => {
        if (heard === 'ask') {
          told = '';
          tell();
        } else if (!this.#leads) this.#status.heard(heard);
      }),
    );
    tabs.publish('ask');
  }

  /** Waits for the lead, then exchanges until it is stopped. `leading` is called when this tab leads. */
  async lead(leading: () => void = () => undefined): Promise<void> {
    const { dev, lab } = this.ports.outbox.stream;
    await this.ports.locks.exclusive(`tidylab:${lab}:${dev}:sync`, async () => {
      if (this.#stopped) return;
      this.#leads = true;
      leading();
      this.wake();
      await new Promise<void>((resolve) => this.#undo.push(resolve));
    });
  }

  get leads(): boolean {
    return this.#leads;
  }

  stop(): void {
    this.#stopped = true;
    this.#leads = false;
    this.#push.stop();
    this.#pull.stop();
    for (const undo of this.#undo.splice(0)) undo();
  }

  async record(user: string, intent: Intent): Promise<Result<Op, RefusalCode | StoreProblem>> {
    const deps = {
      ports: this.ports,
      own: this.#own,
      offset: this.#offset,
      seenEff: () => this.#seenEff,
      reload: () => this.#reload(),
    };
    const result = await recordIntent(deps, user, intent);
    if (result.ok) this.#ownChanged();
    return result;
  }

  /**
   * There may be something to send or to fetch. `urgent`: a person or the browser says the network is there. A tab
   * that does not lead looks at what the others stored, since word of it may have been lost.
   */
  wake(urgent = false): void {
    if (this.#stopped) return;
    if (!this.#leads) {
      void this.#quietly(async () => {
        await this.#followBase();
        await this.#reload();
      });
      return;
    }
    this.#push.kick(urgent);
    this.#pull.kick(urgent);
  }

  /** The server's clock as known here, Unix ms. */
  now(): number {
    return this.#offset.now();
  }

  status(): SyncStatus {
    return this.#status.current();
  }

  onStatus(listener: () => void): () => void {
    return this.#status.subscribe(listener);
  }

  #poll(): void {
    let cancel = (): void => undefined;
    const next = (): void => {
      const spread = (this.ports.random(1)[0] ?? 0) / 256;
      cancel = this.ports.timers.after(pollMs * (0.75 + spread / 2), () => {
        // The leading tab may have missed word of what another tab saved.
        if (this.#leads) void this.#quietly(() => this.#reload());
        this.wake();
        next();
      });
    };
    this.#undo.push(() => cancel());
    next();
  }

  /** Never two at once: an older answer that comes last would take results away again. */
  readonly #reload = oneAtATime(async () => {
    if (this.#own.take(await this.ports.outbox.load())) this.#ownChanged();
  });

  #ownChanged(): void {
    if (this.#stopped) return;
    this.replica.setOwn(this.#own.list());
    this.#status.touch();
    if (this.#leads && this.#own.unsent().length > 0) this.#push.kick();
  }

  async #followBase(): Promise<void> {
    await this.#keeper.follow();
    if (this.#keeper.manifest) this.#status.hasBase();
  }

  #arrived(eff: Stamp): void {
    this.#mergeStamp(eff);
    if (this.#leads) this.#push.kick();
  }

  /** Ops that were parked and have been decided: their results are asked for by sending them once more (SPEC P8). */
  async #askAgain(): Promise<void> {
    const { position } = this.replica;
    const decided = this.#own
      .list()
      .filter((own) => own.result?.status === 'parked' && own.state === 'acknowledged' && isCovered(own, position));
    for (const { op } of decided) await this.ports.outbox.patch(outboxKey(op.n), { state: 'sent' });
    if (decided.length > 0) await this.#reload();
  }

  /** Storage trouble in the background is shown, not thrown: the next step tries again. */
  async #quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#status.failed(error.problem);
    }
  }

  async #step(work: () => Promise<StepOutcome>): Promise<StepOutcome> {
    try {
      if (this.#forked) return this.#failed('new-stream-needed');
      const hello = await this.#hello();
      if (!hello.ok) return this.#failed(hello.problem);
      return await work();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#status.failed(error.problem);
      return 'failed';
    }
  }

  async #pushStep(): Promise<StepOutcome> {
    const { ports } = this;
    await this.#askAgain();
    this.#status.sending(this.#own.unsent().length > 0);
    const outcome = await pushOnce(
      {
        ports,
        own: this.#own,
        ...this.#pushesTo(),
        reload: () => this.#reload(),
      },
      this.#opsMax,
    );
    this.#status.sending(false);
    if (outcome.ok) {
      this.#opsMax = limits.pushOpsMax;
      if (outcome.sent > 0) {
        this.#status.reached();
        this.#pull.kick();
      }
      if (outcome.more && outcome.sent === 0) return 'failed';
      return outcome.more ? 'again' : 'idle';
    }
    const tried = Math.min(this.#opsMax, this.#own.unsent().length);
    if (outcome.problem === 'too-large' && tried > 1) {
      this.#opsMax = Math.ceil(tried / 2);
      return 'again';
    }
    return this.#failed(outcome.problem);
  }

  async #pullStep(): Promise<StepOutcome> {
    const { ports, replica } = this;
    const base = await this.#ensureBase();
    if (!base.ok) return this.#failed(base.problem);
    const manifest = this.#keeper.manifest;
    if (!manifest) return 'failed';
    const outcome = await pullOnce({
      ports,
      own: this.#own,
      replica,
      manifest: () => manifest,
      reload: () => this.#reload(),
      follow: () => this.#keeper.follow(),
    });
    if (!outcome.ok) {
      this.#history?.pullFailed(outcome.problem, manifest);
      return this.#failed(outcome.problem);
    }
    this.#history?.pulled();
    this.#status.hasBase();
    this.#status.reached();
    if (outcome.more) return 'again';
    if (this.#keeper.pages > this.limits.foldPagesMax) await this.#fold();
    return 'idle';
  }

  /** Which server, and how far this device has read of its history: nothing, while the base is of another one. */
  #pushesTo(): { epoch: () => string; line: () => string; headSeen: () => string } {
    const history = this.#history;
    return {
      epoch: () => history?.epoch ?? '',
      line: () => this.#history?.line ?? '',
      headSeen: () => (history?.isOf(this.#keeper.manifest) ? this.replica.cursor : feedStart),
    };
  }

  #ensureBase(): Promise<Greeting> {
    const { ports, replica } = this;
    if (!this.#history) return Promise.resolve({ ok: false, problem: 'server' });
    const deps = { ports, own: this.#own, replica, keeper: this.#keeper, reload: () => this.#reload() };
    return ensureBase(deps, this.#history, this.limits, () => this.#sweep());
  }

  /** Nobody waits for it: what is left over does no harm. */
  #sweep(): void {
    void this.#quietly(() => this.#keeper.sweep());
  }

  async #fold(): Promise<void> {
    const { ports, replica } = this;
    const keeper = this.#keeper;
    await foldBase({ ports, replica, keeper, chunkRows: this.limits.chunkRows });
    this.#sweep();
  }

  #failed(problem: Parameters<StatusKeeper['failed']>[0]): StepOutcome {
    if (problem === 'epoch' || problem === 'resnapshot' || problem === 'signed-out') this.#greeted = false;
    if (problem === 'new-stream-needed') this.#forked = true;
    this.#status.failed(problem);
    return this.#forked ? 'idle' : 'failed';
  }

  /** Once a session, and after every surprise. Both loops share the one that is under way. */
  #hello(): Promise<Greeting> {
    if (this.#greeted) return Promise.resolve({ ok: true });
    this.#greeting ??= this.#greet().finally(() => {
      this.#greeting = null;
    });
    return this.#greeting;
  }

  async #greet(): Promise<Greeting> {
    const { ports } = this;
    const { dev, lab } = ports.outbox.stream;
    const sentAt = ports.clock.now();
    const started = ports.clock.monotonic();
    const body = { proto: protocolMinor, schema: schemaVersion, dev, app: ports.app };
    const reply = await exchange(ports.transport, { method: 'POST', path: '/sync/v1/hello', body }, helloReplySchema);
    if (!reply.ok) return reply;
    if (reply.value.lab !== lab) return { ok: false, problem: 'not-our-server' };
    this.#offset.measure(reply.value.time, sentAt, ports.clock.monotonic() - started);
    await this.#followBase();
    this.#history = History.of(reply.value, this.#history, this.#keeper.manifest);
    const stream = await this.#compareStreams(reply.value.device);
    if (!stream.ok) return stream;
    await this.#pushAgain(this.#history);
    this.#greeted = true;
    return stream;
  }

  /** Acknowledged ops that the server may not have any more go again, in the order of n (SPEC N1). */
  async #pushAgain(history: History): Promise<void> {
    const lost = this.#own.list().filter(({ state, result }) => result && isDone(state) && history.mayLack(result));
    for (const { op, state } of lost) {
      await this.ports.outbox.patch(outboxKey(op.n), state === 'withdrawn' ? { result: null } : { state: 'sent' });
    }
    if (lost.length > 0) await this.#reload();
  }

  /** What the server has of this stream against what it once acknowledged (SPEC P5, P6). */
  async #compareStreams(device: HelloReply['device']): Promise<Greeting> {
    await this.#reload();
    const n = device?.n ?? 0;
    if (device && this.#own.at(n)?.op.id !== device.op) return { ok: false, problem: 'new-stream-needed' };
    const lost = this.#own.list().some((own) => own.op.n > n && own.state === 'acknowledged');
    if (!lost) return { ok: true };
    const outcome = await rewind({ ports: this.ports, own: this.#own, reload: () => this.#reload() }, n + 1);
    return outcome.ok ? { ok: true } : outcome;
  }

  /** What this device does next comes after what it has seen. */
  #mergeStamp(eff: Stamp): void {
    if (eff <= this.#seenEff) return;
    const ceiling = makeStamp(Math.max(0, Math.floor(this.#offset.now())) + mergeAheadMsMax, 0);
    this.#seenEff = laterStamp(this.#seenEff, earlierStamp(eff, ceiling));
  }
}
