/** The base on RxDB: segments and the manifest that names them. */
import type { Manifest, Segment } from '@tidylab/sync/protocol/stored';
import { type ManifestRow, openBaseDatabase } from './database.ts';
import { durable } from './errors.ts';
import type { BaseStore } from './ports.ts';
import { deleteEmptied, insertOnce, readKeys, readOne } from './raw.ts';

export interface OpenBase extends BaseStore {
  close(): Promise<void>;
}

const manifestKey = 'manifest';
/** What a deleted segment leaves behind: RxDB keeps its row, so the payload must not stay in it. */
const emptied: Segment['payload'] = { alg: 'none', kid: '', data: '' };

const withoutKey = ({ key: _key, ...manifest }: ManifestRow): Manifest => manifest;

export async function openBase(lab: string): Promise<OpenBase> {
  const database = await durable(() => openBaseDatabase(lab));
  const { segments, manifest } = database.collections;
  return {
    manifest: () =>
      durable(async () => {
        const row = await readOne<ManifestRow>(manifest, manifestKey);
        return row && withoutKey(row);
      }),
    putManifest: (next, expectedGen) =>
      durable(async () => {
        if (expectedGen === null)
          return (await insertOnce<ManifestRow>(manifest, { key: manifestKey, ...next })) === 'inserted';
        const row = await manifest.findOne(manifestKey).exec();
        if (!row) return false;
        let swapped = false;
        await row.incrementalModify((held) => {
          swapped = held.gen === expectedGen;
          return swapped ? { ...held, ...next } : held;
        });
        return swapped;
      }),
    segment: (key) => durable(() => readOne<Segment>(segments, key)),
    insertSegment: (segment) => durable(() => insertOnce<Segment>(segments, segment)),
    segmentKeys: () => durable(() => readKeys<Segment>(segments, 'key')),
    deleteSegments: (keys) => durable(() => deleteEmptied<Segment>(segments, keys, { payload: emptied })),
    onChange(listener) {
      const subscriptions = [segments.$.subscribe(listener), manifest.$.subscribe(listener)];
      return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
    },
    close: async () => void (await database.close()),
  };
}
