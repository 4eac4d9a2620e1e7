/** Keeps what screens show of the sync: derived from the outbox and from the last exchanges, never set by hand. */
import { stampMs } from '@tidylab/domain/kernel/stamp';
import type { OwnOps } from './own-ops.ts';
import type { Clock, EnginePorts, ExchangeNews } from './ports.ts';
import type { SyncPhase, SyncStatus } from './status.ts';

export class StatusKeeper {
  readonly #listeners = new Set<() => void>();
  #sending = false;
  /** True once an exchange succeeded since the start, here or in the tab that leads. */
  #reached = false;
  #contactMs: number | null = null;
  #offlineSinceMs: number | null = null;
  #problem: string | null = null;
  #hasData = false;
  #current: SyncStatus | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly own: OwnOps,
    private readonly memory: EnginePorts['memory'],
  ) {
    this.#contactMs = memory?.contactMs() ?? null;
  }

  current(): SyncStatus {
    return (this.#current ??= this.#derive());
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  touch(): void {
    this.#current = null;
    for (const listener of this.#listeners) listener();
  }

  /** What this tab knows of the exchanges. */
  news(): ExchangeNews {
    return {
      contactMs: this.#contactMs,
      offlineSinceMs: this.#offlineSinceMs,
      problem: this.#problem,
      sending: this.#sending,
    };
  }

  /** What the tab that exchanges said; this one only shows it. */
  heard(news: ExchangeNews): void {
    this.#reached ||= news.contactMs !== null && news.offlineSinceMs === null;
    this.#contactMs = news.contactMs;
    this.#offlineSinceMs = news.offlineSinceMs;
    this.#problem = news.problem;
    this.#sending = news.sending;
    this.touch();
  }

  sending(sending: boolean): void {
    if (this.#sending === sending) return;
    this.#sending = sending;
    this.touch();
  }

  reached(): void {
    this.#reached = true;
    this.#contactMs = this.clock.now();
    this.memory?.remember(this.#contactMs);
    this.#offlineSinceMs = null;
    this.#problem = null;
    this.touch();
  }

  failed(problem: string): void {
    this.#offlineSinceMs ??= this.clock.now();
    this.#problem = problem;
    this.#sending = false;
    this.touch();
  }

  hasBase(): void {
    if (this.#hasData) return;
    this.#hasData = true;
    this.touch();
  }

  #derive(): SyncStatus {
    const unsent = this.own.unsent();
    const unsentByType: Record<string, number> = {};
    let oldest: string | undefined;
    for (const row of unsent) {
      const op = this.own.at(Number(row.n))?.op;
      if (!op) continue;
      unsentByType[op.type] = (unsentByType[op.type] ?? 0) + 1;
      if (oldest === undefined || op.hlc < oldest) oldest = op.hlc;
    }
    const rejected = this.own.countFinal('rejected');
    const parked = this.own.countFinal('parked');
    return {
      phase: this.#phase(unsent.length, rejected, parked),
      unsent: unsent.length,
      unsentByType,
      oldestUnsentMs: oldest === undefined ? null : stampMs(oldest),
      contactMs: this.#contactMs,
      offlineSinceMs: this.#offlineSinceMs,
      rejected,
      parked,
      problem: this.#problem,
      hasData: this.#hasData,
    };
  }

  #phase(unsent: number, rejected: number, parked: number): SyncPhase {
    if (this.#problem === 'signed-out' || parked > 0) return 'locked';
    if (rejected > 0 || this.#problem === 'new-stream-needed' || this.#problem === 'storage-lost') return 'attention';
    if (this.#sending && this.#problem === null) return 'sending';
    if (this.#offlineSinceMs !== null) return 'offline';
    if (!this.#reached) return 'starting';
    return unsent > 0 ? 'to-send' : 'synced';
  }
}
