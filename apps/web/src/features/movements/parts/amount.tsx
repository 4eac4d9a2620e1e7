import type { UnitCode } from '@tidylab/domain/units/units';
import { m } from '../../../paraglide/messages.js';
import { StatusDot } from '../../../ui/status-dot.tsx';
import { useFormat } from '../use-format.ts';
import classes from './movements.module.css';

interface AmountProps {
  readonly base: number;
  /** Null: the item is not here, so its unit is not known. */
  readonly unit: UnitCode | null;
  /** Own changes are in it that the server does not have yet. */
  readonly own?: boolean;
  readonly approximate?: boolean;
}

/** A quantity as people read it. A hollow dot: this device's own changes are in it. */
export function Amount({ base, unit, own = false, approximate = false }: AmountProps) {
  const format = useFormat();
  return (
    <span className={classes.amount} data-negative={base < 0 ? '' : undefined}>
      {own ? <StatusDot state="here" label={m.items_own_unsent()} /> : null}
      <span>
        {approximate ? '≈ ' : ''}
        {format.amount(base, unit)}
      </span>
    </span>
  );
}
