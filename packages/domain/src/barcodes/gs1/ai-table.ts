/** Looks up Application Identifiers. The AIs are prefix-free: at most one of them begins a given text. */
import { AI_ROWS } from './ai-rows.ts';

export type AiType = 'N' | 'X' | 'Y' | 'Z';
/** One letter of the rule column, see ai-rows.ts; '' when only the characters and the length count. */
export type AiRule = '' | 'c' | 'd' | 'D' | 'Y' | 't' | 'h' | 's' | 'n' | 'z' | 'y' | 'm' | 'p' | 'l';

export interface AiPart {
  readonly type: AiType;
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  readonly rule: AiRule;
}

export interface AiSpec {
  readonly ai: string;
  readonly title: string;
  readonly parts: readonly AiPart[];
  /** Shortest and longest value in characters. */
  readonly min: number;
  readonly max: number;
  /** Pre-defined length: the next AI follows without a separator. */
  readonly fixed: boolean;
  /** May stand in the query of a Digital Link. */
  readonly inQuery: boolean;
  /** Is the primary key of a Digital Link. */
  readonly isKey: boolean;
}

const PART = /^(\[?)([NXYZ])(\.\.)?(\d+)([a-zA-Z]?)\]?$/;

const readPart = (text: string): AiPart => {
  const [, bracket = '', type = '', open, length = '', rule = ''] = PART.exec(text) ?? [];
  const max = Number(length);
  return { type: type as AiType, min: open ? 1 : max, max, optional: bracket !== '', rule: rule as AiRule };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const readRow = (row: string): readonly AiSpec[] => {
  const [range = '', flags = '', spec = '', ...words] = row.split(' ');
  const [first = '', last = first] = range.split('-');
  const parts = spec.split('+').map(readPart);
  const shape = {
    title: words.join(' '),
    parts,
    min: sum(parts.filter((part) => !part.optional).map((part) => part.min)),
    max: sum(parts.map((part) => part.max)),
    fixed: flags.includes('f'),
    inQuery: flags.includes('q'),
    isKey: flags.includes('k'),
  };
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, step) => ({
    ai: String(Number(first) + step).padStart(first.length, '0'),
    ...shape,
  }));
};

const TABLE: ReadonlyMap<string, AiSpec> = new Map(
  AI_ROWS.trim()
    .split('\n')
    .flatMap(readRow)
    .map((spec) => [spec.ai, spec]),
);

export const aiSpec = (ai: string): AiSpec | undefined => TABLE.get(ai);

export const allAis = (): readonly AiSpec[] => [...TABLE.values()];

/** The AI that begins `text` at `from`, if one does. */
export const aiAt = (text: string, from: number): AiSpec | undefined =>
  TABLE.get(text.slice(from, from + 2)) ??
  TABLE.get(text.slice(from, from + 3)) ??
  TABLE.get(text.slice(from, from + 4));
