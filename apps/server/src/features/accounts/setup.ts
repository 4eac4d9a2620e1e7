/**
 * The first start: one code makes one lab and its admin. The lab's file is made and filled first; the transaction in
 * accounts.sqlite is the moment the lab exists, so a stop in between leaves the server waiting for its setup as
 * before, with a file that nothing names.
 */
import { assert } from '@tidylab/domain/kernel/assert';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import { createAttempts } from '../../http/attempts.ts';
import { createGate } from '../../http/gate.ts';
import type { ServerOp } from '../../sync/ports.ts';
import { admit, type AdmissionParts, type Admitted } from './admission.ts';
import type { SetupRequest } from './model.ts';
import { checkPassword, type PasswordFault } from './password-policy.ts';
import type { NewMember } from './port.ts';
import { isSetupCode } from './setup-code.ts';

const freeAttempts = 5;

export type SetupResult =
  | { readonly ok: true; readonly value: Admitted }
  | { readonly ok: false; readonly code: 'already-set-up' | 'wrong-setup-code' | 'device-key-mismatch' }
  | { readonly ok: false; readonly code: PasswordFault; readonly detail?: string }
  | { readonly ok: false; readonly code: 'too-many-attempts' | 'busy'; readonly seconds: number };

/** What a new lab holds from the beginning. */
export interface LabContents {
  founding(labId: string, admin: { id: string; name: string }, nowMs: number): readonly ServerOp[];
  demo(labId: string, adminId: string, nowMs: number): Promise<readonly ServerOp[]>;
}

type Setup = (request: SetupRequest, address: string) => Promise<SetupResult>;

export function createSetup(parts: AdmissionParts, contents: LabContents): Setup {
  const { accounts, labs, deps } = parts;
  const attempts = createAttempts(deps.clock, freeAttempts);
  const oneAtATime = createGate(1, 20);
  const newId = (): string => uuidv7(deps.clock.now(), deps.random(10));

  const found = async (request: SetupRequest, codeHash: string): Promise<SetupResult> => {
    const nowMs = deps.clock.now();
    const admin: NewMember = {
      id: newId(),
      login: request.login,
      name: request.name,
      passwordHash: await accounts.passwords.hash(request.password),
      role: 'admin',
    };
    const { labName: name, timeZone, currency } = request;
    const entry = { id: newId(), name, timeZone, currency, demo: false };
    const example = request.contents === 'demo' ? await contents.demo(entry.id, admin.id, nowMs) : [];
    const ops = [...contents.founding(entry.id, admin, nowMs), ...example];
    const applied = labs.create(entry.id).applyServerOps(ops);
    assert(applied === ops.length, `${ops.length - applied} of ${ops.length} first records were not applied`);
    const outcome = accounts.store.found({ lab: entry, members: [admin], codeHash, nowMs });
    if (outcome !== 'founded') return { ok: false, code: outcome === 'code-used' ? 'wrong-setup-code' : outcome };
    deps.log.info({ lab: entry.id, account: admin.id, contents: request.contents }, 'lab set up');
    const account = { id: admin.id, login: admin.login, name: admin.name };
    return admit(parts, { account, lab: entry, role: admin.role }, request.device);
  };

  const attempt = async (request: SetupRequest, address: string): Promise<SetupResult> => {
    if (accounts.store.labs().length > 0) return { ok: false, code: 'already-set-up' };
    const seconds = attempts.waitSeconds(address);
    if (seconds > 0) return { ok: false, code: 'too-many-attempts', seconds };
    const waiting = accounts.store.waitingSetupCode();
    if (waiting === undefined || !isSetupCode(waiting, request.code)) {
      attempts.failed(address);
      return { ok: false, code: 'wrong-setup-code' };
    }
    const checked = checkPassword(request.password, [request.login, request.name, request.labName]);
    return checked.ok ? found(request, waiting) : checked;
  };

  return async (request, address) => {
    const result = await oneAtATime.run(() => attempt(request, address));
    return result === 'full' ? { ok: false, code: 'busy', seconds: 2 } : result;
  };
}
