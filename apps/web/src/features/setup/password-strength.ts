/** What to say of a password while it is typed. The server decides; this only spares a round trip. */
export const passwordMin = 15;
export const passwordMax = 256;

export type PasswordAdvice =
  | { readonly say: 'nothing' }
  /** `left`: characters still missing. */
  | { readonly say: 'longer'; readonly left: number }
  | { readonly say: 'repeats' | 'names-you' | 'too-long' | 'long-enough' | 'strong' };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const repeatsItself = (text: string): boolean => /^(.{1,5}?)\1+.{0,4}$/su.test(text) || new Set(text).size <= 4;

/** @param names login, person and lab: what others can look up. Short ones are too common to forbid. */
export function adviseOn(password: string, names: readonly string[]): PasswordAdvice {
  const length = [...password.normalize('NFC')].length;
  if (length === 0) return { say: 'nothing' };
  if (length < passwordMin) return { say: 'longer', left: passwordMin - length };
  if (length > passwordMax) return { say: 'too-long' };
  const bare = plain(password);
  if (repeatsItself(bare)) return { say: 'repeats' };
  const known = [...names, 'tidylab'].map(plain).filter((name) => name.length >= 4);
  if (known.some((name) => bare.includes(name))) return { say: 'names-you' };
  return { say: length >= 22 ? 'strong' : 'long-enough' };
}

export const isAcceptable = ({ say }: PasswordAdvice): boolean => say === 'long-enough' || say === 'strong';
