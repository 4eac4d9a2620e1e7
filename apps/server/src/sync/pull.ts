/** Pull (SPEC F4–F7): stored rows concatenated as text, never parsed and written again; a row is never cut. */
import { parseCursor, writeCursor } from '@tidylab/sync/protocol/cursor';
import { limits, protocolMinor } from '@tidylab/sync/protocol/version';
import type { ChangeLog } from './change-log.ts';
import { scopeId } from './scope.ts';

export type PullOutcome =
  | { ok: true; page: string }
  | { ok: false; code: 'malformed' | 'epoch' | 'resnapshot'; detail: string };

/** @param safeSeq what a verified copy of the lab holds. */
export function pull(
  log: ChangeLog,
  lab: string,
  dev: string,
  sinceText: string,
  limit: number,
  safeSeq = 0,
): PullOutcome {
  const since = parseCursor(sinceText);
  if (!since) return { ok: false, code: 'malformed', detail: 'since is not a cursor' };
  if (log.chainAt(since.seq) !== since.chain)
    return { ok: false, code: 'epoch', detail: log.epochs().at(-1)?.id ?? '' };
  if (since.seq < log.floor())
    return { ok: false, code: 'resnapshot', detail: `rows below ${log.floor()} are not in the feed any more` };
  const rows = log.rowsAfter(since.seq, Math.min(limit, limits.pageRowsMax), limits.pageBytesTarget);
  const nextSeq = rows.at(-1)?.seq ?? since.seq;
  const head = log.head();
  const page = {
    proto: protocolMinor,
    lab,
    epoch: log.epochs().at(-1)?.id ?? '',
    scopeId,
    since: sinceText,
    next: writeCursor(nextSeq, log.chainAt(nextSeq) ?? ''),
    head: writeCursor(head.seq, head.chain),
    more: nextSeq < head.seq,
    ackN: log.ackAt(dev, nextSeq),
    open: log.openAt(dev, nextSeq),
    floor: log.floor(),
    safeSeq,
    skipped: 0,
  };
  return { ok: true, page: `${JSON.stringify(page).slice(0, -1)},"rows":[${rows.map(({ row }) => row).join(',')}]}` };
}
