import { getLocale } from '../../../paraglide/runtime.js';
import { useLab } from '../../../store/use-live.tsx';
import { formatInstant } from '../../../ui/format.ts';

/** How an instant is told here: in the lab's zone, against the corrected clock. */
export function useWhen(): (ms: number) => string {
  const { lab, now } = useLab();
  return (ms) => formatInstant(ms, now(), getLocale(), lab.timeZone);
}
