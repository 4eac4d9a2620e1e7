/**
 * What a profile keeps beside its databases: the signing keys of its streams, which RxDB cannot hold since they are
 * not JSON, and who works here. The private keys cannot be taken out, not even by this app.
 */
import { Dexie, type Table } from 'dexie';
import type { Role } from '@tidylab/domain/permissions/permissions';
import { durable } from './errors.ts';

export interface StreamKey {
  readonly dev: string;
  readonly privateKey: CryptoKey;
  /** The public key, SPKI in base64url. */
  readonly spki: string;
}

export interface ProfilePerson {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  /** Until when the server takes this person's changes from this device, Unix ms. */
  readonly grantUntil: number;
}

/** What the server says of a lab. */
export interface LabFacts {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** ISO 4217; absent in a profile of before. */
  readonly currency?: string | undefined;
  /** Nothing in it is real. */
  readonly demo?: boolean | undefined;
}

export interface Profile {
  readonly key: 'profile';
  readonly lab: LabFacts;
  /** Everybody who signed in fully on this device. */
  readonly people: readonly ProfilePerson[];
  /** Who works now; null after signing out. */
  readonly current: string | null;
}

export interface DeviceStore {
  key(dev: string): Promise<StreamKey | undefined>;
  putKey(key: StreamKey): Promise<void>;
  profile(): Promise<Profile | undefined>;
  putProfile(profile: Profile): Promise<void>;
  /** Nothing of a lab or of people is left. */
  forget(): Promise<void>;
}

class DeviceDatabase extends Dexie {
  declare keys: Table<StreamKey, string>;
  declare profile: Table<Profile, string>;

  constructor() {
    super('tidylab-device', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ keys: 'dev', profile: 'key' });
  }
}

export function openDeviceStore(): DeviceStore {
  const database = new DeviceDatabase();
  return {
    key: (dev) => durable(() => database.keys.get(dev)),
    putKey: (key) => durable(async () => void (await database.keys.put(key))),
    profile: () => durable(() => database.profile.get('profile')),
    forget: () => durable(async () => void (await Promise.all([database.keys.clear(), database.profile.clear()]))),
    putProfile: (profile) => durable(async () => void (await database.profile.put(profile))),
  };
}
