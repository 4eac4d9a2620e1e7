/**
 * The hazard statements of GHS with what a label shows for them, as CLP (Regulation (EC) No 1272/2008, annex I and III)
 * assigns them. A statement that several classes share has the pictogram and signal word of its strictest one.
 */
export type SignalWord = 'danger' | 'warning';

export interface Statement {
  readonly code: string;
  readonly pictogram: string | null;
  readonly signal: SignalWord | null;
}

type Row = readonly [codes: string, pictogram: string | null, signal: SignalWord | null];

const rows: readonly Row[] = [
  ['H200 H201 H202 H203 H205', 'GHS01', 'danger'],
  ['H204', 'GHS01', 'warning'],
  ['H206 H207', 'GHS02', 'danger'],
  ['H208', 'GHS02', 'warning'],
  ['H220 H222 H224 H225 H228', 'GHS02', 'danger'],
  ['H223 H226', 'GHS02', 'warning'],
  ['H221', null, 'warning'],
  ['H229', null, 'warning'],
  ['H230 H231', null, null],
  ['H232', 'GHS02', 'danger'],
  ['H240 H241', 'GHS01', 'danger'],
  ['H242', 'GHS02', 'danger'],
  ['H250', 'GHS02', 'danger'],
  ['H251 H260 H261', 'GHS02', 'danger'],
  ['H252', 'GHS02', 'warning'],
  ['H270 H271 H272', 'GHS03', 'danger'],
  ['H280 H281', 'GHS04', 'warning'],
  ['H290', 'GHS05', 'warning'],
  ['H300 H301 H310 H311 H330 H331', 'GHS06', 'danger'],
  ['H302 H312 H332', 'GHS07', 'warning'],
  ['H304', 'GHS08', 'danger'],
  ['H314 H318', 'GHS05', 'danger'],
  ['H315 H317 H319 H335 H336', 'GHS07', 'warning'],
  ['H334 H340 H350 H350i H360 H360F H360D H360FD H360Fd H360Df H370 H372', 'GHS08', 'danger'],
  ['H341 H351 H361 H361f H361d H361fd H371 H373', 'GHS08', 'warning'],
  ['H362', null, null],
  ['H400 H410', 'GHS09', 'warning'],
  ['H411', 'GHS09', null],
  ['H412 H413', null, null],
  ['H420', 'GHS07', 'warning'],
  ['EUH014 EUH018 EUH019 EUH029 EUH031 EUH032 EUH044 EUH066 EUH070 EUH071', null, null],
  ['EUH208 EUH210 EUH401', null, null],
];

/** Supplemental ones last. */
function compareCodes(a: string, b: string): number {
  if (a.startsWith('EUH') !== b.startsWith('EUH')) return a.startsWith('EUH') ? 1 : -1;
  return a < b ? -1 : 1;
}

/** In the order of their codes. */
export const statements: readonly Statement[] = rows
  .flatMap(([codes, pictogram, signal]) => codes.split(' ').map((code) => ({ code, pictogram, signal })))
  .toSorted((a, b) => compareCodes(a.code, b.code));

const byCode = new Map(statements.map((statement) => [statement.code, statement]));

export const statementOf = (code: string): Statement | undefined => byCode.get(code);
