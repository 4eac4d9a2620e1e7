/** What really happened, counted: a fault that is configured but never strikes proves nothing. */
export const faultNames = [
  'crash-before-write',
  'crash-after-write',
  'storage-full',
  'tab-killed',
  'notice-missing',
  'notice-twice',
  'notice-late',
  'slow-read',
  'lock-broken',
  'request-dropped',
  'reply-dropped',
  'request-twice',
  'long-delay',
  'offline',
  'captive-html',
  'captive-json',
  'bad-gateway',
  'too-large-reply',
  'server-unreachable',
  'push-blocked',
  'pull-blocked',
  'server-killed-before-commit',
  'server-killed-after-commit',
  'server-killed-idle',
  'server-restarted',
  'sqlite-busy',
  'sqlite-full',
  'server-clock-jump',
  'device-clock-jump',
  'poke-lost',
  'device-cookie-lost',
  'role-changed',
  'base-lost',
  'backup-taken',
  'server-restored',
] as const;
export type FaultName = (typeof faultNames)[number];

/** Each must occur too: result statuses, codes of results, and refusals before "saved". */
export const outcomeNames = [
  'result applied',
  'result merged',
  'result duplicate',
  'result rejected',
  'result parked',
  'code no-permission',
  'code no-grant',
  'code unknown-type',
  'code unsigned',
  'code internal',
  'code malformed',
  'code record-exists',
  'code void-mismatch',
  'code quantity-out-of-range',
  'refused quantity-not-positive',
  'refused same-place',
  'refused place-not-allowed',
  'refused quantity-not-whole',
  'refused too-large',
  'refused storage-full',
  'refused malformed',
  'refused counted-twice',
  'refused no-entries',
  'edit kept out, with a review',
  'vessel moved twice',
  'parked then decided',
  'id known under another n',
  'void twice',
  'void before its target',
  'movement late for its count',
  'n taken by another tab',
  'page stored by another tab',
  'balance below zero',
  'first base by snapshot',
  'base replaced',
  'base of a new epoch',
  'old segments deleted',
  'op sent again after a restore',
] as const;
export type OutcomeName = (typeof outcomeNames)[number];

export class Coverage {
  readonly counts = new Map<string, number>();

  hit(name: FaultName | OutcomeName, times = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + times);
  }

  /** For names that come from the code under test and may be new. */
  hitAny(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}
