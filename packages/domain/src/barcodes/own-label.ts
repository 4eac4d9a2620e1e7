/**
 * Our own labels: a random 60-bit code, written as twelve characters of Crockford's base 32 (no I, L, O, U).
 * Printed XXXX-XXXX-XXXX; the QR code holds {origin}/c/XXXXXXXXXXXX, so that any phone's camera opens the record.
 * The origin is not checked: a lab may have moved to another host name since the label was printed.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/;
const LINK = /^https?:\/\/[^/?#\s]+\/c\/([^/?#\s]+)\/?(?:[?#].*)?$/i;

/** The code made of the first 60 of 64 random bits. Throws unless given exactly eight bytes. */
export const ownCodeFromBytes = (bytes: Uint8Array): string => {
  if (bytes.length !== 8) throw new RangeError(`an own code takes 8 random bytes, not ${bytes.length}`);
  let code = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      code += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return code;
};

/** XXXX-XXXX-XXXX, as printed under the symbol. */
export const formatOwnCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;

/** The content of the QR code. `origin` is scheme, host and port without a trailing slash. */
export const ownCodeUrl = (origin: string, code: string): string => `${origin}/c/${code}`;

const normalise = (text: string): string | undefined => {
  const code = text.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? code : undefined;
};

/** The code in the address of one of our QR codes, from any http or https origin. */
export const ownCodeFromUrl = (text: string): string | undefined => {
  const [, code] = LINK.exec(text) ?? [];
  return code === undefined ? undefined : normalise(code);
};

/** The code as typed: XXXX-XXXX-XXXX in any case; O is read as 0, I and L as 1. */
export const ownCodeFromPrinted = (text: string): string | undefined =>
  /^[^-]{4}-[^-]{4}-[^-]{4}$/.test(text) ? normalise(text) : undefined;

/** The code as typed without hyphens; such a text may as well be a vendor's code of twelve characters. */
export const ownCodeFromBare = (text: string): string | undefined =>
  /^[0-9a-z]{12}$/i.test(text) ? normalise(text) : undefined;

/** The code in any of the forms above, or undefined. */
export const parseOwnCode = (text: string): string | undefined =>
  ownCodeFromUrl(text) ?? ownCodeFromPrinted(text) ?? ownCodeFromBare(text);
