import { may } from '@tidylab/domain/permissions/permissions';
import { useLab } from '../../store/use-live.tsx';

/** Whether the person at this device may do something: what they may not is not shown. */
export function useMay(): (act: string) => boolean {
  const { role } = useLab().me;
  return (act) => may(role, act);
}
