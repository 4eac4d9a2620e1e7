import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openBase } from './base.ts';
import { removeLabDatabases } from './database.ts';
import { openOutbox } from './outbox.ts';

const namesOf = async (lab: string) => (await Dexie.getDatabaseNames()).filter((name) => name.includes(`-${lab}--`));

async function openAndClose(lab: string): Promise<void> {
  const outbox = await openOutbox(lab, { dev: 'dev-1', createdAt: 0 });
  const base = await openBase(lab);
  await Promise.all([outbox?.close(), base.close()]);
}

test('of a lab that is removed no database is left, and another lab keeps its own', async () => {
  await openAndClose('demo');
  await openAndClose('demo-2');
  const kept = await namesOf('demo-2');
  expect((await namesOf('demo')).length).toBeGreaterThan(3);
  await removeLabDatabases('demo');
  expect(await namesOf('demo')).toEqual([]);
  expect(await namesOf('demo-2')).toEqual(kept);
  expect(await openOutbox('demo', null)).toBeNull();
});
