/** Which of the two signals goes with what is said: everything went as meant, or somebody must look. */
import type { Said, ScanEntry } from './session.ts';

export type Tone = 'success' | 'attention';

export function toneOf(entry: ScanEntry | undefined, what: Said['what']): Tone {
  if (what === 'undone') return 'success';
  if (what === 'failed' || !entry) return 'attention';
  const { outcome } = entry;
  switch (outcome.kind) {
    case 'place':
    case 'target':
    case 'wait':
      return 'success';
    case 'looked':
      return outcome.unknownLot === null ? 'success' : 'attention';
    case 'act':
      return outcome.act.warnings.length === 0 ? 'success' : 'attention';
    case 'asking':
    case 'refused':
    case 'unknown':
      return 'attention';
  }
}
