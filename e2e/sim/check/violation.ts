/** A broken invariant, by its number in docs/sync: what a seed fails with. */
export class Violation extends Error {
  constructor(
    readonly invariant: number,
    message: string,
  ) {
    super(`invariant ${invariant}: ${message}`);
    this.name = 'Violation';
  }
}

export function must(condition: unknown, invariant: number, message: () => string): asserts condition {
  if (!condition) throw new Violation(invariant, message());
}
