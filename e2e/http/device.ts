/**
 * A device without a screen: a stream of its own with a real key that signs in and speaks to a real server over HTTP,
 * as the app does. It keeps what it was not answered for, and sends exactly that again.
 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import { stampAfter } from '@tidylab/domain/kernel/stamp';
import { feedStart } from '@tidylab/sync/protocol/cursor';
import type { HelloReply, PushReply } from '@tidylab/sync/protocol/messages';
import { type Op, signedBytes } from '@tidylab/sync/protocol/op';
import { protocolMinor, schemaVersion } from '@tidylab/sync/protocol/version';
import type { Account } from '../browser/support/scenario.ts';

interface SignedIn {
  readonly account: { readonly id: string };
  readonly lab: { readonly id: string };
}

/** The server answered, but not with a 200. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(`${status}: ${text}`);
  }
}

export class HttpDevice {
  readonly dev = `dev-${randomBytes(8).toString('hex')}`;
  readonly #key: KeyObject;
  readonly #spki: string;
  #cookie = '';
  #user = '';
  #lab = '';
  #n = 0;
  #hlc: string | undefined;
  #epoch = '';
  #cursor = feedStart;

  private constructor(readonly url: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    this.#spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  }

  /** A new device of this person, known to the server and ready to push. */
  static async signIn(url: string, { login, password }: Account): Promise<HttpDevice> {
    const device = new HttpDevice(url);
    const body = JSON.stringify({ login, password, device: { dev: device.dev, spki: device.#spki } });
    const response = await device.#send('/api/v1/auth/sign-in', body);
    const signedIn = (await response.json()) as SignedIn;
    device.#user = signedIn.account.id;
    device.#lab = signedIn.lab.id;
    const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
    device.#cookie = cookies.find((pair) => pair.startsWith('__Host-tl-device=')) ?? '';
    await device.hello();
    return device;
  }

  async #send(path: string, body?: string): Promise<Response> {
    const response = await fetch(`${this.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Cookie: this.#cookie, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    if (response.status !== 200) throw new Refused(response.status, await response.text());
    return response;
  }

  /** @returns what the server tells of this stream and of its feed. */
  async hello(): Promise<HelloReply> {
    const request = { proto: protocolMinor, schema: schemaVersion, dev: this.dev, app: 'e2e' };
    const reply = (await (await this.#send('/sync/v1/hello', JSON.stringify(request))).json()) as HelloReply;
    this.#epoch = reply.epochs.at(-1)?.id ?? '';
    this.#cursor = reply.head;
    return reply;
  }

  /** The next op of this stream, signed. */
  op(type: string, body: Op['body'], nowMs = Date.now()): Op {
    this.#hlc = stampAfter(nowMs, this.#hlc);
    const op = {
      id: uuidv7(nowMs, randomBytes(10)),
      dev: this.dev,
      n: ++this.#n,
      user: this.#user,
      lab: this.#lab,
      hlc: this.#hlc,
      v: 1,
      type,
      body,
    };
    const sig = sign('sha256', signedBytes(op), { key: this.#key, dsaEncoding: 'ieee-p1363' });
    return { ...op, sig: sig.toString('base64url') };
  }

  /** The body of a push, made apart so that making it is not measured. */
  pushBody(ops: readonly Op[]): string {
    const { dev } = this;
    return JSON.stringify({
      proto: protocolMinor,
      schema: schemaVersion,
      epoch: this.#epoch,
      dev,
      headSeen: this.#cursor,
      ops,
    });
  }

  async pushText(body: string): Promise<PushReply> {
    return (await (await this.#send('/sync/v1/push', body)).json()) as PushReply;
  }

  push(ops: readonly Op[]): Promise<PushReply> {
    return this.pushText(this.pushBody(ops));
  }

  /** One page of the feed as text. */
  async pull(since: string, limit: number): Promise<string> {
    return (await this.#send(`/sync/v1/pull?since=${since}&limit=${limit}`)).text();
  }
}
