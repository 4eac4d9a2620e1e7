/** What an error of IndexedDB means to the app (interface notes: quota, a dead handle, damage). */
import { StoreError } from './ports.ts';

const names = (error: unknown): string[] => {
  const found: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = 'inner' in at ? at.inner : undefined)
    found.push(at.name, at.message);
  return found;
};

export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const said = names(error).join(' ');
  const full = /QuotaExceeded|NS_ERROR_DOM_QUOTA|not enough space/i.test(said);
  return new StoreError(full ? 'storage-full' : 'storage-lost', said.slice(0, 300));
}

/** Runs one durable step; whatever IndexedDB throws comes out as a StoreError. */
export async function durable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(error);
  }
}
