/**
 * The end of every full sign-in: the device is registered with its key, its person gets a grant on it, and both
 * cookies' tokens are made. A device whose key differs from the registered one gets nothing.
 */
import { assert } from '@tidylab/domain/kernel/assert';
import { toBase64url } from '@tidylab/domain/kernel/bytes';
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import { config } from '../../config.ts';
import { tokenHash } from '../../http/cookies.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Labs } from '../../sync/ports.ts';
import type { Accounts } from './accounts.ts';
import type { DeviceOffer, SessionView, SignedIn } from './model.ts';

export interface Admitted {
  readonly signedIn: SignedIn;
  readonly sessionToken: string;
  readonly deviceToken: string;
}

export interface AdmissionParts {
  readonly deps: Deps;
  readonly accounts: Accounts;
  readonly labs: Labs;
}

export async function admit(
  { deps, accounts, labs }: AdmissionParts,
  view: SessionView,
  { dev, spki }: DeviceOffer,
): Promise<Result<Admitted, 'device-key-mismatch'>> {
  const lab = labs.open(view.lab.id);
  assert(lab !== undefined, `the file of lab ${view.lab.id} is missing`);
  const deviceToken = toBase64url(deps.random(32));
  const nowMs = deps.clock.now();
  const grantUntilMs = nowMs + config.grantMs;
  const admission = { dev, spki, tokenHash: tokenHash(deviceToken), user: view.account.id, nowMs, grantUntilMs };
  if (lab.admitDevice(admission) === 'key-mismatch') return refuse('device-key-mismatch');
  const sessionToken = await accounts.sessions.create(view.account.id);
  deps.log.info({ account: view.account.id, lab: lab.id, dev }, 'signed in');
  return ok({ signedIn: { ...view, dev, grantUntil: grantUntilMs }, sessionToken, deviceToken });
}
