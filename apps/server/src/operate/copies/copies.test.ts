import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { send } from '../../testing/test-app.ts';
import { copiesFolder } from '../folder.ts';
import { testData, type TestData } from '../testing/data.testkit.ts';
import { type Copies, createCopies, type MakeCopy } from './copies.ts';
import { makeCopy } from './make-copy.ts';

const day = 86_400_000;

let at: TestData;
beforeEach(() => {
  at = testData();
});
afterEach(() => at.remove());

const create = (more: { makeCopy?: MakeCopy } = {}): Copies =>
  createCopies({
    folder: copiesFolder(at.data),
    deps: at.deps,
    makeCopy: (nowMs) => makeCopy(at.data, nowMs),
    ...more,
  });

/** What ticking now started has ended. */
async function tick(copies: Copies): Promise<void> {
  copies.tick();
  if (copies.view().making) await copies.make();
}

test('a copy is made soon after the first start, then every day, and known again after a restart', async () => {
  await at.openWithLab('empty');
  const copies = create();
  await tick(copies);
  expect(copies.view()).toMatchObject({ copies: [], next: at.clock.now() + 5 * 60_000 });
  at.clock.advance(5 * 60_000);
  await tick(copies);
  expect(copies.view().copies).toMatchObject([{ differences: 0, madeAt: at.clock.now() }]);
  at.clock.advance(day - 1);
  const again = create();
  await tick(again);
  expect(again.view()).toMatchObject({ copies: [{}], next: at.clock.now() + 1 });
  at.clock.advance(1);
  await tick(again);
  expect(again.view().copies).toHaveLength(2);
});

test('the safe seq of a lab is the head of a verified copy of the history that the lab has now', async () => {
  await at.openWithLab('empty');
  const copies = create();
  const chains = (held: string) => (): string => held;
  expect(copies.safeSeq(at.labId(), chains('x'))).toBe(0);
  await copies.make();
  const [lab] = copies.view().copies[0]?.labs ?? [];
  expect(lab?.head).toBeGreaterThan(0);
  expect(copies.safeSeq(at.labId(), chains(lab?.chain ?? ''))).toBe(lab?.head);
  expect(copies.safeSeq(at.labId(), chains('of another history'))).toBe(0);
  expect(copies.safeSeq('another lab', chains(lab?.chain ?? ''))).toBe(0);
});

test('a copy that did not verify is kept and is not safe', async () => {
  const labs = [{ id: 'l', head: 5, chain: 'c' }];
  const folder = copiesFolder(at.data);
  mkdirSync(folder, { recursive: true });
  const copy = { name: 'a.tar.gz', madeAt: at.clock.now(), bytes: 1, differences: 2, labs };
  writeFileSync(join(folder, copy.name), '');
  writeFileSync(join(folder, `${copy.name}.json`), JSON.stringify(copy));
  const copies = create();
  expect(copies.view().copies).toHaveLength(1);
  expect(copies.safeSeq('l', () => 'c')).toBe(0);
});

test('a failure is told, tried again after an hour, and forgotten when a copy is made', async () => {
  const copies = create();
  await copies.make();
  expect(copies.view().failure?.reason).toContain('There is nothing to back up');
  expect(copies.view().next).toBe(at.clock.now() + 3_600_000);
  await at.openWithLab('empty');
  at.clock.advance(3_600_000);
  await tick(copies);
  expect(copies.view()).toMatchObject({ failure: null, copies: [{}] });
});

test('asking twice makes one copy', async () => {
  const made: number[] = [];
  const copies = create({
    makeCopy: (nowMs) => {
      made.push(nowMs);
      return makeCopy(at.data, nowMs);
    },
  });
  await at.openWithLab('empty');
  await Promise.all([copies.make(), copies.make()]);
  expect(made).toHaveLength(1);
});

test('a clock that was set back by a month does not stop the copies', async () => {
  await at.openWithLab('empty');
  const copies = create();
  await copies.make();
  at.clock.advance(-30 * day);
  await tick(copies);
  expect(copies.view().copies).toHaveLength(2);
});

test('what interrupted work left is gone after a day, copies stay', async () => {
  await at.openWithLab('empty');
  await create().make();
  const folder = copiesFolder(at.data);
  const stray = join(folder, 'tidylab-1.tar.gz.work-x');
  mkdirSync(stray);
  create();
  expect(readdirSync(folder)).toContain('tidylab-1.tar.gz.work-x');
  const old = (at.clock.now() - 2 * day) / 1000;
  utimesSync(stray, old, old);
  create();
  expect(readdirSync(folder)).toHaveLength(2);
});

test('an admin sees the copies and makes one; others learn why not', async () => {
  const { server, cookie } = await at.openWithLab('empty');
  const ask = (headers: Record<string, string>) => server.app.request('/api/v1/admin/backups', { headers });
  expect((await ask({})).status).toBe(401);
  expect(await (await ask({ Cookie: cookie })).json()).toMatchObject({ backups: [], making: false, failure: null });
  const made = await send(server.app, '/api/v1/admin/backups', {}, { Cookie: cookie });
  expect(made.status).toBe(202);
  expect(await made.json()).toMatchObject({ making: true });
  await server.copies.make();
  const { backups } = (await (await ask({ Cookie: cookie })).json()) as { backups: Record<string, unknown>[] };
  expect(backups).toEqual([
    {
      name: expect.stringMatching(/\.tar\.gz$/) as string,
      madeAt: at.clock.now(),
      bytes: expect.any(Number) as number,
      verified: true,
      differences: 0,
    },
  ]);
});
