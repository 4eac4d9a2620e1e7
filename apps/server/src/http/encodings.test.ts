import { expect, test } from 'vitest';
import { chooseEncoding } from './encodings.ts';

test.each([
  [undefined, 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0.5, gzip;q=1', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['br;q=nonsense, gzip', 'gzip'],
])('%s is answered with %s', (accept, encoding) => expect(chooseEncoding(accept)).toBe(encoding));
