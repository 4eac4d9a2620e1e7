/** The stream's rows in memory, as the outbox holds them, and the ops inside their envelopes. */
import { assert } from '@tidylab/domain/kernel/assert';
import type { Op } from '@tidylab/sync/protocol/op';
import { type OutboxRow, outboxN } from '@tidylab/sync/protocol/stored';
import { type OwnOp, finalStatus } from '@tidylab/sync/replica/coverage';

export const seal = (op: Op): OutboxRow['payload'] => ({ alg: 'none', kid: '', data: JSON.stringify(op) });

function open(row: OutboxRow): Op {
  assert(row.payload.alg === 'none', `an outbox row is sealed with ${row.payload.alg}, which this version cannot open`);
  return JSON.parse(row.payload.data) as Op;
}

export class OwnOps {
  /** By n, ascending, since rows arrive in order and n is the key. */
  readonly #rows = new Map<number, { row: OutboxRow; own: OwnOp }>();
  #last = 0;

  /** Takes what the store says now; true when anything is different. */
  take(rows: readonly OutboxRow[]): boolean {
    let changed = false;
    for (const row of [...rows].sort((a, b) => (a.n < b.n ? -1 : 1))) {
      const n = outboxN(row.n);
      const held = this.#rows.get(n);
      if (held && held.row.state === row.state && held.row.sentAt === row.sentAt && sameResult(held.row, row)) continue;
      this.#rows.set(n, { row, own: { op: held?.own.op ?? open(row), state: row.state, result: row.result } });
      this.#last = Math.max(this.#last, n);
      changed = true;
    }
    return changed;
  }

  get last(): number {
    return this.#last;
  }

  at(n: number): OwnOp | undefined {
    return this.#rows.get(n)?.own;
  }

  row(n: number): OutboxRow | undefined {
    return this.#rows.get(n)?.row;
  }

  list(): OwnOp[] {
    return [...this.#rows.values()].map(({ own }) => own);
  }

  /** Rows without a result, in the order of n: what a push sends. */
  unsent(): OutboxRow[] {
    const rows = [...this.#rows.values()].filter(
      ({ row }) => row.state === 'pending' || row.state === 'sent' || isOwedWithdrawn(row),
    );
    return rows.map(({ row }) => row).sort((a, b) => (a.n < b.n ? -1 : 1));
  }

  countFinal(status: 'rejected' | 'parked'): number {
    let count = 0;
    for (const { own } of this.#rows.values()) if (own.result && finalStatus(own.result) === status) count++;
    return count;
  }
}

const isOwedWithdrawn = (row: OutboxRow): boolean => row.state === 'withdrawn' && row.result === null;

export const sameResult = (a: OutboxRow, b: OutboxRow): boolean =>
  a.result?.seq === b.result?.seq &&
  a.result?.epoch === b.result?.epoch &&
  a.result?.status === b.result?.status &&
  a.result?.id === b.result?.id;
