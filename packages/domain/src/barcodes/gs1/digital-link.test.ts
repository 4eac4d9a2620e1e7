import { expect, test } from 'vitest';
import { parseDigitalLink } from './digital-link.ts';

const today = '2026-11-22';
const key = 'https://id.example.org/01/09520123456788';

test.each([
  [`${key}/22/2A/10/L1/21/S1`, { lot: 'L1', serial: 'S1' }],
  [`${key}/235/TP-1`, { gtin: '09520123456788' }],
  [`${key}?17=271200;10=L%20x`.replace('%20', '%2D'), { expiry: '2027-12-31', lot: 'L-x' }],
  [`${key}?lang=de&3103=000500`, { gtin: '09520123456788' }],
  ['https://example.org/00/106141411234567897', { sscc: '106141411234567897' }],
  ['https://example.org/414/9501101530003/254/A1', {}],
  ['https://example.org/01/036000291452', { gtin: '00036000291452' }],
  ['https://example.org/414/9501101530003/01/09520123456788', { gtin: '09520123456788' }],
  ['https://example.org/8004/9501-A/', {}],
  [`${key}/10/00`, { lot: '00' }],
  [`${key}?01=09520123456788`, { gtin: '09520123456788' }],
])('reads %s', (text, expected) => {
  expect(parseDigitalLink(text, today)).toMatchObject({ ok: true, ...expected });
});

test.each([
  ['example.org/01/09520123456788', 'not-digital-link'],
  ['Https://example.org/01/09520123456788', 'not-digital-link'],
  ['https://example.org', 'not-digital-link'],
  ['https://example.org/gtin/09520123456788', 'not-digital-link'],
  ['https://example.org/products/17', 'not-digital-link'],
  [`${key}/10/L1/22/2A`, 'misplaced-ai'],
  [`${key}/22/2A/235/X`, 'misplaced-ai'],
  [`${key}/17/271231`, 'misplaced-ai'],
  ['https://example.org/8003/09501101530003/10/A', 'misplaced-ai'],
  [`${key}?21=S1`, 'misplaced-ai'],
  [`${key}?05=1`, 'unknown-ai'],
  [`${key}?10`, 'too-short'],
  [`${key}/10/A%2`, 'bad-characters'],
  [`${key}/10/A%23`, 'bad-characters'],
  [`${key}/10/A?10=B`, 'repeated-ai'],
  ['https://example.org/01/09520123456789', 'check-digit'],
  [`${key}?17=271301`, 'bad-date'],
])('refuses %s as %s', (text, code) => {
  expect(parseDigitalLink(text, today)).toMatchObject({ ok: false, code });
});
