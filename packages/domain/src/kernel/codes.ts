/**
 * Every code an expected failure may carry, on either side. `who` acts, and `how` says whether the same thing may
 * be tried again: `retry` by the program, `fix` by the person, `ask` an admin. Screens and the API translate these.
 */
export const refusals = {
  malformed: { who: 'developer', how: 'fix' },
  'too-large': { who: 'person', how: 'fix' },
  'too-many-entries': { who: 'person', how: 'fix' },
  'no-entries': { who: 'person', how: 'fix' },
  'quantity-not-whole': { who: 'person', how: 'fix' },
  'quantity-not-positive': { who: 'person', how: 'fix' },
  'quantity-out-of-range': { who: 'person', how: 'fix' },
  'quantity-not-a-number': { who: 'person', how: 'fix' },
  'unit-unknown': { who: 'person', how: 'fix' },
  'place-not-allowed': { who: 'person', how: 'fix' },
  'same-place': { who: 'person', how: 'fix' },
  'counted-twice': { who: 'person', how: 'fix' },
  'void-mismatch': { who: 'developer', how: 'fix' },
  'record-exists': { who: 'person', how: 'fix' },
  'record-invalid': { who: 'person', how: 'fix' },
  'record-unknown': { who: 'person', how: 'fix' },
  'has-movements': { who: 'person', how: 'fix' },
  'unit-in-use': { who: 'person', how: 'fix' },
  'place-in-itself': { who: 'person', how: 'fix' },
  'nothing-to-change': { who: 'person', how: 'fix' },
  'review-stays': { who: 'person', how: 'fix' },
  'kind-unknown': { who: 'developer', how: 'fix' },
  unsigned: { who: 'person', how: 'ask' },
  'wrong-lab': { who: 'developer', how: 'fix' },
  'wrong-device': { who: 'developer', how: 'fix' },
  'no-permission': { who: 'person', how: 'ask' },
  'no-grant': { who: 'person', how: 'retry' },
  'unknown-type': { who: 'server', how: 'retry' },
  internal: { who: 'server', how: 'ask' },
} as const;

export type RefusalCode = keyof typeof refusals;
