/** What lies between a device and the server: loss and delay both ways, copies, other people's web pages. */
import type { Reply, Transport } from '../../../apps/web/src/sync/ports.ts';
import type { Life } from './life.ts';
import type { SimServer } from './server.ts';
import type { World } from './world.ts';

export type NetworkMode =
  | 'up'
  | 'offline'
  | 'captive-html'
  | 'captive-json'
  | 'bad-gateway'
  | 'push-blocked'
  | 'pull-blocked';

type Request = Parameters<Transport['send']>[0];

/** Nothing came back. */
const lost = (): Error => new TypeError('network');

/** One device's way to the server. */
export class Network {
  mode: NetworkMode = 'up';
  /** Requests sent, by virtual minute and tab: a loop that spins shows here. */
  readonly perMinute = new Map<string, number>();
  pushes = 0;

  constructor(
    private readonly world: World,
    private readonly server: SimServer,
    private readonly device: { readonly cookie: string },
  ) {}

  of(life: Life): Transport {
    return {
      send: (request) => {
        const minute = `${life.name} ${Math.floor(this.world.now / 60_000)}`;
        this.perMinute.set(minute, (this.perMinute.get(minute) ?? 0) + 1);
        return new Promise((resolve, reject) => {
          const text = request.body === undefined ? undefined : JSON.stringify(request.body);
          const once = { open: true };
          const settle = (ms: number, reply: Reply | null): void => {
            this.world.scheduler.after(ms, `reply ${life.name}`, () => {
              if (!life.alive || !once.open) return;
              once.open = false;
              if (reply) resolve(reply);
              else reject(lost());
            });
          };
          const early = this.#onTheWay(request, life);
          if (early === 'lost') settle(this.#wait(20_000), null);
          else if (early) settle(this.#wait(300), early);
          else this.#deliver(request, text, life, settle);
        });
      },
    };
  }

  /** What answers, or fails to, before the server sees anything. */
  #onTheWay(request: Request, life: Life): Reply | 'lost' | null {
    const { world, mode } = this;
    const isPush = request.path.startsWith('/sync/v1/push');
    const isPull = /^\/sync\/v1\/(pull|snapshot)/.test(request.path);
    if (isPush) this.pushes++;
    if (mode === 'offline' || (mode === 'push-blocked' && isPush) || (mode === 'pull-blocked' && isPull)) {
      world.coverage.hit(mode);
      if (mode === 'offline') return 'lost';
      return world.random.pick<Reply | 'lost'>([
        'lost',
        { status: 502, json: undefined },
        { status: 200, json: undefined },
      ]);
    }
    if (mode === 'captive-html' || mode === 'captive-json' || mode === 'bad-gateway') {
      world.coverage.hit(mode);
      if (mode === 'bad-gateway') return { status: 502, json: undefined };
      return { status: 200, json: mode === 'captive-html' ? undefined : { login: 'required', results: [] } };
    }
    if (isPush && world.strikes('tooLargeReply', 'too-large-reply', life.name))
      return { status: 413, json: { code: 'too-large' } };
    return world.strikes('requestDropped', 'request-dropped', life.name) ? 'lost' : null;
  }

  #deliver(
    request: Request,
    text: string | undefined,
    life: Life,
    settle: (ms: number, reply: Reply | null) => void,
  ): void {
    const { world } = this;
    const arrive = (answers: boolean): void => {
      world.scheduler.after(
        this.#wait(150),
        `${request.path.split('?')[0]?.split('/').at(-1)} ${life.name}`,
        async () => {
          const reply = await this.server.handle(this.device.cookie, request.method, request.path, text);
          if (!answers) return;
          const dropped = reply !== null && world.strikes('replyDropped', 'reply-dropped', life.name);
          if (reply === null) world.coverage.hit('server-unreachable');
          settle(this.#wait(dropped || reply === null ? 5_000 : 150), dropped ? null : reply);
        },
      );
    };
    const twice = world.strikes('requestTwice', 'request-twice', life.name);
    const second = twice && world.random.chance(0.5);
    arrive(!second);
    if (twice) arrive(second);
  }

  #wait(usualMs: number): number {
    const { world } = this;
    if (world.strikes('longDelay', 'long-delay', '')) return 300 + world.random.int(60_000);
    return 1 + world.random.int(usualMs);
  }
}
