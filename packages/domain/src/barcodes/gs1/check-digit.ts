/** The mod-10 check digit shared by GTIN, SSCC, GLN and ISBN-13: weights 3 and 1 from the right. */

/** Check digit for `body` (digits only, without the check digit). */
export const checkDigit = (body: string): string => {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const weight = (body.length - i) % 2 === 1 ? 3 : 1;
    sum += Number(body[i]) * weight;
  }
  return String((10 - (sum % 10)) % 10);
};

/** True for a run of at least two digits that ends in its own check digit. */
export const hasValidCheckDigit = (digits: string): boolean =>
  /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1);

/** GTIN-8, -12, -13 or -14 as 14 digits; undefined for another length or a wrong check digit. */
export const toGtin14 = (digits: string): string | undefined =>
  /^(\d{8}|\d{12,14})$/.test(digits) && hasValidCheckDigit(digits) ? digits.padStart(14, '0') : undefined;

export const isSscc = (digits: string): boolean => digits.length === 18 && hasValidCheckDigit(digits);
