/**
 * GS1 Digital Link: https://host[/stem]/01/{gtin}[/22/…][/10/…][/21/…]?17=YYMMDD&…
 * The rightmost primary key of the path counts; its qualifiers stand in a fixed order; the fragment and query
 * parameters that are not AIs say nothing about the thing. Keys spelled as words (/gtin/…) are not read.
 */
import { aiSpec } from './ai-table.ts';
import { toGtin14 } from './check-digit.ts';
import type { Gs1Result } from './parse.ts';
import { type Gs1Element, readingOf } from './reading.ts';
import { checkValue } from './value.ts';

/** Qualifiers in the order they must have; where there are two lists, a link uses one of them. */
const QUALIFIERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '01': [['22', '10', '21'], ['235']],
  '8006': [['22', '10', '21']],
  '414': [['254'], ['7040']],
  '415': [['8020']],
  '417': [['7040']],
  '8004': [['7040']],
  '8010': [['8011']],
  '8017': [['8019']],
  '8018': [['8019']],
};

// A mixed-case scheme is refused by the standard; the host part is whatever the brand owner chose.
const LINK = /^(?:https?|HTTPS?):\/\/[^/?#\s]+(\/[^?#]*)(?:\?([^#]*))?(?:#.*)?$/;

const decode = (text: string): string | undefined => {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  // Element values are ASCII, so each escape is one character.
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
};

type Pair = readonly [ai: string, value: string];

const pairsFromKey = (path: string): readonly Pair[] | undefined => {
  const segments = path.replace(/\/$/, '').split('/').slice(1);
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    if (!aiSpec(segments[at] ?? '')?.isKey) continue;
    const pairs: Pair[] = [];
    for (let i = at; i < segments.length; i += 2) pairs.push([segments[i] ?? '', segments[i + 1] ?? '']);
    return pairs;
  }
  return undefined;
};

const isInOrder = (key: string, qualifiers: readonly string[]): boolean =>
  qualifiers.length === 0 ||
  (QUALIFIERS[key] ?? []).some((order) => {
    const places = qualifiers.map((ai) => order.indexOf(ai));
    return places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1));
  });

const queryPairs = (query: string): readonly Pair[] =>
  query
    .split(/[&;]/)
    .map((part): Pair => {
      const [name = '', ...rest] = part.split('=');
      return [name, rest.join('=')];
    })
    .filter(([name]) => /^\d{2,4}$/.test(name));

const readElement = ([ai, raw]: Pair, today: string): Gs1Element | Extract<Gs1Result, { ok: false }> => {
  const spec = aiSpec(ai);
  if (!spec) return { ok: false, code: 'unknown-ai', ai };
  const text = decode(raw);
  if (text === undefined) return { ok: false, code: 'bad-characters', ai };
  const value = ai === '01' ? (toGtin14(text) ?? text) : text;
  const fault = checkValue(spec, value, today);
  return fault ? { ok: false, code: fault, ai } : { ai, value };
};

/** Parses a Digital Link URI; another text or web address gives the code 'not-digital-link'. */
export const parseDigitalLink = (text: string, today: string): Gs1Result => {
  const [, path = '', query = ''] = LINK.exec(text) ?? [];
  const inPath = pairsFromKey(path);
  const [key] = inPath ?? [];
  if (!inPath || !key) return { ok: false, code: 'not-digital-link' };
  const qualifiers = inPath.slice(1).map(([ai]) => ai);
  if (!isInOrder(key[0], qualifiers)) return { ok: false, code: 'misplaced-ai' };
  const inQuery = queryPairs(query);
  const misplaced = inQuery.find(([ai]) => aiSpec(ai)?.inQuery === false);
  if (misplaced) return { ok: false, code: 'misplaced-ai', ai: misplaced[0] };
  const found = new Map<string, string>();
  for (const pair of [...inPath, ...inQuery]) {
    const element = readElement(pair, today);
    if ('ok' in element) return element;
    const before = found.get(element.ai);
    if (before !== undefined && before !== element.value) return { ok: false, code: 'repeated-ai', ai: element.ai };
    found.set(element.ai, element.value);
  }
  return {
    ok: true,
    ...readingOf(
      [...found].map(([ai, value]) => ({ ai, value })),
      today,
    ),
  };
};
