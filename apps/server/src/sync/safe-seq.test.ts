import { afterEach, beforeEach, expect, test } from 'vitest';
import { syncRoutes } from './routes.ts';
import { receive } from './testing/bodies.testkit.ts';
import { TestLab } from './testing/sync-lab.testkit.ts';

let at: TestLab;
beforeEach(() => {
  at = new TestLab();
});
afterEach(() => at.close());

test('a page tells what a verified copy of this lab and this history holds', async () => {
  const device = at.device();
  await device.push([device.op('post-receive', receive(3)), device.op('post-receive', receive(2))]);
  expect((await device.pull()).body.safeSeq).toBe(0);
  const { labs, world } = at;
  const chain = at.lab.decide.log.chainAt(1);
  const safeSeqOf = (lab: string, chainAt: (seq: number) => string | undefined): number =>
    lab === world.labId && chainAt(1) === chain ? 1 : 0;
  at.app = syncRoutes({ labs, deps: world.deps, safeSeqOf });
  expect((await device.pull()).body.safeSeq).toBe(1);
});
