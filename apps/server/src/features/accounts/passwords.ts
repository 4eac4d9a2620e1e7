/**
 * Argon2id with 19 MiB, two passes, one lane. A login that does not exist is checked against a hash of chance, so that
 * the answer takes as long as for one that does.
 */
import { hash, verify } from '@node-rs/argon2';
import { toHex } from '@tidylab/domain/kernel/bytes';

/** `algorithm: 2` is argon2id; the library's own name for it is an ambient enum, which single-file compilation refuses. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Stands in the place of a hash until the person has chosen a password; nothing matches it. */
export const noPassword = '';

export interface Passwords {
  hash(password: string): Promise<string>;
  /** @param stored the hash of the account, or undefined when there is none: then the answer is false, just as late. */
  matches(stored: string | undefined, password: string): Promise<boolean>;
}

export function createPasswords(random: (bytes: number) => Uint8Array): Passwords {
  const hashOf = (password: string): Promise<string> => hash(password.normalize('NFC'), { ...cost, salt: random(16) });
  let nobody: Promise<string> | undefined;
  return {
    hash: hashOf,
    async matches(stored, password) {
      nobody ??= hashOf(toHex(random(32)));
      const decoy = await nobody;
      const known = stored !== undefined && stored !== noPassword;
      const fits = await verify(known ? stored : decoy, password.normalize('NFC'));
      return fits && known;
    },
  };
}
