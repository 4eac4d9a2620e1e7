/**
 * The lab of `--demo`: the demo scenario with an account for each of its people, all with one password. The password
 * is random, made once for each data folder and kept in it, readable by its owner only; the server listens on
 * loopback only. The file is written before the accounts that it opens.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import { foundScenario, loadDemo, type SeedParts, type TryingOut } from './seed.ts';

const passwordName = 'demo-password';
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Four groups of five characters of an alphabet without look-alikes: 100 bits. */
function makePassword(random: (bytes: number) => Uint8Array): string {
  const characters = Array.from(random(20), (byte) => alphabet.charAt(byte % 32)).join('');
  return characters.match(/.{5}/g)?.join('-') ?? '';
}

function readPassword(data: string): string | undefined {
  try {
    return readFileSync(join(data, passwordName), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export const forgetDemoPassword = (data: string): void => rmSync(join(data, passwordName), { force: true });

/** Fills an empty server with the demo lab; one that holds a demo lab already is left as it is. */
export async function seedDemoLab(
  data: string,
  parts: SeedParts,
): Promise<TryingOut | 'another-lab' | 'no-demo-password'> {
  const { accounts, deps } = parts;
  const [held] = accounts.store.labs();
  if (held !== undefined && !held.demo) return 'another-lab';
  const known = readPassword(data);
  if (held !== undefined && known === undefined) return 'no-demo-password';
  const nowMs = deps.clock.now();
  const scenario = await loadDemo(nowMs);
  const password = known ?? makePassword(deps.random);
  const people = scenario.accounts.map(({ login, role }) => ({ login, role, password }));
  if (held !== undefined) return { lab: held, people };
  writeFileSync(join(data, passwordName), `${password}\n`, { mode: 0o600 });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const lab = { id: uuidv7(nowMs, deps.random(10)), name: 'Demo lab', timeZone, currency: 'EUR', demo: true };
  const ids = new Map(scenario.accounts.map(({ login }) => [login, uuidv7(nowMs, deps.random(10))]));
  const personIdOf = (login: string): string => ids.get(login) ?? '';
  await foundScenario(parts, scenario, lab, personIdOf, () => password);
  return { lab, people };
}
