/**
 * The hazard statements that the tables use, with the pictograms and the signal word each one asks for (GHS, annex 3).
 * What is silenced follows CLP, article 26: the skull silences the exclamation mark; corrosion and
 * respiratory sensitisation silence it for irritation and for sensitised skin.
 */
export type Signal = 'danger' | 'warning' | null;

const rows: readonly [codes: string, pictogram: string | null, signal: Signal][] = [
  ['H224 H225 H228 H242 H250 H251 H260 H261', 'GHS02', 'danger'],
  ['H226', 'GHS02', 'warning'],
  ['H271 H272', 'GHS03', 'danger'],
  ['H290', 'GHS05', 'warning'],
  ['H300 H301 H310 H311 H330 H331', 'GHS06', 'danger'],
  ['H302 H312 H332', 'GHS07', 'warning'],
  ['H314 H318', 'GHS05', 'danger'],
  ['H315 H317 H319 H335 H336', 'GHS07', 'warning'],
  ['H304 H334 H340 H350 H350i H360D H360F H360FD H370 H372', 'GHS08', 'danger'],
  ['H341 H351 H361d H361f H373', 'GHS08', 'warning'],
  ['H400 H410', 'GHS09', 'warning'],
  ['H411', 'GHS09', null],
  ['H412', null, null],
  ['EUH014 EUH019 EUH029 EUH031 EUH032 EUH066 EUH071', null, null],
];

export const statements = new Map(
  rows.flatMap(([codes, pictogram, signal]) => codes.split(' ').map((code) => [code, { pictogram, signal }] as const)),
);

const irritation = ['H315', 'H319'];
const skinSensitisation = ['H317'];

function silenced(code: string, codes: readonly string[], pictograms: ReadonlySet<string>): boolean {
  if (statements.get(code)?.pictogram !== 'GHS07') return false;
  if (pictograms.has('GHS06')) return true;
  const corrosive = codes.includes('H314') || codes.includes('H318');
  if (corrosive && irritation.includes(code)) return true;
  return codes.includes('H334') && [...irritation, ...skinSensitisation].includes(code);
}

/** The label that the statements ask for. */
export function labelOf(codes: readonly string[]): { pictograms: string[]; signal: Signal } {
  const all = new Set(codes.flatMap((code) => statements.get(code)?.pictogram ?? []));
  const shown = new Set(
    codes.flatMap((code) => (silenced(code, codes, all) ? [] : (statements.get(code)?.pictogram ?? []))),
  );
  const signals = codes.map((code) => statements.get(code)?.signal);
  const signal = signals.includes('danger') ? 'danger' : signals.includes('warning') ? 'warning' : null;
  return { pictograms: [...shown].sort(), signal };
}
