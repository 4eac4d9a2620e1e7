/**
 * Brings the feed in: one page, stored as one segment, then applied whole (SPEC F4–F7). The segment's key is its
 * `since`, so of two tabs that pulled the same position one wins and the other applies the winner's page.
 */
import { seqOf } from '@tidylab/sync/protocol/cursor';
import { pageSchema, type Page } from '@tidylab/sync/protocol/messages';
import { lineOf, type Manifest, pageKey, type Segment, segmentFormat } from '@tidylab/sync/protocol/stored';
import { limits } from '@tidylab/sync/protocol/version';
import type { Replica } from '@tidylab/sync/replica/replica';
import { exchange, type ExchangeProblem } from './exchange.ts';
import type { OwnOps } from './own-ops.ts';
import type { EnginePorts } from './ports.ts';

export interface PullerDeps {
  readonly ports: EnginePorts;
  readonly own: OwnOps;
  readonly replica: Replica;
  manifest(): Manifest;
  reload(): Promise<void>;
  /** Applies the stored pages that continue the replica, whoever stored them. */
  follow(): Promise<void>;
}

export type PullOutcome = { ok: true; more: boolean } | { ok: false; problem: ExchangeProblem | 'new-stream-needed' };

export async function pullOnce(deps: PullerDeps): Promise<PullOutcome> {
  const { ports, replica } = deps;
  const since = replica.cursor;
  const path = `/sync/v1/pull?since=${encodeURIComponent(since)}&limit=${limits.pageRowsMax}`;
  const reply = await exchange(ports.transport, { method: 'GET', path }, pageSchema);
  if (!reply.ok) return reply;
  const page = reply.value;
  const manifest = deps.manifest();
  if (page.lab !== manifest.lab || page.since !== since) return { ok: false, problem: 'not-our-server' };
  // A restore from which our position could be continued: hello tells what else it means.
  if (page.epoch !== manifest.epoch || page.scopeId !== manifest.scopeId) return { ok: false, problem: 'epoch' };
  if (!leadsOn(page)) return { ok: false, problem: 'not-our-server' };
  if (page.rows.length === 0) return { ok: true, more: false };
  if (await isForked(deps, page)) return { ok: false, problem: 'new-stream-needed' };
  await ports.base.insertSegment(toSegment(page, lineOf(manifest)));
  await deps.follow();
  // Without progress there is no hurry: a circle here would be as fast as the network.
  return { ok: true, more: page.more && replica.cursor !== since };
}

/** Its rows are every seq from `since` to `next` but those it says it left out: a page that does not lead on would be applied for ever. */
function leadsOn({ rows, since, next, skipped }: Page): boolean {
  const last = rows.at(-1)?.seq ?? seqOf(next);
  return seqOf(next) - seqOf(since) === rows.length + skipped && last <= seqOf(next);
}

/** The server acknowledges an op at an n where we hold another one, or none (SPEC P6). */
export async function isForked(
  { ports, own, reload }: Pick<PullerDeps, 'ports' | 'own' | 'reload'>,
  { ackN }: Pick<Page, 'ackN'>,
): Promise<boolean> {
  if (!ackN || ackN.dev !== ports.outbox.stream.dev) return false;
  if (own.at(ackN.n) === undefined) await reload();
  return own.at(ackN.n)?.op.id !== ackN.op;
}

function toSegment(page: Page, line: string): Segment {
  const { lab, epoch, scopeId, since, next } = page;
  const payload = { alg: 'none', kid: '', data: JSON.stringify(page) };
  return {
    key: pageKey(line, scopeId, since),
    fmt: segmentFormat,
    type: 'page',
    lab,
    epoch,
    scopeId,
    since,
    next,
    payload,
  };
}
