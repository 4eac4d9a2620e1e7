import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCas } from './cas.ts';

test.each(['7732-18-5', '64-17-5', '1333-74-0', '50-00-0', '9012-36-6', '26628-22-8'])(
  '%s has its check digit right',
  (cas) => {
    expect(isCas(cas)).toBe(true);
  },
);

test.each(['64-17-6', '64175', '4-17-5', '064-17-5', '64-17-5 ', '64-175', '12345678-12-1', '64–17–5', ''])(
  '"%s" is no CAS number',
  (text) => {
    expect(isCas(text)).toBe(false);
  },
);

test('of the ten last digits exactly one is right', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (front, middle) => {
      const stem = `${front}-${String(middle).padStart(2, '0')}`;
      return [...'0123456789'].filter((digit) => isCas(`${stem}-${digit}`)).length === 1;
    }),
  );
});
