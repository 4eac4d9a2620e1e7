/**
 * Which passwords may be chosen: long ones. No mix of character kinds is asked for, since length is what resists
 * guessing; refused are passwords that guessers try first, patterns, and those built around a name they can look up.
 */
import { refuse, ok, type Result } from '@tidylab/domain/kernel/result';
import { commonPasswords } from './common-passwords.ts';

const passwordMin = 15;
const passwordMax = 256;

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-too-common' | 'password-names-you';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');

/** The same few characters over and over, or neighbours of one alphabet in a row. */
function isPattern(text: string): boolean {
  const repeated = /^(.{1,5}?)\1+.{0,4}$/su.test(text);
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, i) => point - (points[i] ?? 0));
  const row = steps.filter((step) => step === steps[0]).length >= steps.length - 1 && Math.abs(steps[0] ?? 0) <= 1;
  return repeated || row || new Set(points).size <= 3;
}

/** @param names login, person and lab: words that an attacker knows. Shorter than four characters they are too common to forbid. */
export function checkPassword(password: string, names: readonly string[]): Result<void, PasswordFault> {
  const length = Array.from(password.normalize('NFC')).length;
  if (length < passwordMin)
    return refuse('password-too-short', `Use at least ${passwordMin} characters, for example four or five words.`);
  if (length > passwordMax) return refuse('password-too-long', `Use at most ${passwordMax} characters.`);
  const text = plain(password);
  const bare = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  // A password of signs alone has next to nothing left without them; it is judged as it was typed.
  const forms = Array.from(bare).length >= 8 ? [text, bare] : [text];
  if (forms.some((form) => commonPasswords.has(form) || isPattern(form))) {
    return refuse(
      'password-too-common',
      'This one is on the lists that guessers start with. Take words that have nothing to do with each other.',
    );
  }
  const words = [...names, 'tidylab']
    .map((name) => plain(name).replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => Array.from(word).length >= 4);
  if (words.some((word) => bare.includes(word))) {
    return refuse('password-names-you', 'Leave out your login, your name, the name of the lab and "TidyLab".');
  }
  return ok(undefined);
}
