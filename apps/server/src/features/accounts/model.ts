/** What the accounts' addresses take and answer. */
import { createPublicKey } from 'node:crypto';
import { fromBase64url } from '@tidylab/domain/kernel/bytes';
import { type Role, roles } from '@tidylab/domain/permissions/permissions';
import * as z from 'zod/mini';
import type { LabEntry } from './port.ts';

function isP256(spki: string): boolean {
  const der = fromBase64url(spki);
  if (der === undefined) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** Control characters and invisible direction marks have no place in a name. */
const visible = z.refine<string>((text) => !/[\p{Cc}\p{Cf}]/u.test(text), { error: 'holds invisible characters' });
const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max), visible);

const password = z.string().check(z.maxLength(1024));
const currencies = new Set(Intl.supportedValuesOf('currency'));
const currency = z
  .string()
  .check(z.refine<string>((code) => currencies.has(code), { error: 'is not a currency of ISO 4217' }));

const timeZone = z.string().check(z.maxLength(60), z.refine<string>(isTimeZone, { error: 'is not a time zone' }));
const login = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(64), visible, z.regex(/^\S+$/u, { error: 'holds white space' }));

export const deviceSchema = z.object({
  /** The stream's name. `srv:` belongs to the server, hence no colon. */
  dev: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,80}$/)),
  spki: z
    .string()
    .check(z.maxLength(200), z.refine<string>(isP256, { error: 'is not a P-256 public key in SPKI, base64url' })),
});

export const signInSchema = z.object({
  login: z.string().check(z.trim(), z.maxLength(200)),
  password,
  device: deviceSchema,
});

export const setupSchema = z.object({
  code: z.string().check(z.maxLength(100)),
  labName: line(120),
  timeZone,
  currency,
  name: line(120),
  login,
  password,
  contents: z.enum(['empty', 'demo']),
  device: deviceSchema,
});

const role = z.enum(roles);

export const addPersonSchema = z.object({ name: line(120), login, role });
export const roleSchema = z.object({ role });
export const labSchema = z.object({ name: line(120), timeZone, currency: z.optional(currency) });
const code = z.string().check(z.maxLength(100));
export const codeSchema = z.object({ code });
export const joinSchema = z.object({ code, password, device: deviceSchema });

export type AddPersonRequest = z.infer<typeof addPersonSchema>;
export type LabRequest = z.infer<typeof labSchema>;
export type JoinRequest = z.infer<typeof joinSchema>;

export type DeviceOffer = z.infer<typeof deviceSchema>;
export type SignInRequest = z.infer<typeof signInSchema>;
export type SetupRequest = z.infer<typeof setupSchema>;

export interface SessionView {
  readonly account: { readonly id: string; readonly login: string; readonly name: string };
  readonly lab: LabEntry;
  readonly role: Role;
}

/** The answer to a sign-in and to the setup. `grantUntil` is Unix ms. */
export interface SignedIn extends SessionView {
  readonly dev: string;
  readonly grantUntil: number;
}
