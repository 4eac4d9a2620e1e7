/**
 * From what a camera, a scanner or a person delivered to what it may mean in this lab. Nothing is chosen here: where a
 * code can be read in several ways, the lots that the lab knows decide, and if they do not, the answer says so.
 */
import { lookupKeys } from '@tidylab/domain/barcodes/lookup-keys';
import { parseScan, type Scan, type UnreadableCode } from '@tidylab/domain/barcodes/parse-scan';
import { type Target, targetsOf } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { typedTargets } from './typed-targets.ts';

export interface ScannedCode {
  readonly text: string;
  /** AIM identifier such as "]d2"; null when it is not known. */
  readonly symbology: string | null;
  readonly via: 'camera' | 'wedge' | 'photo' | 'typed';
}

/** What a code says of the lot: nothing, one number, or one of several (`unclear`: the separators were lost). */
export type LotHint =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly number: string }
  | { readonly state: 'unclear'; readonly numbers: readonly string[] };

/** What else the label says that a receipt needs. */
export interface Print {
  /** A calendar date, YYYY-MM-DD. */
  readonly expiry: string | null;
  /** How many are in what carries the code (AI 30 or 37, or the quantity of HIBC). */
  readonly count: number | null;
}

const plain: Print = { expiry: null, count: null };

export type CodeMeaning =
  | { readonly ok: true; readonly targets: readonly Target[]; readonly lot: LotHint; readonly print: Print }
  /** `not-here`: the code is known, but the thing it names is not on this device, or was deleted. */
  | { readonly ok: false; readonly why: 'unknown' | 'not-here' | UnreadableCode };

type Single = Exclude<Scan, { kind: 'ambiguous' | 'unreadable' }>;

export const isAlive = (replica: Replica, { kind, id }: Target): boolean =>
  replica.record(kind, id)?.deletedAt === null;

/** Numbers as people compare them: without case and outer spaces. */
export const sameNumber = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();

const lotOf = (scan: Single): string | undefined =>
  scan.kind === 'gs1' || scan.kind === 'hibc' ? scan.lot : undefined;

function printOf(scan: Single): Print {
  if (scan.kind === 'gs1') return { expiry: scan.expiry ?? null, count: scan.count ?? null };
  return scan.kind === 'hibc' ? { expiry: scan.expiry ?? null, count: scan.quantity ?? null } : plain;
}

const hintOf = (number: string | undefined): LotHint =>
  number === undefined ? { state: 'none' } : { state: 'read', number };

function lotIsKnown(replica: Replica, targets: readonly Target[], number: string | undefined): boolean {
  if (number === undefined) return false;
  return targets.some(
    ({ kind, id }) =>
      kind === 'item' &&
      [...replica.keys('lotsByItem', id)].some((lotId) => {
        const lot = replica.record('lot', lotId);
        return lot?.deletedAt === null && sameNumber(lot.fields.lotNumber, number);
      }),
  );
}

const unite = (targets: readonly Target[]): Target[] =>
  targets.filter((target, index) => targets.findIndex(({ id }) => id === target.id) === index);

const knownReadings = (replica: Replica, readings: readonly Single[]): readonly Single[] =>
  readings.filter((scan) => lotIsKnown(replica, targetsOf(replica, lookupKeys(scan)), lotOf(scan)));

/** What every reading says; where they differ, nothing. */
function sharedPrint([first = plain, ...others]: readonly Print[]): Print {
  const same = <K extends keyof Print>(key: K): Print[K] | null =>
    others.every((other) => other[key] === first[key]) ? first[key] : null;
  return { expiry: same('expiry'), count: same('count') };
}

/** Several readings, none of them certain: all that they may mean. */
function readAmbiguous(replica: Replica, readings: readonly Single[]): CodeMeaning {
  const known = knownReadings(replica, readings);
  const possible = known.length > 0 ? known : readings;
  const targets = unite(possible.flatMap((scan) => targetsOf(replica, lookupKeys(scan))));
  const numbers = [...new Set(possible.flatMap((scan) => lotOf(scan) ?? []))];
  const lot: LotHint = numbers.length === 0 ? { state: 'none' } : { state: 'unclear', numbers };
  return { ok: true, targets, lot, print: sharedPrint(possible.map(printOf)) };
}

/** The one reading whose lot the lab knows, where a scanner lost the separators. `today` is the lab's calendar date. */
export function parseCode(replica: Replica, code: ScannedCode, today: string): Scan {
  const scan = parseText(replica, code, today);
  if (scan.kind !== 'ambiguous') return scan;
  const [only, ...others] = knownReadings(replica, scan.readings);
  return only && others.length === 0 ? only : scan;
}

function parseText(replica: Replica, code: ScannedCode, today: string): Scan {
  const context = { today, ...(code.symbology === null ? {} : { symbology: code.symbology }) };
  const scan = parseScan(code.text, context);
  if (scan.kind !== 'unreadable' || scan.code !== 'too-ambiguous') return scan;
  // Every lot of the lab is worth reading only for a code that cannot be read otherwise.
  const knownLots = [...replica.records('lot').values()].map((lot) => lot.fields.lotNumber);
  return parseScan(code.text, { ...context, knownLots });
}

export function readCode(replica: Replica, code: ScannedCode, today: string): CodeMeaning {
  const scan = parseCode(replica, code, today);
  if (scan.kind === 'unreadable') return { ok: false, why: scan.code };
  const meaning: CodeMeaning =
    scan.kind === 'ambiguous'
      ? readAmbiguous(replica, scan.readings)
      : { ok: true, targets: targetsOf(replica, lookupKeys(scan)), lot: hintOf(lotOf(scan)), print: printOf(scan) };
  if (!meaning.ok) return meaning;
  const alive = meaning.targets.filter((target) => isAlive(replica, target));
  if (alive.length > 0) return { ...meaning, targets: alive };
  if (meaning.targets.length > 0) return { ok: false, why: 'not-here' };
  const typed = code.via === 'typed' ? typedTargets(replica, code.text) : [];
  return typed.length > 0
    ? { ok: true, targets: typed, lot: { state: 'none' }, print: plain }
    : { ok: false, why: 'unknown' };
}
