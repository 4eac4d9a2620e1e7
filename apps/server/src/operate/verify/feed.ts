/**
 * The feed is dense from 1 to the head and its hash chain holds; on the way, what it said last of every balance and of
 * every review, which is what the devices believe.
 */
import { createHash } from 'node:crypto';
import type { Part } from '@tidylab/sync/protocol/messages';
import type { Db } from '../../db/copies.ts';
import type { Differs } from './report.ts';

export interface Told {
  /** bucketKey → `qty|eff|op` of the last balance. */
  readonly balances: Map<string, string>;
  /** Reviews that were not taken back. */
  readonly reviews: Set<string>;
}

interface FeedRow {
  readonly seq: number;
  readonly op: string;
  readonly dev: string;
  readonly n: number;
  readonly row: string;
  readonly chain: string;
}

interface Balance {
  readonly qty: number;
  readonly count: { readonly eff: string; readonly op: string } | null;
}

export const balanceText = ({ qty, count }: Balance): string => `${qty}|${count?.eff ?? ''}|${count?.op ?? ''}`;

const start = '0000000000000000';

function note({ balances, reviews }: Told, { kind, key, value }: Part): void {
  if (kind === 'balance') balances.set(key, balanceText(value as Balance));
  else if (kind === 'review' && value === null) reviews.delete(key);
  else if (kind === 'review') reviews.add(key);
}

function readRow({ row }: FeedRow): { seq?: unknown; op?: unknown; dev?: unknown; n?: unknown; parts?: Part[] } {
  try {
    return JSON.parse(row) as object;
  } catch {
    return {};
  }
}

export function verifyFeed(db: Db, differs: Differs): Told {
  const told: Told = { balances: new Map(), reviews: new Set() };
  let seq = 0;
  let chain = start;
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
    for (const part of row.parts ?? []) note(told, part);
    ({ seq, chain } = held);
  }
  const lab = db.prepare('SELECT head, chain FROM lab').get() as { head: number; chain: string } | undefined;
  if (lab?.head !== seq || lab.chain !== chain) {
    const said = `${lab?.head ?? 'nothing'}.${lab?.chain ?? ''}`;
    differs({ kind: 'feed', text: `the lab says its head is ${said}, the feed ends at ${seq}.${chain}` });
  }
  return told;
}
