/** What the server takes from the world. Tests and the simulation pass their own. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface Deps {
  readonly clock: { now(): number };
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Log;
}
