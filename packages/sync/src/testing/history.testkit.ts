/** A device's replica, a server of a few lines, and a reckoning of what the device must show that uses neither. */
import { nextStamp } from '@tidylab/domain/kernel/stamp';
import type { LedgerEntry, Posting, PostingKind } from '@tidylab/domain/ledger/model';
import type { FeedRow, OpResult, Part } from '../protocol/messages.ts';
import type { Op } from '../protocol/op.ts';
import type { OwnOp } from '../replica/coverage.ts';
import { Replica } from '../replica/replica.ts';
import { bucketOf, consumed, counted, flask, opOf, pageOf, received, shelf, stampAt, voidBody } from './ops.testkit.ts';

type Whose = 'mine' | 'theirs';

export type Act =
  | { act: 'move'; whose: Whose; place: number; qty: number; back: number; sign: number }
  | { act: 'count'; whose: Whose; place: number; qty: number; back: number }
  | { act: 'void'; whose: Whose; pick: number }
  | { act: 'push'; ops: number; verdict: number; lost: boolean }
  | { act: 'grant' }
  | { act: 'pull'; rows: number };

const places = [shelf, flask];
export const buckets = places.map(bucketOf);

interface Held {
  op: Op;
  eff: string;
}

interface Entry {
  key: string;
  counted: boolean;
  qty: number;
  eff: string;
  op: string;
}

const isPosting = (op: Op): boolean => op.type !== 'void-posting';
const targetOf = (op: Op): string => (op.body as { target: { op: string } }).target.op;

/** What an op does to buckets, by its entries. */
function entriesOf(op: Op, eff: string): Entry[] {
  return (op.body['entries'] as LedgerEntry[]).map((entry) => {
    if ('place' in entry) return { key: bucketOf(entry.place), counted: true, qty: entry.qty, eff, op: op.id };
    const comes = entry.from === 'v:supplier';
    return {
      key: bucketOf(comes ? entry.to : entry.from),
      counted: false,
      qty: comes ? entry.qty : -entry.qty,
      eff,
      op: op.id,
    };
  });
}

const isAfter = (a: Entry, b: Entry): boolean => a.eff > b.eff || (a.eff === b.eff && a.op > b.op);

/** The rule in words: the last count plus every movement after it. No folding. */
function balanceOf(entries: readonly Entry[]): number {
  const last = entries.find((one) => one.counted && entries.every((other) => !other.counted || !isAfter(other, one)));
  const moved = entries.filter((one) => !one.counted && (!last || isAfter(one, last)));
  return moved.reduce((sum, { qty }) => sum + qty, last?.qty ?? 0);
}

export class History {
  readonly replica = new Replica();
  refused = 0;
  readonly #skew: number;
  #now = 20;
  #names = 0;
  #mine: OwnOp[] = [];
  /** Everything the server took, by id. */
  readonly #server = new Map<string, Held>();
  readonly #voids = new Map<string, string>();
  readonly #feed: FeedRow[] = [];
  #acked = 0;
  #lastEff: string | undefined;
  #parked: Op[] = [];

  constructor(skew: number) {
    this.#skew = skew;
  }

  take(step: Act): void {
    this.#now++;
    if (step.act === 'push') this.#push(step.ops, step.verdict, step.lost);
    else if (step.act === 'pull') this.#pull(step.rows);
    else if (step.act === 'grant') this.#grant();
    else if (step.act === 'void') this.#record(step.whose, 0, 'void-posting', this.#voiding(step.whose, step.pick));
    else {
      const at = places[step.place] ?? shelf;
      const entry =
        step.act === 'count' ? counted(step.qty, at) : step.sign > 0 ? received(step.qty, at) : consumed(step.qty, at);
      const type = step.act === 'count' ? 'post-count' : step.sign > 0 ? 'post-receive' : 'post-consume';
      this.#record(step.whose, step.back, type, { entries: [entry] });
    }
  }

  /** Until nothing is unsent, undecided or unread. */
  settle(): void {
    while (this.#mine.some(({ result }) => result === null)) this.#push(200, 2, false);
    this.#grant();
    this.#pull(this.#feed.length);
  }

  shown(): number[] {
    return buckets.map((bucket) => this.replica.balance(bucket)?.qty ?? 0);
  }

  /** From what the server took at or below the position of the base, and from own ops it does not tell of. */
  reckoned(): number[] {
    const { seq, ackN, open } = this.replica.position;
    const told = new Set(
      this.#feed
        .slice(0, seq)
        .filter(({ parts }) => parts.length > 0)
        .map(({ op }) => op),
    );
    const over = this.#mine.filter(({ op, result }) => {
      const status = result?.first?.status ?? result?.status;
      if (status === 'rejected' || told.has(op.id)) return false;
      const known = ackN !== null && op.n <= ackN.n && !open.includes(op.n);
      const below = result !== null && status !== 'parked' && (result.first?.seq ?? result.seq) <= seq;
      return !known && !below;
    });
    const base = [...told].flatMap((id) => this.#server.get(id) ?? []);
    const mine = over.map(({ op, result }): Held => ({ op, eff: result?.eff ?? op.hlc }));
    const all = [...base, ...mine];
    const voided = new Set(all.filter(({ op }) => !isPosting(op)).map(({ op }) => targetOf(op)));
    const entries = all
      .filter(({ op }) => isPosting(op) && !voided.has(op.id))
      .flatMap(({ op, eff }) => entriesOf(op, eff));
    return buckets.map((bucket) => balanceOf(entries.filter(({ key }) => key === bucket)));
  }

  #record(whose: Whose, back: number, type: string, body: Op['body'] | undefined): void {
    if (!body) return;
    const name = `${whose} ${++this.#names}`;
    if (whose === 'theirs') {
      const op = opOf(name, this.#names, Math.max(0, this.#now - back), type, body, 'other');
      this.#accept(op, op.hlc);
      return;
    }
    const last = this.#mine.at(-1)?.op.hlc;
    const now = stampAt(this.#now + this.#skew);
    const op = {
      ...opOf(name, this.#mine.length + 1, 0, type, body),
      hlc: last !== undefined && last >= now ? nextStamp(last) : now,
    };
    this.#mine = [...this.#mine, { op, state: 'pending', result: null }];
    this.replica.setOwn(this.#mine);
  }

  /** A void of some posting that whoever does it can see. */
  #voiding(whose: Whose, pick: number): Op['body'] | undefined {
    const seen =
      whose === 'mine'
        ? [...(this.replica.all('posting') as ReadonlyMap<string, Posting>).values()]
        : [...this.#server.values()].filter(({ op }) => isPosting(op)).map(toPosting);
    const target = seen[pick % Math.max(1, seen.length)];
    return target && voidBody(target.id, target.kind, target.eff, target.entries);
  }

  #push(ops: number, verdict: number, lost: boolean): void {
    const unsent = this.#mine.filter(({ result }) => result === null).slice(0, ops);
    for (const { op } of unsent) {
      const known = op.n <= this.#acked ? this.#resultOf(op) : this.#decide(op, verdict);
      if (known.status === 'rejected' || known.first?.status === 'rejected') this.refused++;
      if (lost) continue;
      this.#mine = this.#mine.map((own) => (own.op.n === op.n ? { op, state: 'acknowledged', result: known } : own));
    }
    this.replica.setOwn(this.#mine);
  }

  readonly #results = new Map<string, OpResult>();

  #resultOf(op: Op): OpResult {
    const result = this.#results.get(op.id);
    if (!result) throw new Error(`the server has no result of op ${op.n}`);
    return result;
  }

  #decide(op: Op, verdict: number): OpResult {
    const received = stampAt(this.#now);
    const capped = op.hlc < received ? op.hlc : received;
    const eff = this.#lastEff === undefined || capped > this.#lastEff ? capped : nextStamp(this.#lastEff);
    this.#lastEff = eff;
    this.#acked = op.n;
    if (verdict % 7 === 1)
      return this.#keep(op, {
        status: 'rejected',
        eff,
        seq: this.#row(op, eff, [{ kind: 'review', key: op.id, value: {} }], false),
      });
    if (verdict % 7 === 0) {
      this.#parked.push(op);
      return this.#keep(op, { status: 'parked', eff, seq: this.#row(op, eff, [], false) });
    }
    return this.#keep(op, this.#apply(op, eff, false));
  }

  #apply(op: Op, eff: string, decides: boolean): Pick<OpResult, 'status' | 'eff' | 'seq' | 'first'> {
    const voidedBy = isPosting(op) ? undefined : this.#voids.get(targetOf(op));
    if (voidedBy === undefined) return { status: 'applied', eff, seq: this.#accept(op, eff, decides) };
    const { status, seq, eff: at } = this.#results.get(voidedBy) ?? { status: 'applied' as const, seq: 1, eff };
    return { status: 'duplicate', eff, seq: this.#row(op, eff, [], decides), first: { status, seq, eff: at } };
  }

  #keep(op: Op, verdict: Pick<OpResult, 'status' | 'eff' | 'seq' | 'first'>): OpResult {
    const result = { id: op.id, n: op.n, ...verdict };
    this.#results.set(op.id, result);
    return result;
  }

  /** Decides what was parked, as an admin's approval does. */
  #grant(): void {
    for (const op of this.#parked.splice(0)) {
      const result = this.#keep(op, this.#apply(op, this.#resultOf(op).eff, true));
      this.#mine = this.#mine.map((own) => (own.op.id === op.id && own.result ? { ...own, result } : own));
    }
    this.replica.setOwn(this.#mine);
  }

  #row(op: Op, eff: string, parts: Part[], decides: boolean): number {
    const seq = this.#feed.length + 1;
    this.#feed.push({ seq, op: op.id, dev: op.dev, n: op.n, eff, parts, ...(decides ? { decides: op.id } : {}) });
    return seq;
  }

  #accept(op: Op, eff: string, decides = false): number {
    this.#server.set(op.id, { op, eff });
    const parts: Part[] = [];
    if (isPosting(op)) parts.push({ kind: 'posting', key: op.id, value: this.#posting(op.id) });
    else {
      this.#voids.set(targetOf(op), op.id);
      parts.push({ kind: 'fact', key: String(op.body['fact']), value: { op: op.id } });
      if (this.#server.has(targetOf(op)))
        parts.push({ kind: 'posting', key: targetOf(op), value: this.#posting(targetOf(op)) });
    }
    parts.push(...buckets.map((key): Part => ({ kind: 'balance', key, value: this.#balance(key) })));
    const seq = this.#row(op, eff, parts, decides);
    if (op.dev === 'other') this.#results.set(op.id, { id: op.id, n: op.n, status: 'applied', seq, eff });
    return seq;
  }

  #posting(id: string): Posting | null {
    const held = this.#server.get(id);
    return held ? { ...toPosting(held), voidedBy: this.#voids.get(id) ?? null } : null;
  }

  #balance(key: string): unknown {
    const entries = [...this.#server.values()]
      .filter(({ op }) => isPosting(op) && !this.#voids.has(op.id))
      .flatMap(({ op, eff }) => entriesOf(op, eff))
      .filter((entry) => entry.key === key);
    const count = entries.filter((one) => one.counted).sort((a, b) => (isAfter(a, b) ? -1 : 1))[0];
    const [what = '', place = ''] = key.split('@');
    return { what, place, qty: balanceOf(entries), count: count ? { eff: count.eff, op: count.op } : null };
  }

  #pull(rows: number): void {
    const { seq } = this.replica.position;
    const page = this.#feed.slice(seq, seq + rows);
    const next = seq + page.length;
    const mine = this.#feed.slice(0, next).filter(({ dev }) => dev === 'me');
    const highest = mine.sort((a, b) => b.n - a.n)[0];
    const decided = new Set(this.#feed.slice(0, next).flatMap(({ decides }) => decides ?? []));
    const open = mine
      .filter(({ op, parts, decides }) => parts.length === 0 && !decides && !decided.has(op) && this.#wasParked(op))
      .map(({ n }) => n);
    const ackN = highest ? { dev: 'me', n: highest.n, op: highest.op } : null;
    this.replica.applyPage(pageOf(seq, page, { ackN, open }));
  }

  #wasParked(id: string): boolean {
    return this.#results.get(id)?.status === 'parked' || this.#feed.some(({ decides }) => decides === id);
  }
}

const toPosting = ({ op, eff }: Held): Posting => ({
  id: op.id,
  kind: op.type.slice('post-'.length) as PostingKind,
  entries: op.body['entries'] as LedgerEntry[],
  eff,
  user: op.user,
  dev: op.dev,
  voidedBy: null,
});
