/** A broken assertion is a bug of ours, never a person's mistake; only the edges catch it. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}

export function unreachable(value: never, message: string): never {
  throw new Error(`assertion failed: ${message}: ${JSON.stringify(value)}`);
}
