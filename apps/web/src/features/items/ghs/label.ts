/** What a label shows for a set of hazard statements, by the rules of precedence of CLP, articles 20 (3) and 26. */
import { type SignalWord, statementOf } from './statements.ts';

export interface HazardLabel {
  /** GHS01 to GHS09, in order. */
  readonly pictograms: readonly string[];
  readonly signalWord: SignalWord | null;
}

const eyeAndSkinIrritation = ['H315', 'H319'];
const skinSensitisation = 'H317';
const corrosive = ['H314', 'H318'];
const explosive = /^H20[0-4]$/;
const selfReactive = ['H240', 'H241'];

/** Statements whose pictogram a graver one makes superfluous. */
function isSilenced(code: string, codes: readonly string[], all: ReadonlySet<string>): boolean {
  const pictogram = statementOf(code)?.pictogram;
  // The bomb silences the flame and the flame over a circle, but for self-reactives and peroxides, which need both.
  if (pictogram === 'GHS02' || pictogram === 'GHS03')
    return codes.some((other) => explosive.test(other)) && !codes.some((other) => selfReactive.includes(other));
  if (pictogram !== 'GHS07') return false;
  if (code !== 'H420' && all.has('GHS06')) return true;
  if (eyeAndSkinIrritation.includes(code) && codes.some((other) => corrosive.includes(other))) return true;
  const sensitises = code === skinSensitisation || eyeAndSkinIrritation.includes(code);
  return sensitises && codes.includes('H334');
}

/** Codes that are not known show nothing. */
export function labelOf(codes: readonly string[]): HazardLabel {
  const pictogramOf = (code: string): string[] => {
    const pictogram = statementOf(code)?.pictogram ?? null;
    return pictogram === null ? [] : [pictogram];
  };
  const all = new Set(codes.flatMap(pictogramOf));
  const shown = new Set(codes.filter((code) => !isSilenced(code, codes, all)).flatMap(pictogramOf));
  const signals = codes.map((code) => statementOf(code)?.signal);
  const signalWord = signals.includes('danger') ? 'danger' : signals.includes('warning') ? 'warning' : null;
  return { pictograms: [...shown].sort(), signalWord };
}
