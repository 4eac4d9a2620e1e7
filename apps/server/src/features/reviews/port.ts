/** What reviews ask of the log. */
export interface ReviewLog {
  /** Who made an op. */
  userOf(op: string): string | undefined;
}
