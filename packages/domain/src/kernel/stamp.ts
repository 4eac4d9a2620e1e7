/**
 * Stamps: a hybrid logical time as 16 hex digits, 12 of Unix milliseconds and 4 of a counter, so that the order of
 * the texts is the order in time. An op carries the device's stamp (`hlc`); the server answers with the effective
 * one (`eff`), and from then on everybody orders by that (SPEC T1–T4).
 */
import { assert } from './assert.ts';

export type Stamp = string;

const pattern = /^[0-9a-f]{16}$/;
const counterMax = 0xffff;

export const isStamp = (text: string): boolean => pattern.test(text);

export const stampMs = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 12), 16);

const counterOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(12), 16);

export function makeStamp(ms: number, counter: number): Stamp {
  assert(Number.isSafeInteger(ms) && ms >= 0 && ms < 2 ** 48, `a stamp holds 48 bits of milliseconds, got ${ms}`);
  assert(counter >= 0 && counter <= counterMax, `a stamp counts to ${counterMax}, got ${counter}`);
  return ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0');
}

/** The smallest stamp after this one. */
export function nextStamp(stamp: Stamp): Stamp {
  const counter = counterOf(stamp);
  return counter < counterMax ? makeStamp(stampMs(stamp), counter + 1) : makeStamp(stampMs(stamp) + 1, 0);
}

/** The stamp of now, and always above `last`: a clock set back never makes an order go back. */
export function stampAfter(ms: number, last: Stamp | undefined): Stamp {
  const now = makeStamp(Math.max(0, Math.floor(ms)), 0);
  return last === undefined || now > last ? now : nextStamp(last);
}

export const laterStamp = (a: Stamp, b: Stamp): Stamp => (a > b ? a : b);
export const earlierStamp = (a: Stamp, b: Stamp): Stamp => (a < b ? a : b);

/** `eff = max(min(hlc, received), highest eff of the stream + 1)`: one stream's own order never changes. */
export function effectiveStamp(hlc: Stamp, receivedMs: number, streamLast: Stamp | undefined): Stamp {
  const capped = earlierStamp(hlc, makeStamp(receivedMs, counterMax));
  return streamLast === undefined || capped > streamLast ? capped : nextStamp(streamLast);
}
