/** One copy for the shelf: made, verified, and put down with what is known of it. */
import { join } from 'node:path';
import { makeBackup } from '../backup.ts';
import { copiesFolder } from '../folder.ts';
import { type Copy, freeName, shelve } from './shelf.ts';

export async function makeCopy(data: string, nowMs: number): Promise<Copy> {
  const folder = copiesFolder(data);
  const name = freeName(folder, nowMs);
  const made = await makeBackup(data, join(folder, name), nowMs);
  if (!made.ok) throw new Error(made.detail ?? made.code);
  return shelve(folder, name, made.value);
}
