/**
 * The end of a demo lab. The transaction in accounts.sqlite is the moment it is gone; its files follow, and what a
 * stop in between leaves of them is named by nothing. The server waits for its setup again.
 */
import { ok, refuse, type Result } from '@tidylab/domain/kernel/result';
import type { AdmissionParts } from './admission.ts';
import type { SessionView } from './model.ts';
import { makeSetupCode, setupCodeHash } from './setup-code.ts';

/** Answers the code that sets up the lab that comes next. */
export function endDemo(
  { accounts, labs, deps }: AdmissionParts,
  { account, lab, role }: SessionView,
): Result<string, 'not-allowed' | 'not-a-demo'> {
  if (role !== 'admin') return refuse('not-allowed');
  if (!lab.demo) return refuse('not-a-demo');
  const code = makeSetupCode(deps.random);
  if (!accounts.store.endDemo(lab.id)) return refuse('not-a-demo');
  accounts.store.replaceSetupCode(setupCodeHash(code), deps.clock.now());
  labs.remove(lab.id);
  deps.log.info({ account: account.id, lab: lab.id }, 'demo lab removed');
  return ok(code);
}
