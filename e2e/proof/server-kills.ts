/**
 * The server is killed with SIGKILL at random instants while clients push, and started again on the same file. In the
 * end every acknowledged op must be there once, nothing doubled, the feed dense and its chain right.
 */
import { once } from 'node:events';
import { seededRandom } from '@tidylab/testkit/random';
import { jonas, mira } from '../browser/support/scenario.ts';
import { startServer } from '../browser/support/server.ts';
import { HttpDevice } from '../http/device.ts';
import { ProofClient } from './client.ts';
import { judgeFile } from './judge.ts';

const clients = 4;
/** How long the server lives at most after the first answer since its start, ms. */
const lifeMs = 300;

export interface Verdict {
  /** What is wrong, in sentences. */
  readonly faults: readonly string[];
  readonly kills: number;
  readonly ops: number;
  /** What else the run met, for the figures. */
  readonly met: string;
}

const sleep = async (ms: number): Promise<void> => {
  await once(AbortSignal.timeout(ms), 'abort');
};

export async function killServer(kills: number, endMs: number, seed: number): Promise<Verdict> {
  const random = seededRandom(seed);
  const server = await startServer(['--scenario', 'lab']);
  try {
    const workers = await Promise.all(
      Array.from({ length: clients }, async (_, at) => {
        const device = await HttpDevice.signIn(server.url, at % 2 === 0 ? mira : jonas);
        return new ProofClient(device, seededRandom(seed + 1 + at));
      }),
    );
    const acknowledged = (): number => workers.reduce((sum, worker) => sum + worker.acknowledged.size, 0);
    const faults: string[] = [];
    let over = false;
    const working = workers.map((worker) =>
      worker
        .run(
          () => over,
          () => faults.length > 0,
        )
        .catch((error: unknown) => void faults.push(String(error))),
    );
    let done = 0;
    for (; (done < kills || Date.now() < endMs) && faults.length === 0; done++) {
      const before = acknowledged();
      // A server that is killed before it worked would prove nothing.
      while (acknowledged() === before && faults.length === 0) await sleep(5);
      await sleep(1 + random.int(lifeMs));
      await server.kill();
      await server.start();
    }
    over = true;
    await Promise.all(working);
    const results = workers.flatMap((worker) => [...worker.acknowledged.values()]);
    for (const { made, acknowledged: answered, device } of workers)
      if (faults.length === 0 && made !== answered.size)
        faults.push(`${device.dev} made ${made} ops and has ${answered.size} answers`);
    faults.push(...judgeFile(server.data, results));
    const cutOff = workers.reduce((sum, worker) => sum + worker.cutOff, 0);
    if (done > 0 && cutOff === 0) faults.push('no kill met a request: nothing was shown');
    return { faults, kills: done, ops: results.length, met: `${cutOff} requests without an answer` };
  } finally {
    await server.remove();
  }
}
