/** Bodies that a schema must refuse: text that is no JSON, other types, missing and hostile members; the same for a seed. */

export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

type Random = () => number;

/** mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const notJson = ['', '{', '[1,', '\u0000', 'undefined', '{"a":1}}', "{'a':1}", '\ufeff{}', 'NaN', '-'];

const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.5,
  '',
  ' ',
  '\u0000',
  '\u202e',
  '\ud800',
  'x'.repeat(5000),
  [],
  [[]],
  {},
  { length: 1 },
  { toString: 1 },
  "'; DROP TABLE account; --",
  '../../etc/passwd',
  '__proto__',
];

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** A member of the wrong type for its schema; text is never right for an object and the other way round. */
const wrongFor = ({ type }: JsonSchema, random: Random): unknown =>
  type === 'string' ? pick(random, [null, 7, true, [], {}, [['a']]]) : pick(random, [null, 7, 'text', [], true]);

function objectFor({ properties = {}, required = [] }: JsonSchema, random: Random): unknown {
  const names = Object.keys(properties);
  const object: Record<string, unknown> = {};
  for (const name of names) object[name] = pick(random, hostile);
  const victim = pick(random, required.length > 0 ? required : names);
  if (random() < 0.3) delete object[victim];
  else object[victim] = wrongFor(properties[victim] ?? {}, random);
  if (random() < 0.3) object['__proto__x'] = pick(random, hostile);
  return object;
}

function deep(levels: number): string {
  return `${'['.repeat(levels)}${']'.repeat(levels)}`;
}

export function malformedBodies(schema: JsonSchema, random: Random, count: number): string[] {
  const wrong = hostile.filter((value) => typeof value !== 'object' || value === null || Array.isArray(value));
  const objects = Array.from({ length: count }, () => JSON.stringify(objectFor(schema, random)));
  const proto = '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}';
  return [...notJson, ...wrong.map((value) => JSON.stringify(value)), deep(5000), proto, ...objects];
}
