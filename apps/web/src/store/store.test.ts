import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBase } from './base.ts';
import { asStoreError, durable } from './errors.ts';
import { openOutbox } from './outbox.ts';
import { StoreError } from './ports.ts';
import { baseContract, outboxContract, type Suite } from './store.contract.ts';

const suite: Suite = {
  test: (title, work) => test(title, work),
  equal: (actual, expected) => expect(actual).toEqual(expected),
};

/**
 * RxDB refuses to open a database twice in one realm, which two tabs are not; the refusal itself forgets that the name is in
 * use, so that asking once more opens a second instance with its own caches.
 */
const asAnotherTab = <T>(open: () => Promise<T>): Promise<T> => open().catch(() => open());

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterAll(() => void vi.restoreAllMocks());

describe('the outbox on RxDB', () => {
  outboxContract(suite, { openOutbox: (lab, fresh) => asAnotherTab(() => openOutbox(lab, fresh)) });
});

describe('the base on RxDB', () => {
  baseContract(suite, { openBase: (lab) => asAnotherTab(() => openBase(lab)) });
});

const named = (name: string, message = ''): Error => Object.assign(new Error(message), { name });

test.each([
  ['storage-full', named('QuotaExceededError')],
  ['storage-full', named('NS_ERROR_DOM_QUOTA_REACHED')],
  ['storage-full', named('AbortError', 'There is not enough space on the disk')],
  ['storage-full', Object.assign(named('BulkError'), { inner: named('QuotaExceededError') })],
  ['storage-lost', named('InvalidStateError', 'The database connection is closing')],
  ['storage-lost', named('UnknownError', 'Internal error opening backing store')],
  ['storage-lost', 'a text'],
])('[O7] the device tells why it could not keep something: %s', async (problem, error) => {
  const told = asStoreError(error);
  expect(told).toBeInstanceOf(StoreError);
  expect(told.problem).toBe(problem);
  await expect(durable(() => Promise.reject(error as Error))).rejects.toMatchObject({ name: 'StoreError', problem });
});

test('[O7] an error that was understood already stays as it is', async () => {
  const error = new StoreError('storage-full', 'told');
  expect(asStoreError(error)).toBe(error);
  expect(await durable(() => Promise.resolve(7))).toBe(7);
});

test('[O7] a row that the storage has no room for is not there afterwards, and the next one may be', async () => {
  const outbox = await openOutbox('full-lab', { dev: 'd', createdAt: 1 });
  if (!outbox) throw new Error('a fresh outbox was not opened');
  const row = {
    n: '0'.repeat(15) + '1',
    id: 'a',
    state: 'pending',
    sentAt: null,
    result: null,
    payload: { alg: 'none', kid: '', data: 'x' },
  } as const;
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(outbox.insert(row)).rejects.toMatchObject({ problem: 'storage-full' });
  add.mockRestore();
  put.mockRestore();
  expect(await outbox.load()).toEqual([]);
  expect(await outbox.insert(row)).toBe('inserted');
  await outbox.close();
});
