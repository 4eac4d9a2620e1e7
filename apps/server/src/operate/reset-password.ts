/** Another password for somebody who cannot come in, given by whoever can read the server's own disk. */
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { config } from '../config.ts';
import { type Accounts, makeSetupCode, setupCodeHash } from '../features/accounts/index.ts';
import type { Deps } from '../platform/deps.ts';

export interface ResetCode {
  readonly login: string;
  readonly name: string;
  /** Shown once; only its hash is kept. */
  readonly code: string;
  /** Unix ms. */
  readonly expiresAt: number;
}

/** The code before it is worth nothing from now on, and every session of the person has ended. */
export async function giveResetCode(
  accounts: Accounts,
  typed: string,
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
): Promise<Result<ResetCode, 'no-such-login' | 'disabled'>> {
  const account = accounts.store.accountByLogin(typed);
  const membership = account === undefined ? undefined : accounts.store.membershipOf(account.id);
  if (account === undefined || membership === undefined)
    return refuse('no-such-login', `Nobody has the login ${typed}. Nothing was changed.`);
  const { id, login, name, disabledAt } = account;
  if (disabledAt !== null)
    return refuse(
      'disabled',
      `${name} (${login}) may not come in. An admin enables them under Settings, People first.`,
    );
  const code = makeSetupCode(random);
  const nowMs = clock.now();
  const expiresAt = nowMs + config.joinCodeMs;
  accounts.people.giveCode({ labId: membership.lab.id, byId: 'operator', nowMs }, id, {
    hash: setupCodeHash(code),
    expiresAt,
  });
  await accounts.sessions.endAllOf(id);
  return ok({ login, name, code, expiresAt });
}
