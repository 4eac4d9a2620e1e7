/** The life of one tab's process. What it had begun when it died never answers it; nothing else tells the code. */
export class Life {
  alive = true;
  readonly #atDeath: (() => void)[] = [];

  constructor(readonly name: string) {}

  onDeath(run: () => void): void {
    this.#atDeath.push(run);
  }

  end(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const run of this.#atDeath) run();
  }
}
