/** The outbox on RxDB. One call is one strict transaction; its promise resolves when that is on disk. */
import type { OutboxRow, Stream } from '@tidylab/sync/protocol/stored';
import type { RxDatabase } from 'rxdb/plugins/core';
import { type OutboxCollections, openOutboxDatabase, type StreamRow } from './database.ts';
import { durable } from './errors.ts';
import { type OutboxStore, StoreError } from './ports.ts';
import { insertOnce, readAll, readOne } from './raw.ts';

export interface OpenOutbox extends OutboxStore {
  close(): Promise<void>;
}

const streamKey = 'stream';

/**
 * Opens the lab's outbox and its stream. A profile without one starts `fresh`; of two tabs that start at the same time
 * one wins and both use its stream.
 */
export async function openOutbox(
  lab: string,
  fresh: { dev: string; createdAt: number } | null,
): Promise<OpenOutbox | null> {
  const database = await durable(() => openOutboxDatabase(lab));
  const stream = await durable(() => takeStream(database, lab, fresh));
  if (!stream) {
    await database.close();
    return null;
  }
  return onCollections(database, stream);
}

async function takeStream(
  { stream }: OutboxCollections,
  lab: string,
  fresh: { dev: string; createdAt: number } | null,
): Promise<Stream | null> {
  const held = await readOne<StreamRow>(stream, streamKey);
  if (held || !fresh) return held;
  await insertOnce<StreamRow>(stream, { key: streamKey, lab, prev: [], ...fresh });
  return readOne<StreamRow>(stream, streamKey);
}

function onCollections(database: RxDatabase<OutboxCollections>, stream: Stream): OpenOutbox {
  const { outbox } = database.collections;
  return {
    stream,
    load: () => durable(() => readAll<OutboxRow>(outbox, 'n')),
    insert: (row) => durable(() => insertOnce<OutboxRow>(outbox, row)),
    patch: (key, change) =>
      durable(async () => {
        const row = await outbox.findOne(key).exec();
        if (!row) throw new StoreError('storage-lost', `the outbox has no row ${key}`);
        await row.incrementalModify((held) => ({ ...held, ...(typeof change === 'function' ? change(held) : change) }));
      }),
    onChange(listener) {
      const subscription = outbox.$.subscribe(listener);
      return () => subscription.unsubscribe();
    },
    close: async () => void (await database.close()),
  };
}
