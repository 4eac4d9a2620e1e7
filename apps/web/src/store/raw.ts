/**
 * Reads that go past RxDB's query cache to IndexedDB itself. A cached query once gave an old highest n to a second
 * instance; what must be true is read here (SPEC S2).
 */
import { prepareQuery, type RxCollection, type RxDocumentData } from 'rxdb/plugins/core';

/** The document without what RxDB keeps beside it. */
function plain<T>(stored: RxDocumentData<T>): T {
  const { _rev, _meta, _deleted, _attachments, ...own } = stored;
  return own as T;
}

export async function readAll<T>(collection: RxCollection<T>, primary: keyof T & string): Promise<T[]> {
  const sort = [{ [primary]: 'asc' }] as never;
  const query = prepareQuery(collection.schema.jsonSchema, {
    selector: { _deleted: { $eq: false } },
    sort,
    skip: 0,
  } as never);
  const { documents } = await collection.storageInstance.query(query);
  return documents.map(plain);
}

export async function readOne<T>(collection: RxCollection<T>, key: string): Promise<T | null> {
  const [stored] = await collection.storageInstance.findDocumentsById([key], false);
  return stored ? plain(stored) : null;
}

/** One insert; `taken` when the key exists, in this tab or any other. */
export async function insertOnce<T>(collection: RxCollection<T>, row: T): Promise<'inserted' | 'taken'> {
  const { error } = await collection.bulkInsert([row]);
  const [failed] = error;
  if (!failed) return 'inserted';
  if (failed.status === 409) return 'taken';
  throw new Error(`the storage refused a row: ${failed.status}`);
}

/** Keys of all documents, a few read at a time since they are large. */
export async function readKeys<T>(collection: RxCollection<T>, primary: keyof T & string): Promise<string[]> {
  const atOnce = 20;
  const keys: string[] = [];
  for (;;) {
    const after = keys.at(-1);
    const query = prepareQuery(collection.schema.jsonSchema, {
      selector: { _deleted: { $eq: false }, ...(after === undefined ? {} : { [primary]: { $gt: after } }) },
      sort: [{ [primary]: 'asc' }],
      skip: 0,
      limit: atOnce,
    } as never);
    const { documents } = await collection.storageInstance.query(query);
    keys.push(...documents.map((document) => String(document[primary])));
    if (documents.length < atOnce) return keys;
  }
}

/** Deletes documents and, since RxDB keeps the row of a deleted one, what `change` takes out of it. */
export async function deleteEmptied<T>(
  collection: RxCollection<T>,
  keys: readonly string[],
  change: Partial<T>,
): Promise<void> {
  const held = await collection.storageInstance.findDocumentsById([...keys], false);
  if (held.length === 0) return;
  const rows = held.map((previous) => ({ previous, document: { ...previous, ...change, _deleted: true } }));
  const { error } = await collection.storageInstance.bulkWrite(rows, 'delete');
  const failed = error.find(({ status }) => status !== 409);
  if (failed) throw new Error(`the storage refused to delete a row: ${failed.status}`);
}
