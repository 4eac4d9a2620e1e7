/**
 * Brings the feed in: one page, stored as one segment, then applied whole (SPEC F4–F7). The segment's key is its
 * `since`, so of two tabs that pulled the same position one wins and the other applies the winner's page.
 */
import { seqOf } from '@tidylab/sync/protocol/cursor';
import { pageSchema, type Page } from '@tidylab/sync/protocol/messages';
import { type Manifest, pageKey, type Segment, segmentFormat } from '@tidylab/sync/protocol/stored';
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
  /** A page is in the replica now. */
  applied(page: Page): void;
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
  if (
    page.lab !== manifest.lab ||
    page.epoch !== manifest.epoch ||
    page.scopeId !== manifest.scopeId ||
    page.since !== since
  ) {
    return { ok: false, problem: 'not-our-server' };
  }
  if (!leadsOn(page)) return { ok: false, problem: 'not-our-server' };
  if (page.rows.length === 0) return { ok: true, more: false };
  if (await isForked(deps, page)) return { ok: false, problem: 'new-stream-needed' };
  const outcome = await ports.base.insertSegment(toSegment(page));
  if (outcome === 'taken') await follow(deps);
  else if (replica.applyPage(page)) deps.applied(page);
  // Without progress there is no hurry: a circle here would be as fast as the network.
  return { ok: true, more: page.more && replica.cursor !== since };
}

/** Its rows are every seq from `since` to `next` but those it says it left out: a page that does not lead on would be applied for ever. */
function leadsOn({ rows, since, next, skipped }: Page): boolean {
  const last = rows.at(-1)?.seq ?? seqOf(next);
  return seqOf(next) - seqOf(since) === rows.length + skipped && last <= seqOf(next);
}

/** The server acknowledges an op at an n where we hold another one, or none (SPEC P6). */
async function isForked({ ports, own, reload }: PullerDeps, { ackN }: Page): Promise<boolean> {
  if (!ackN || ackN.dev !== ports.outbox.stream.dev) return false;
  if (own.at(ackN.n) === undefined) await reload();
  return own.at(ackN.n)?.op.id !== ackN.op;
}

function toSegment(page: Page): Segment {
  const { lab, epoch, scopeId, since, next } = page;
  const payload = { alg: 'none', kid: '', data: JSON.stringify(page) };
  return {
    key: pageKey(epoch, scopeId, since),
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

/** Applies every stored page that continues the replica, whoever stored it. */
export async function follow(deps: Pick<PullerDeps, 'ports' | 'replica' | 'manifest' | 'applied'>): Promise<void> {
  const { ports, replica } = deps;
  const { epoch, scopeId } = deps.manifest();
  for (;;) {
    const segment = await ports.base.segment(pageKey(epoch, scopeId, replica.cursor));
    if (!segment) return;
    const page = JSON.parse(segment.payload.data) as Page;
    if (replica.applyPage(page)) deps.applied(page);
  }
}
