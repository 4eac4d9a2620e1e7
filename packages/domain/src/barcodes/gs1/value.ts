/** Checks one value against its AI: characters, lengths of the parts, check digits, dates. */
import { isoDate, isoFromYymmdd } from '../dates.ts';
import type { AiPart, AiRule, AiSpec, AiType } from './ai-table.ts';
import { hasValidCheckDigit } from './check-digit.ts';

export type Gs1ValueFault = 'too-short' | 'too-long' | 'bad-characters' | 'check-digit' | 'bad-date' | 'bad-value';

const CHARACTERS: Record<AiType, RegExp> = {
  N: /^\d*$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  Z: /^[A-Za-z0-9\-_]*=*$/,
};

type Check = (text: string, today: string) => Gs1ValueFault | undefined;

const when = (holds: boolean, fault: Gs1ValueFault): Gs1ValueFault | undefined => (holds ? undefined : fault);

const isTime = (text: string): boolean => Number(text.slice(0, 2)) < 24 && Number(text.slice(2, 4)) < 60;

const isPieceOfTotal = (text: string): boolean => {
  const [piece, total] = [Number(text.slice(0, 2)), Number(text.slice(2, 4))];
  return piece >= 1 && piece <= total;
};

const RULES: Record<AiRule, Check> = {
  '': () => undefined,
  c: (text) => when(hasValidCheckDigit(text), 'check-digit'),
  d: (text, today) => when(isoFromYymmdd(text, today) !== undefined, 'bad-date'),
  D: (text, today) => when(!text.endsWith('00') && isoFromYymmdd(text, today) !== undefined, 'bad-date'),
  Y: (text) => {
    const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number) as [
      number,
      number,
      number,
    ];
    return when(day > 0 && isoDate(year, month, day) !== undefined, 'bad-date');
  },
  t: (text) => when(isTime(text), 'bad-date'),
  h: (text) => when(Number(text) < 24, 'bad-date'),
  s: (text) => when(Number(text) < 60, 'bad-date'),
  n: (text) => when(/[^0]/.test(text), 'bad-value'),
  z: (text) => when(text === '0', 'bad-value'),
  y: (text) => when(text === '0' || text === '1', 'bad-value'),
  m: (text) => when(text === '-', 'bad-value'),
  p: (text) => when(isPieceOfTotal(text), 'bad-value'),
  l: (text) => when(text === '0' || !text.startsWith('0'), 'bad-value'),
};

const checkPart = (part: AiPart, text: string, today: string): Gs1ValueFault | undefined => {
  if (text.length < part.min) return 'too-short';
  if (!CHARACTERS[part.type].test(text)) return 'bad-characters';
  return RULES[part.rule](text, today);
};

/** The first fault of `value`, or undefined when it fits. `today` is YYYY-MM-DD. */
export const checkValue = (spec: AiSpec, value: string, today: string): Gs1ValueFault | undefined => {
  if (value.length < spec.min) return 'too-short';
  if (value.length > spec.max) return 'too-long';
  let from = 0;
  for (const part of spec.parts) {
    const text = value.slice(from, from + part.max);
    if (text === '' && part.optional) break;
    const fault = checkPart(part, text, today);
    if (fault) return fault;
    from += text.length;
  }
  return undefined;
};
