/**
 * Joining with a one-time code, for the first time or after a forgotten password: the person chooses a password, every
 * earlier session of theirs ends, and this device is registered. A password that is refused leaves the code good.
 */
import { createAttempts } from '../../../http/attempts.ts';
import type { Gate } from '../../../http/gate.ts';
import { admit, type AdmissionParts, type Admitted } from '../admission.ts';
import type { JoinRequest } from '../model.ts';
import { checkPassword, type PasswordFault } from '../password-policy.ts';
import { setupCodeHash } from '../setup-code.ts';
import { recordPerson } from './people.ts';
import type { Invited } from './port.ts';

const freeAttempts = 10;
const busySeconds = 2;

type Refused =
  | { readonly ok: false; readonly code: 'wrong-code' | 'device-key-mismatch' }
  | { readonly ok: false; readonly code: PasswordFault; readonly detail?: string }
  | { readonly ok: false; readonly code: 'too-many-attempts' | 'busy'; readonly seconds: number };

export type JoinResult = { readonly ok: true; readonly value: Admitted } | Refused;
export type LookResult = { readonly ok: true; readonly value: Invited } | Refused;

export interface Join {
  /** Whose code it is, for the screen to greet them. */
  look(code: string, address: string): LookResult;
  join(request: JoinRequest, address: string): Promise<JoinResult>;
}

export function createJoin(parts: AdmissionParts, gate: Gate): Join {
  const { accounts, deps } = parts;
  const attempts = createAttempts(deps.clock, freeAttempts);

  const look = (code: string, address: string): LookResult => {
    const seconds = attempts.waitSeconds(address);
    if (seconds > 0) return { ok: false, code: 'too-many-attempts', seconds };
    const invited = accounts.people.invitedBy(setupCodeHash(code), deps.clock.now());
    if (invited !== undefined) return { ok: true, value: invited };
    attempts.failed(address);
    return { ok: false, code: 'wrong-code' };
  };

  const attempt = async ({ code, password, device }: JoinRequest, address: string): Promise<JoinResult> => {
    const found = look(code, address);
    if (!found.ok) return found;
    const { id, login, name, membership, joined } = found.value;
    const checked = checkPassword(password, [login, name, membership.lab.name]);
    if (!checked.ok) return checked;
    const passwordHash = await accounts.passwords.hash(password);
    if (!accounts.people.join(setupCodeHash(code), passwordHash, deps.clock.now()))
      return { ok: false, code: 'wrong-code' };
    await accounts.sessions.endAllOf(id);
    if (!joined) recordPerson(parts, membership.lab.id, id, { id, name });
    deps.log.info({ account: id }, 'joined with a one-time code');
    return admit(parts, { account: { id, login, name }, ...membership }, device);
  };

  return {
    look,
    async join(request, address) {
      const result = await gate.run(() => attempt(request, address));
      return result === 'full' ? { ok: false, code: 'busy', seconds: busySeconds } : result;
    },
  };
}
