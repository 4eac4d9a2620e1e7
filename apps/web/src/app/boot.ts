/**
 * The start of the app. Render first, authenticate second: a profile that knows its lab opens it from its own disk,
 * whether or not the network is there or a session alive. Everything that can fail is a value of BootState.
 */
import { toBase64url, toHex } from '@tidylab/domain/kernel/bytes';
import { type Result, ok, refuse } from '@tidylab/domain/kernel/result';
import type { RemoveDemoCode } from '../features/demo/index.ts';
import { makeSigningKey } from '../platform/runtime/keys.ts';
import { browserClock, randomBytes } from '../platform/runtime/runtime.ts';
import type { LabClient } from '../store/lab-client.ts';
import { removeLabDatabases } from '../store/database.ts';
import { openDeviceStore, type Profile, type ProfilePerson, type StreamKey } from '../store/device-store.ts';
import { type OpenOutbox, openOutbox } from '../store/outbox.ts';
import { StoreError } from '../store/ports.ts';
import {
  askJoin,
  askRemoveDemo,
  askSession,
  askSetUp,
  askSignIn,
  askState,
  type DeviceOffer,
  type SignedIn,
  tellSignOut,
} from './admission.ts';
import type { BootState, Credentials, JoinCode, SetUpCode, SetUpForm, SignInCode } from './boot-state.ts';
import { type OpenedLab, openLab } from './open-lab.ts';

const device = openDeviceStore();
let opened: OpenedLab | null = null;

const broken = (error: unknown): BootState => {
  if (error instanceof StoreError) return { state: 'broken', code: error.problem };
  throw error;
};

export async function boot(): Promise<BootState> {
  try {
    const profile = await device.profile();
    const me = profile?.people.find((person) => person.id === profile.current);
    if (profile && me) return await resume(profile, me);
    if (profile) return { state: 'signed-out', knownLab: profile.lab.name };
    return (await askState()) === 'setup' ? { state: 'setup' } : { state: 'signed-out' };
  } catch (error) {
    return broken(error);
  }
}

async function resume(profile: Profile, me: ProfilePerson): Promise<BootState> {
  const outbox = await openOutbox(profile.lab.id, null);
  const key = outbox && (await device.key(outbox.stream.dev));
  if (!outbox || !key) {
    await outbox?.close();
    return { state: 'signed-out', knownLab: profile.lab.name };
  }
  return start(profile, me, outbox, key);
}

async function start(profile: Profile, me: ProfilePerson, outbox: OpenOutbox, key: StreamKey): Promise<BootState> {
  opened = await openLab(profile.lab, me, outbox, key);
  const session = { personId: me.id, deviceId: outbox.stream.dev };
  return { state: 'ready', client: opened.client, sync: opened.sync, session };
}

export const signIn = (credentials: Credentials): Promise<Result<BootState, SignInCode>> =>
  enter((offer) => askSignIn(credentials, offer));

export const setUp = (form: SetUpForm): Promise<Result<BootState, SetUpCode>> =>
  enter((offer) => askSetUp(form, offer));

export const join = (code: string, password: string): Promise<Result<BootState, JoinCode>> =>
  enter((offer) => askJoin({ code, password }, offer));

/**
 * The lab's name and zone, and the person's role, as the server says now: kept for the next start, and answered with
 * the client that shows them. Null when nothing is new, or the session is of somebody else.
 */
export async function renew(client: LabClient): Promise<LabClient | null> {
  const news = await askSession();
  const profile = await device.profile();
  if (!news || !profile || news.lab.id !== client.lab.id || news.account.id !== client.me.id) return null;
  const { lab, role } = news;
  if (lab.name === client.lab.name && lab.timeZone === client.lab.timeZone && role === client.me.role) return null;
  const people = profile.people.map((person) => (person.id === client.me.id ? { ...person, role } : person));
  await device.putProfile({ ...profile, lab, people });
  return { ...client, lab, me: { ...client.me, role } };
}

/** The demo lab goes from the server first; then this device forgets it, with whatever waited to be sent. */
export async function removeDemo(): Promise<Result<string, RemoveDemoCode>> {
  const profile = await device.profile();
  const removed = await askRemoveDemo();
  if (!removed.ok || !profile) return removed;
  await closeOpened();
  await removeLabDatabases(profile.lab.id);
  await device.forget();
  return removed;
}

export async function signOut(): Promise<BootState> {
  await closeOpened();
  const profile = await device.profile();
  if (profile) await device.putProfile({ ...profile, current: null });
  await tellSignOut();
  return profile ? { state: 'signed-out', knownLab: profile.lab.name } : { state: 'signed-out' };
}

async function closeOpened(): Promise<void> {
  await opened?.close();
  opened = null;
}

async function makeKey(): Promise<StreamKey> {
  const { privateKey, spki } = await makeSigningKey();
  const key = { dev: toHex(randomBytes(16)), privateKey, spki: toBase64url(spki) };
  await device.putKey(key);
  return key;
}

/** The key of the stream this profile writes to in the lab it knows, or a new one. */
async function currentKey(profile: Profile | undefined): Promise<StreamKey> {
  if (profile) {
    const outbox = await openOutbox(profile.lab.id, null);
    const held = outbox && (await device.key(outbox.stream.dev));
    await outbox?.close();
    if (held) return held;
  }
  return makeKey();
}

const offerOf = ({ dev, spki }: StreamKey): DeviceOffer => ({ dev, spki });

type Ask<C extends string> = (offer: DeviceOffer) => Promise<Result<SignedIn, C | 'device-key-mismatch'>>;

/** Lets a person in. The outbox that is on this device decides the stream: with another than offered, it asks again. */
async function enter<C extends string>(
  ask: Ask<C>,
): Promise<Result<BootState, Exclude<C, 'device-key-mismatch'> | 'server'>> {
  try {
    await closeOpened();
    const profile = await device.profile();
    let key = await currentKey(profile);
    let answer = await ask(offerOf(key));
    if (!answer.ok) return refuseEntry(answer.code);
    const outbox = await openOutbox(answer.value.lab.id, { dev: key.dev, createdAt: browserClock.now() });
    if (!outbox) return refuse('server');
    if (outbox.stream.dev !== key.dev) {
      const held = await device.key(outbox.stream.dev);
      if (held) answer = await ask(offerOf((key = held)));
      if (!held || !answer.ok) {
        await outbox.close();
        return held && !answer.ok ? refuseEntry(answer.code) : ok({ state: 'broken', code: 'storage-lost' });
      }
    }
    const me = personOf(answer.value);
    const next = withPerson(profile, answer.value, me);
    await device.putProfile(next);
    return ok(await start(next, me, outbox, key));
  } catch (error) {
    return ok(broken(error));
  }
}

const refuseEntry = <C extends string>(code: C): { ok: false; code: Exclude<C, 'device-key-mismatch'> | 'server' } =>
  refuse(code === 'device-key-mismatch' ? 'server' : (code as Exclude<C, 'device-key-mismatch'>));

const personOf = ({ account, role, grantUntil }: SignedIn): ProfilePerson => ({ ...account, role, grantUntil });

function withPerson(profile: Profile | undefined, { lab }: SignedIn, me: ProfilePerson): Profile {
  const people = profile?.lab.id === lab.id ? profile.people.filter((person) => person.id !== me.id) : [];
  return { key: 'profile', lab, people: [...people, me], current: me.id };
}
