/**
 * The two cookies. The *session* cookie says who is at the screen and ends with the session. The *device* cookie is
 * `<labId>.<token>`: it lets a device send and receive whoever is at its screen, also when nobody's session is alive.
 * Tokens are 32 random bytes in base64url; the server keeps only their SHA-256.
 */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { config } from '../config.ts';

const sessionCookie = '__Host-tl-session';
const deviceCookie = '__Host-tl-device';

const token = /^[A-Za-z0-9_-]{43}$/;
const device = /^([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/** SHA-256 of a token, hex: what is stored and looked up. */
export const tokenHash = (text: string): string => createHash('sha256').update(text).digest('hex');

const attributes = { httpOnly: true, secure: true, sameSite: 'Strict', path: '/' } as const;

const seconds = (ms: number): number => Math.floor(ms / 1000);

export function readSessionToken(c: Context): string | undefined {
  const value = getCookie(c, sessionCookie);
  return value !== undefined && token.test(value) ? value : undefined;
}

export function readDeviceCookie(c: Context): { labId: string; tokenHash: string } | undefined {
  const [, labId, secret] = device.exec(getCookie(c, deviceCookie) ?? '') ?? [];
  return labId === undefined || secret === undefined ? undefined : { labId, tokenHash: tokenHash(secret) };
}

export const setSessionCookie = (c: Context, value: string): void =>
  setCookie(c, sessionCookie, value, { ...attributes, maxAge: seconds(config.sessionAbsoluteMs) });

export const setDeviceCookie = (c: Context, labId: string, secret: string): void =>
  setCookie(c, deviceCookie, `${labId}.${secret}`, { ...attributes, maxAge: seconds(config.deviceCookieMs) });

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, sessionCookie, attributes);
}
