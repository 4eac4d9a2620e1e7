/**
 * What the server has committed, read from its file row by row, with the checks that belong to the log itself: dense,
 * chained, in the order of each stream, each op once, each with its line of the audit.
 */
import { createHash } from 'node:crypto';
import type { Op } from '@tidylab/sync/protocol/op';
import type { SimServer } from '../world/server.ts';
import type { World } from '../world/world.ts';
import { effectsOf, isPosting, LedgerModel } from './ledger-model.ts';
import { must } from './violation.ts';

export interface Decision {
  readonly seq: number;
  readonly status: string;
  readonly code: string | null;
  readonly eff: string;
}

export interface TrueOp {
  readonly id: string;
  readonly dev: string;
  readonly n: number;
  readonly op: Op;
  readonly raw: string;
  readonly receivedAt: number;
  /** Its seq while it waited, null: it never did; and why, null when it was decided before anybody looked. */
  readonly parked: { seq: number; code: string | null } | null;
  decision: Decision | null;
}

interface Row {
  seq: number;
  op: string;
  dev: string;
  n: number;
  row: string;
  chain: string;
  status: string | null;
  eff: string;
  code: string | null;
  decided: number | null;
  raw: string | null;
  received: number;
  audited: string | null;
}

const query = `SELECT f.seq, f.op, f.dev, f.n, f.row, f.chain, o.status, o.eff, o.code, o.decided_seq AS decided, o.raw,
  o.received_at AS received, a.op AS audited
  FROM feed f LEFT JOIN op o ON o.id = f.op LEFT JOIN audit a ON a.seq = f.seq WHERE f.seq > ? ORDER BY f.seq`;

export class Truth {
  readonly ops = new Map<string, TrueOp>();
  readonly model = new LedgerModel();
  head = 0;
  #chain = '0000000000000000';
  /** What each n of each stream was given, in the order of the feed. */
  readonly stamps: { dev: string; n: number; op: string; eff: string }[] = [];
  readonly #rows: Row[] = [];
  #frozen = false;
  readonly #lastN = new Map<string, number>();
  readonly #lastEff = new Map<string, string>();

  constructor(
    private readonly server: SimServer,
    private readonly world: World,
  ) {}

  /** The file it was read from is not the server's any more. */
  freeze(): void {
    this.#frozen = true;
  }

  rowsSoFar(): Row[] {
    return [...this.#rows];
  }

  /** Takes rows that were read before, from a file that is a copy of this one. */
  replay(rows: readonly Row[]): void {
    for (const row of rows) this.#take(row);
  }

  sync(): void {
    if (this.#frozen) return;
    for (const row of this.server.reader().prepare(query).all(this.head) as Row[]) this.#take(row);
  }

  #take(row: Row): void {
    this.#rows.push(row);
    must(row.seq === this.head + 1, 14, () => `the feed jumps from ${this.head} to ${row.seq}`);
    const chain = createHash('sha256').update(`${this.#chain}\n${row.row}`).digest('hex').slice(0, 16);
    must(chain === row.chain, 14, () => `the chain breaks at ${row.seq}`);
    must(row.audited === row.op, 14, () => `seq ${row.seq} has no line in the audit`);
    this.head = row.seq;
    this.#chain = chain;
    must(row.raw !== null && row.status !== null, 2, () => `the feed has op ${row.op}, the log of ops has not`);
    const shown = JSON.parse(row.row) as { decides?: string; eff: string };
    const known = this.ops.get(row.op);
    if (shown.decides !== undefined) return this.#decided(row, known);
    const last = this.#lastN.get(row.dev) ?? 0;
    must(row.n === last + 1, 6, () => `${row.dev}: op ${row.n} comes after ${last}`);
    this.#lastN.set(row.dev, row.n);
    const before = this.#lastEff.get(row.dev) ?? '';
    must(shown.eff > before, 6, () => `${row.dev}: op ${row.n} has eff ${shown.eff}, the one before it ${before}`);
    this.#lastEff.set(row.dev, shown.eff);
    this.stamps.push({ dev: row.dev, n: row.n, op: row.op, eff: shown.eff });
    if (known) {
      this.world.coverage.hit('id known under another n');
      return;
    }
    this.#first(row, row.raw, row.status);
  }

  #first(row: Row, raw: string, status: string): void {
    const waited = status === 'parked' || row.decided !== null;
    const op = JSON.parse(raw) as Op;
    const entry: TrueOp = {
      id: row.op,
      dev: row.dev,
      n: row.n,
      op,
      raw,
      receivedAt: row.received,
      parked: waited ? { seq: row.seq, code: row.decided === null ? row.code : null } : null,
      decision: null,
    };
    this.ops.set(row.op, entry);
    if (!waited) this.#decide(entry, { seq: row.seq, status, code: row.code, eff: row.eff });
    else this.world.coverage.hit('result parked');
    if (waited && row.decided === null) this.world.coverage.hitAny(`code ${row.code ?? ''}`);
  }

  #decided(row: Row, known: TrueOp | undefined): void {
    must(known?.parked && known.decision === null, 2, () => `seq ${row.seq} decides op ${row.op} a second time`);
    must(row.decided === row.seq, 2, () => `op ${row.op} is decided by ${row.seq} and by ${row.decided ?? 'nothing'}`);
    this.world.coverage.hit('parked then decided');
    this.#decide(known, { seq: row.seq, status: row.status ?? '', code: row.code, eff: row.eff });
  }

  #decide(entry: TrueOp, decision: Decision): void {
    entry.decision = decision;
    this.world.coverage.hitAny(`result ${decision.status}`);
    if (decision.code !== null) this.world.coverage.hitAny(`code ${decision.code}`);
    if (decision.status === 'duplicate') this.world.coverage.hit('void twice');
    if (decision.status !== 'applied') return;
    this.#countOddities(entry.op, decision.eff);
    this.model.accept(entry.op, decision.eff, decision.seq);
  }

  #countOddities(op: Op, eff: string): void {
    const { coverage } = this.world;
    const target = op.body['target'] as { op: string } | undefined;
    if (op.type === 'void-posting' && target && !this.model.postings.has(target.op))
      coverage.hit('void before its target');
    if (!isPosting(op) || op.type === 'post-count') return;
    const overruled = effectsOf(op).some(({ bucket }) =>
      (this.model.buckets.get(bucket) ?? []).some((entry) => entry.counted && entry.eff > eff),
    );
    if (overruled) coverage.hit('movement late for its count');
  }
}
