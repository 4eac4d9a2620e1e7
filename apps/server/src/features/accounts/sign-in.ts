/**
 * Sign-in with login and password. Whatever is wrong (no such login, wrong password, disabled, no lab) is answered
 * alike and equally late. Guessing is slowed down per login at one address, and per address; a device that is
 * registered already is counted by itself, so that a stranger who guesses cannot keep its people out.
 */
import { createAttempts } from '../../http/attempts.ts';
import type { Gate } from '../../http/gate.ts';
import { admit, type AdmissionParts, type Admitted } from './admission.ts';
import { loginKey } from './login.ts';
import type { SessionView, SignInRequest } from './model.ts';

/** Failures that cost no waiting: a person mistypes, an address may serve a whole lab. */
const freePerLogin = 5;
const freePerAddress = 100;
const busySeconds = 2;

export interface Source {
  readonly address: string;
  /** The registered device that asks, if its cookie says so. */
  readonly device?: string | undefined;
}

export type SignInResult =
  | { readonly ok: true; readonly value: Admitted }
  | { readonly ok: false; readonly code: 'wrong-credentials' | 'device-key-mismatch' }
  | { readonly ok: false; readonly code: 'too-many-attempts' | 'busy'; readonly seconds: number };

type SignIn = (request: SignInRequest, source: Source) => Promise<SignInResult>;

export function createSignIn(parts: AdmissionParts, gate: Gate): SignIn {
  const { accounts, deps } = parts;
  const byLogin = createAttempts(deps.clock, freePerLogin);
  const byAddress = createAttempts(deps.clock, freePerAddress);

  const identify = async ({ login, password }: SignInRequest): Promise<SessionView | undefined> => {
    const account = accounts.store.accountByLogin(login);
    const fits = await accounts.passwords.matches(account?.passwordHash, password);
    const membership = account === undefined ? undefined : accounts.store.membershipOf(account.id);
    if (!fits || account === undefined || account.disabledAt !== null || membership === undefined) return undefined;
    return { account: { id: account.id, login: account.login, name: account.name }, ...membership };
  };

  const attempt = async (request: SignInRequest, source: Source): Promise<SignInResult> => {
    const key = JSON.stringify([loginKey(request.login), source.device ?? source.address]);
    const seconds = Math.max(
      byLogin.waitSeconds(key),
      source.device === undefined ? byAddress.waitSeconds(source.address) : 0,
    );
    if (seconds > 0) return { ok: false, code: 'too-many-attempts', seconds };
    const view = await identify(request);
    if (view === undefined) {
      byLogin.failed(key);
      byAddress.failed(source.address);
      deps.log.warn({ address: source.address }, 'sign-in refused');
      return { ok: false, code: 'wrong-credentials' };
    }
    byLogin.clear(key);
    return admit(parts, view, request.device);
  };

  return async (request, source) => {
    const result = await gate.run(() => attempt(request, source));
    return result === 'full' ? { ok: false, code: 'busy', seconds: busySeconds } : result;
  };
}
