import { TextInput } from '@mantine/core';
import { parseQuantity } from '@tidylab/domain/units/quantity';
import type { UnitCode } from '@tidylab/domain/units/units';
import { m } from '../../../paraglide/messages.js';
import { faultText } from '../../lots/index.ts';
import { useFormat } from '../../movements/index.ts';
import { readVesselCount } from '../receipt.ts';
import { labelsFrom } from '../vessel-labels.ts';
import classes from './containers.module.css';

interface VesselDraft {
  readonly count: string;
  readonly qty: string;
  readonly label: string;
}

interface VesselFieldsProps {
  readonly draft: VesselDraft;
  readonly faults: Partial<Record<keyof VesselDraft, string>>;
  readonly unit: UnitCode;
  /** Some of it is recorded already. */
  readonly locked: boolean;
  readonly onChange: (part: Partial<VesselDraft>) => void;
}

/** How many vessels, how much is in each, and what they are called; what that comes to is said below. */
export function VesselFields({ draft, faults, unit, locked, onChange }: VesselFieldsProps) {
  const format = useFormat();
  const count = readVesselCount(draft.count);
  const qty = parseQuantity(draft.qty, unit);
  const labels = count === null || draft.label.trim() === '' ? [] : labelsFrom(draft.label, count);
  const ends = labels.length > 3 ? [labels[0], '…', labels.at(-1)] : labels;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={m.items_receive_count()}
          value={draft.count}
          disabled={locked}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          error={faultText(faults.count)}
          onChange={(event) => onChange({ count: event.currentTarget.value })}
        />
        <TextInput
          label={m.items_receive_each({ unit: format.unit(unit) })}
          value={draft.qty}
          disabled={locked}
          inputMode="decimal"
          maxLength={40}
          autoComplete="off"
          error={faultText(faults.qty)}
          onChange={(event) => onChange({ qty: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={m.items_receive_label()}
        description={ends.length > 1 ? m.items_receive_labels({ labels: ends.join(', ') }) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.label}
        disabled={locked}
        maxLength={80}
        autoComplete="off"
        error={faultText(faults.label)}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <p role="status" className={classes.said}>
        {count !== null && qty.ok ? m.items_receive_total({ amount: format.amount(qty.value * count, unit) }) : ''}
      </p>
    </>
  );
}
