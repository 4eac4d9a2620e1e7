/**
 * A chunk: parts as NDJSON, one part a line, whole and each once (SPEC F10). The server cuts snapshots into chunks and a
 * device its fold; both name them by the SHA-256 of the text.
 */
import type { Part } from './messages.ts';

/** What people look for first, first. Kinds that are not here come after them, as they are. */
const useful: readonly string[] = [
  'location',
  'person',
  'barcode',
  'item',
  'lot',
  'container',
  'balance',
  'review',
  'fact',
  'posting',
];

const rank = (kind: string): number => {
  const at = useful.indexOf(kind);
  return at < 0 ? useful.length : at;
};

/** The kinds in the order in which their chunks travel. */
export const inOrderOfUse = (kinds: Iterable<string>): string[] =>
  [...kinds].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));

/** A line of a chunk from a value that is JSON text already. */
export const chunkLine = (kind: string, key: string, valueText: string): string =>
  `{"kind":${JSON.stringify(kind)},"key":${JSON.stringify(key)},"value":${valueText}}\n`;

export function readChunk(text: string): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to > from) parts.push(JSON.parse(text.slice(from, to)) as Part);
    from = to + 1;
  }
  return parts;
}

/** Collects lines until a chunk is full: by the number of parts, or by about so many characters. */
export class ChunkWriter {
  #lines: string[] = [];
  #size = 0;
  #first: { kind: string; key: string } | null = null;

  constructor(
    private readonly rowsMax: number,
    private readonly sizeTarget: number,
  ) {}

  /** Answers the chunk that this part filled, or null. */
  put(kind: string, key: string, valueText: string): FinishedChunk | null {
    const line = chunkLine(kind, key, valueText);
    const done = this.#first !== null && this.#first.kind !== kind ? this.end() : null;
    this.#first ??= { kind, key };
    this.#lines.push(line);
    this.#size += line.length;
    return done ?? (this.#lines.length >= this.rowsMax || this.#size >= this.sizeTarget ? this.end() : null);
  }

  /** What is left; null when nothing is. */
  end(): FinishedChunk | null {
    if (!this.#first) return null;
    const chunk = { ...this.#first, rows: this.#lines.length, text: this.#lines.join('') };
    this.#lines = [];
    this.#size = 0;
    this.#first = null;
    return chunk;
  }
}

export interface FinishedChunk {
  readonly kind: string;
  /** Of its first part. */
  readonly key: string;
  readonly rows: number;
  readonly text: string;
}
