/**
 * The feed is dense up to the head and its hash chain holds. Below the floor only the chain is left. On the way, where
 * each part was told last, which must be what the file holds for snapshots.
 */
import { createHash } from 'node:crypto';
import type { Part } from '@tidylab/sync/protocol/messages';
import type { Db } from '../../db/copies.ts';
import type { Differs } from './report.ts';

/**
 * `kind key` → the seq that told it last; below 0 when it was taken away there. Postings are left out: they are as many
 * as there are ops, and the ledger knows each one.
 */
export type LastTold = Map<string, number>;

interface FeedRow {
  readonly seq: number;
  readonly op: string;
  readonly dev: string;
  readonly n: number;
  readonly row: string;
  readonly chain: string;
}

const start = '0000000000000000';

function readRow({ row }: FeedRow): { seq?: unknown; op?: unknown; dev?: unknown; n?: unknown; parts?: Part[] } {
  try {
    return JSON.parse(row) as object;
  } catch {
    return {};
  }
}

/** The rows that are gone left their place in the chain; answers the last of them. */
function verifyChainBelow(db: Db, floor: number, differs: Differs): { seq: number; chain: string } {
  const { rows, last } = db.prepare('SELECT count(*) AS rows, max(seq) AS last FROM feed_chain').get() as {
    rows: number;
    last: number | null;
  };
  const due = Math.max(0, floor - 1);
  if (rows !== due || (last ?? 0) !== due)
    differs({ kind: 'feed', text: `below the floor of ${floor} the chain has ${rows} places up to seq ${last ?? 0}` });
  const chain = db.prepare('SELECT chain FROM feed_chain WHERE seq = ?').pluck().get(due) as string | undefined;
  return { seq: due, chain: chain ?? start };
}

export function verifyFeed(db: Db, differs: Differs): LastTold {
  const told: LastTold = new Map();
  const floor = db.prepare('SELECT floor FROM lab').pluck().get() as number;
  let { seq, chain } = verifyChainBelow(db, floor, differs);
  const rows = db.prepare('SELECT seq, op, dev, n, row, chain FROM feed ORDER BY seq').iterate();
  for (const held of rows as IterableIterator<FeedRow>) {
    if (held.seq !== seq + 1)
      differs({ kind: 'feed', text: `the feed goes from seq ${seq} to ${held.seq}: rows between are missing` });
    const hash = createHash('sha256').update(`${chain}\n${held.row}`).digest('hex').slice(0, 16);
    if (hash !== held.chain)
      differs({ kind: 'feed', text: `seq ${held.seq}: the hash chain is ${held.chain}, its row gives ${hash}` });
    const row = readRow(held);
    if (row.seq !== held.seq || row.op !== held.op || row.dev !== held.dev || row.n !== held.n || !row.parts)
      differs({ kind: 'feed', text: `seq ${held.seq}: the row that devices read is not the row of op ${held.op}` });
    for (const { kind, key, value } of row.parts ?? [])
      if (kind !== 'posting') told.set(`${kind} ${key}`, value === null ? -held.seq : held.seq);
    ({ seq, chain } = held);
  }
  const lab = db.prepare('SELECT head, chain FROM lab').get() as { head: number; chain: string } | undefined;
  if (lab?.head !== seq || lab.chain !== chain) {
    const said = `${lab?.head ?? 'nothing'}.${lab?.chain ?? ''}`;
    differs({ kind: 'feed', text: `the lab says its head is ${said}, the feed ends at ${seq}.${chain}` });
  }
  return told;
}
