import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildElementString } from '../build.ts';
import { aiSpec, allAis } from './ai-table.ts';
import { checkDigit } from './check-digit.ts';
import { parseElementString } from './parse.ts';
import type { Gs1Element } from './reading.ts';

const today = '2026-11-22';
const CSET82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const text = (max: number) =>
  fc
    .string({ unit: fc.constantFrom(...CSET82), minLength: 1, maxLength: max })
    .filter((value) => !value.includes('<GS>'));
const date = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 28 }))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(''));

const element = (ai: string, value: fc.Arbitrary<string>): fc.Arbitrary<Gs1Element> =>
  value.map((v) => ({ ai, value: v }));
const elements = fc
  .tuple(
    element(
      '01',
      digits(13).map((body) => body + checkDigit(body)),
    ),
    fc.shuffledSubarray(['10', '11', '17', '21', '30', '240', '3103', '7003', '8008', '423'] as const).chain((ais) =>
      fc.tuple(
        ...ais.map((ai) => {
          if (ai === '11' || ai === '17') return element(ai, date);
          if (ai === '30') return element(ai, digits(5));
          if (ai === '3103') return element(ai, digits(6));
          if (ai === '7003') return element(ai, fc.constant('2712312359'));
          if (ai === '8008') return element(ai, fc.constantFrom('27123123', '2712312359', '271231235958'));
          if (ai === '423') return element(ai, fc.constantFrom('276', '276756', '276756040250380'));
          return element(ai, text(ai === '240' ? 30 : 20));
        }),
      ),
    ),
  )
  .map(([first, rest]): readonly Gs1Element[] => [first, ...rest]);

test('what an encoder writes is read back element by element', () => {
  fc.assert(
    fc.property(elements, (given) => {
      expect(parseElementString(buildElementString(given), { today, separators: 'kept' })).toMatchObject({
        ok: true,
        elements: given,
      });
    }),
  );
});

test('with the separators lost, the true reading is always among the readings offered', () => {
  fc.assert(
    fc.property(elements, (given) => {
      const result = parseElementString(buildElementString(given, ''), { today });
      if (result.ok) expect(result.elements).toEqual(given);
      else if (result.code === 'ambiguous')
        expect(result.readings.map((reading) => reading.elements)).toContainEqual(given);
      else expect(result.code).toBe('too-ambiguous');
    }),
  );
});

test('with the separators lost, a known lot leaves only readings with that lot', () => {
  fc.assert(
    fc.property(
      elements.filter((given) => given.some(({ ai }) => ai === '10')),
      (given) => {
        const lot = given.find(({ ai }) => ai === '10')?.value ?? '';
        const result = parseElementString(buildElementString(given, ''), { today, knownLots: [lot] });
        if (result.ok) expect(result.lot).toBe(lot);
        else if (result.code === 'ambiguous')
          expect(new Set(result.readings.map((reading) => reading.lot))).toEqual(new Set([lot]));
        else expect(result.code).toBe('too-ambiguous');
      },
    ),
  );
});

test('a single wrong digit in a GTIN is always found', () => {
  fc.assert(
    fc.property(digits(13), fc.nat(13), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const right = body + checkDigit(body);
      const wrong = [...right].map((digit, i) => (i === at ? String((Number(digit) + by) % 10) : digit)).join('');
      expect(parseElementString(`01${wrong}`, { today, separators: 'kept' })).toEqual({
        ok: false,
        code: 'check-digit',
        ai: '01',
      });
    }),
  );
});

test('the same element twice counts once', () => {
  expect(parseElementString('10A\u001d10A', { today })).toMatchObject({
    ok: true,
    elements: [{ ai: '10', value: 'A' }],
  });
});

test('known lots that fit no reading change nothing', () => {
  const input = '010952012345678810ABC12317271231';
  expect(parseElementString(input, { today, knownLots: ['ZZZ'] })).toEqual(parseElementString(input, { today }));
});

test('a text whose separators are lost and that has no reading says what is wrong with the straight one', () => {
  expect(parseElementString('0109520123456788055', { today })).toEqual({ ok: false, code: 'unknown-ai' });
  expect(parseElementString('', { today })).toEqual({ ok: false, code: 'empty' });
});

test('an element repeated without separators is read once', () => {
  const twice = '01095201234567880109520123456788';
  expect(parseElementString(twice, { today })).toMatchObject({ ok: true, gtin: '09520123456788' });
});

test.each([
  ['8001', '00000000200310', 'bad-value'],
  ['8001', '00010000000310', 'bad-value'],
  ['8003', '19501101530003', 'bad-value'],
  ['8003', '09501101530004', 'check-digit'],
  ['8006', '095201234567880000', 'bad-value'],
  ['8006', '095201234567880302', 'bad-value'],
  ['8011', '07', 'bad-value'],
  ['8008', '27123124', 'bad-date'],
  ['8008', '2712312360', 'bad-date'],
  ['8008', '271231235', 'too-short'],
  ['7250', '20270230', 'bad-date'],
  ['7250', '20270200', 'bad-date'],
  ['7251', '202702012460', 'bad-date'],
  ['7003', '2712312360', 'bad-date'],
  ['4321', '2', 'bad-value'],
  ['4330', '001234+', 'bad-value'],
  ['8010', 'abc', 'bad-characters'],
  ['8030', 'a+b', 'bad-characters'],
  ['91', 'A B', 'bad-characters'],
])('the value of %s cannot be %s: %s', (ai, value, code) => {
  expect(parseElementString(ai + value, { today, separators: 'kept' })).toEqual({ ok: false, code, ai });
});

test.each([
  ['8001', '12345678901239'],
  ['8003', '09501101530003ABC'],
  ['8003', '09501101530003'],
  ['8006', '095201234567880203'],
  ['8011', '0'],
  ['7250', '20270228'],
  ['7251', '202702282359'],
  ['4322', '1'],
  ['4333', '001234-'],
  ['4333', '001234'],
  ['8010', 'AB-1/2#'],
  ['8030', 'aB_-9='],
  ['253', '9501101530003'],
  ['255', '950110153000312'],
])('the value of %s can be %s', (ai, value) => {
  expect(parseElementString(ai + value, { today, separators: 'kept' })).toMatchObject({
    ok: true,
    elements: [{ ai, value }],
  });
});

test('no AI begins another, so that a text has one first AI at most', () => {
  const ais = allAis().map((spec) => spec.ai);
  expect(ais.length).toBeGreaterThan(480);
  for (const ai of ais) expect(ais.filter((other) => other !== ai && other.startsWith(ai))).toEqual([]);
});

test('every row of the table is complete, and only AIs of one length need no separator', () => {
  for (const spec of allAis()) {
    expect(spec.title).not.toBe('');
    expect(spec.parts.every((part) => part.max > 0 && part.type.length === 1)).toBe(true);
    expect(spec.max).toBeLessThanOrEqual(90);
    if (spec.fixed) expect(spec.min).toBe(spec.max);
  }
  // The first two digits of the AIs with pre-defined length, as the general specifications list them.
  const prefixes = new Set(
    allAis()
      .filter((spec) => spec.fixed)
      .map((spec) => spec.ai.slice(0, 2)),
  );
  expect([...prefixes].sort()).toEqual('00 01 02 03 11 12 13 15 16 17 20 31 32 33 34 35 36 41'.split(' '));
  expect(aiSpec('3103')).toMatchObject({ title: 'NET WEIGHT (kg)', fixed: true, inQuery: true });
});
