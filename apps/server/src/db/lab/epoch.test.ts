import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '../../sync/testing/bodies.testkit.ts';
import { labFile, TestLab } from '../../sync/testing/sync-lab.testkit.ts';
import { rotateEpoch } from './epoch.ts';
import { openLabFile } from './open.ts';

let at: TestLab;
beforeEach(async () => {
  at = new TestLab();
  const device = at.device();
  await device.push([device.op('post-receive', receive(3))]);
  at.labs.close();
});
afterEach(() => at.close());

test('a new epoch is the last one a lab tells of, with the seq it continues from', () => {
  const db = openLabFile(labFile(at.world));
  rotateEpoch(db, at.world.labId, 1, '00112233445566aa');
  db.close();
  at.restart();
  at.labs.create(at.world.labId);
  expect(at.lab.decide.log.epochs()).toEqual([
    { id: expect.stringMatching(/^[0-9a-f]{16}$/) as string, forkSeq: 0 },
    { id: '00112233445566aa', forkSeq: 1 },
  ]);
});

test('a fork beyond the head, an epoch that was there and a foreign lab are bugs of the caller', () => {
  const db = openLabFile(labFile(at.world));
  expect(() => rotateEpoch(db, at.world.labId, 2, '00112233445566aa')).toThrow('a fork at 2 of 1');
  expect(() => rotateEpoch(db, 'other', 0, '00112233445566aa')).toThrow('no lab other');
  const [first] = db.prepare('SELECT id FROM epoch').pluck().all() as string[];
  expect(() => rotateEpoch(db, at.world.labId, 1, first ?? '')).toThrow('UNIQUE');
  expect(db.prepare('SELECT count(*) FROM epoch').pluck().get()).toBe(1);
  db.close();
});
