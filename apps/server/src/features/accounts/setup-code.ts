/**
 * The one-time code that proves that whoever sets up the lab can read the server's own screen. 16 characters of an
 * alphabet without look-alikes: 80 bits.
 */
import { timingSafeEqual } from 'node:crypto';
import { tokenHash } from '../../http/cookies.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As printed: four groups of four. */
export function makeSetupCode(random: (bytes: number) => Uint8Array): string {
  const characters = Array.from(random(16), (byte) => alphabet.charAt(byte % 32)).join('');
  return characters.match(/.{4}/g)?.join('-') ?? '';
}

/** Forgives lower case, spaces, and letters read for digits. */
const normalize = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

export const setupCodeHash = (code: string): string => tokenHash(normalize(code));

/** In a time that does not depend on where the two differ. */
export function isSetupCode(waitingHash: string | undefined, typed: string): boolean {
  const given = Buffer.from(setupCodeHash(typed), 'hex');
  const waiting = Buffer.from(waitingHash ?? tokenHash(''), 'hex');
  return timingSafeEqual(given, waiting) && waitingHash !== undefined;
}
