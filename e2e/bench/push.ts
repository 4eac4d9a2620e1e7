/**
 * S9: movements a second through the real server over HTTP, 50 entries a posting: cookie, signature, validation,
 * ledger, balances, feed, result, audit. Beside it, in the same run and on the same disk, the row of the ledger alone
 * into a table of the same shape, 50 rows a transaction.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv5, uuidv7 } from '@tidylab/domain/kernel/ids';
import { makeStamp, nextStamp } from '@tidylab/domain/kernel/stamp';
import type { Movement } from '@tidylab/domain/ledger/model';
import Database from 'better-sqlite3';
import { mira } from '../browser/support/scenario.ts';
import { startServer } from '../browser/support/server.ts';
import { processesWith } from '../browser/support/processes.ts';
import { HttpDevice } from '../http/device.ts';
import { cpuSecondsOf, median, msOf, type Row, runs } from './measure.ts';

const entriesPerPosting = 50;
const postingsPerRun = 200;
const movementsPerRun = entriesPerPosting * postingsPerRun;
const lots = Array.from({ length: 1_000 }, (_, at) => uuidv5(`bench lot ${at}`));
const places = Array.from({ length: 20 }, (_, at) => `l:${uuidv5(`bench shelf ${at}`)}`);
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

const movements = (posting: number): Movement[] =>
  Array.from({ length: entriesPerPosting }, (_, at) => ({
    what: pick(lots, posting * entriesPerPosting + at),
    from: 'v:supplier',
    to: pick(places, posting * 7 + at * 3),
    qty: 1_000 + at,
  }));

/** The row in which the ledger keeps a movement, with its key, and nothing else: no op, no balance, no feed. */
function rawInserts(): { run(): number; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tidylab-raw-'));
  const db = new Database(join(folder, 'raw.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE movement (
       what TEXT NOT NULL, place TEXT NOT NULL, eff TEXT NOT NULL, op TEXT NOT NULL, lab TEXT NOT NULL,
       counted INTEGER NOT NULL, qty INTEGER NOT NULL, voided INTEGER NOT NULL, PRIMARY KEY (what, place, eff, op)
     ) STRICT, WITHOUT ROWID`,
  );
  const insert = db.prepare('INSERT INTO movement VALUES (?, ?, ?, ?, ?, 0, ?, 0)');
  let stamp = makeStamp(Date.UTC(2026, 0, 1), 0);
  const post = db.transaction((posting: number) => {
    stamp = nextStamp(stamp);
    const op = uuidv7(Date.UTC(2026, 0, 1) + posting, randomBytes(10));
    for (const { what, to, qty } of movements(posting)) insert.run(what, to, stamp, op, lots[0], qty);
  });
  return {
    run: () =>
      msOf(() => {
        for (let posting = 0; posting < postingsPerRun; posting++) post(posting);
      }),
    close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Signed and written out beforehand: what is measured begins when the request leaves. */
const prepare = (device: HttpDevice, perRequest: number): string[] =>
  Array.from({ length: postingsPerRun / perRequest }, (_, request) =>
    device.pushBody(
      Array.from({ length: perRequest }, (_unused, at) =>
        device.op('post-receive', { entries: movements(request * perRequest + at) }),
      ),
    ),
  );

async function pushAll(device: HttpDevice, bodies: readonly string[]): Promise<number> {
  const startMs = performance.now();
  for (const body of bodies) {
    const { results } = await device.pushText(body);
    if (results.some(({ status }) => status !== 'applied')) throw new Error(`not applied: ${JSON.stringify(results)}`);
  }
  return performance.now() - startMs;
}

const perSecond = (ms: number): number => (movementsPerRun / ms) * 1_000;

export async function benchPush(): Promise<Row[]> {
  const server = await startServer(['--scenario', 'lab']);
  const raw = rawInserts();
  try {
    const device = await HttpDevice.signIn(server.url, mira);
    const [pid = 0] = processesWith(server.data);
    const rows: Row[] = [];
    for (const [id, perRequest] of [
      ['S9', 20],
      ['S9 alone', 1],
    ] as const) {
      const [pushed, plain, cpu]: number[][] = [[], [], []];
      await pushAll(device, prepare(device, perRequest));
      raw.run();
      for (let run = 0; run < runs; run++) {
        const bodies = prepare(device, perRequest);
        // Signing takes so long on a busy machine that the server may have closed the idle connection.
        await device.hello().catch(() => device.hello());
        const before = cpuSecondsOf(pid);
        pushed?.push(perSecond(await pushAll(device, bodies)));
        cpu?.push(movementsPerRun / (cpuSecondsOf(pid) - before));
        plain?.push(perSecond(raw.run()));
      }
      const [figure, baseline] = [median(pushed ?? []), median(plain ?? [])];
      const requests = perRequest === 1 ? 'one posting a request' : `${perRequest} postings a request`;
      rows.push({
        id,
        what: `push, 50 entries a posting, ${requests}; ${Math.round(median(cpu ?? []))} a CPU-second of the server; baseline: bare rows, 50 a transaction`,
        figure,
        unit: 'movements/s',
        baseline,
        ratio: figure / baseline,
        goal: id === 'S9' ? '≥ 0.45 of the baseline' : '',
        met: id === 'S9' ? figure / baseline >= 0.45 : null,
      });
    }
    return rows;
  } finally {
    raw.close();
    await server.remove();
  }
}
