/**
 * Opens the two databases of a lab on this device. The outbox commits strictly: its `complete` event means the row is
 * on disk. The base may be lost and is rebuilt from the server, so it commits as the browser likes.
 */
import type { Manifest, OutboxRow, Segment, Stream } from '@tidylab/sync/protocol/stored';
import { Dexie } from 'dexie';
import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { durable } from './errors.ts';

export type StreamRow = Stream & { key: string };
export type ManifestRow = Manifest & { key: string };

export interface OutboxCollections {
  outbox: RxCollection<OutboxRow>;
  stream: RxCollection<StreamRow>;
}

export interface BaseCollections {
  segments: RxCollection<Segment>;
  manifest: RxCollection<ManifestRow>;
}

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
const envelope = {
  type: 'object',
  properties: { alg: text(20), kid: text(80), data: { type: 'string' } },
  required: ['alg', 'kid', 'data'],
} as const;

/** Frozen: the outbox never migrates. */
const outboxSchema = {
  version: 0,
  primaryKey: 'n',
  type: 'object',
  properties: {
    n: text(16),
    id: text(36),
    state: text(20),
    sentAt: { type: ['number', 'null'] },
    result: { type: ['object', 'null'] },
    payload: envelope,
  },
  required: ['n', 'id', 'state', 'sentAt', 'result', 'payload'],
} as unknown as RxJsonSchema<OutboxRow>;

const streamSchema = {
  version: 0,
  primaryKey: 'key',
  type: 'object',
  properties: { key: text(20), dev: text(80), lab: text(80), createdAt: { type: 'number' }, prev: { type: 'array' } },
  required: ['key', 'dev', 'lab', 'createdAt', 'prev'],
} as unknown as RxJsonSchema<StreamRow>;

const segmentSchema = {
  version: 0,
  primaryKey: 'key',
  type: 'object',
  properties: {
    key: text(200),
    fmt: { type: 'number' },
    type: text(10),
    lab: text(80),
    epoch: text(80),
    scopeId: text(80),
    since: text(40),
    next: text(40),
    payload: envelope,
  },
  required: ['key', 'fmt', 'type', 'lab', 'epoch', 'scopeId', 'since', 'next', 'payload'],
} as unknown as RxJsonSchema<Segment>;

const manifestSchema = {
  version: 0,
  primaryKey: 'key',
  type: 'object',
  properties: { key: text(20), gen: { type: 'number' } },
  required: ['key', 'gen'],
} as unknown as RxJsonSchema<ManifestRow>;

const outboxName = (lab: string): string => `tidylab-outbox-${lab}`;
const baseName = (lab: string): string => `tidylab-base-${lab}`;

/**
 * Deletes everything of a lab on this device. RxDB keeps each collection in an IndexedDB database of its own; another
 * tab that has one open is made to close it.
 */
export const removeLabDatabases = (lab: string): Promise<void> =>
  durable(async () => {
    const ours = [outboxName(lab), baseName(lab)].map((name) => `rxdb-dexie-${name}--`);
    const names = await Dexie.getDatabaseNames();
    for (const name of names.filter((one) => ours.some((start) => one.startsWith(start)))) await Dexie.delete(name);
  });

export async function openOutboxDatabase(lab: string): Promise<RxDatabase<OutboxCollections>> {
  const storage = getRxStorageDexie({ chromeTransactionDurability: 'strict' });
  const database = await createRxDatabase<OutboxCollections>({
    name: outboxName(lab),
    storage,
    multiInstance: true,
  });
  await database.addCollections({ outbox: { schema: outboxSchema }, stream: { schema: streamSchema } });
  return database;
}

export async function openBaseDatabase(lab: string): Promise<RxDatabase<BaseCollections>> {
  const storage = getRxStorageDexie();
  const database = await createRxDatabase<BaseCollections>({
    name: baseName(lab),
    storage,
    multiInstance: true,
  });
  await database.addCollections({ segments: { schema: segmentSchema }, manifest: { schema: manifestSchema } });
  return database;
}
