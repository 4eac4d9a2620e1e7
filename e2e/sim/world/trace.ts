/** What happened, as a hash of everything and the text of the last of it. The same seed gives the same hash. */
export class Trace {
  #low = 0x811c9dc5;
  #high = 0x1000193;
  readonly #lines: string[] = [];
  #count = 0;

  constructor(private readonly keep: number) {}

  add(line: string): void {
    this.#count++;
    for (let i = 0; i < line.length; i++) {
      this.#low = Math.imul(this.#low ^ line.charCodeAt(i), 0x01000193) >>> 0;
      this.#high = Math.imul(this.#high ^ (line.charCodeAt(i) + i), 0x85ebca6b) >>> 0;
    }
    this.#lines.push(line);
    if (this.#lines.length > this.keep * 2) this.#lines.splice(0, this.keep);
  }

  get events(): number {
    return this.#count;
  }

  hash(): string {
    return this.#high.toString(16).padStart(8, '0') + this.#low.toString(16).padStart(8, '0');
  }

  last(count: number): string[] {
    return this.#lines.slice(-count);
  }
}
