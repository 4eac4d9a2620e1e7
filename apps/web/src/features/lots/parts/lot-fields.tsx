import { TextInput } from '@mantine/core';
import type { UnitCode } from '@tidylab/domain/units/units';
import { m } from '../../../paraglide/messages.js';
import { useFormat } from '../../movements/index.ts';
import type { LotDraft, LotFaults } from '../lot-draft.ts';
import { faultText } from '../wording.ts';
import { DateField } from './date-field.tsx';
import classes from './forms.module.css';

interface LotFieldsProps {
  readonly draft: LotDraft;
  readonly faults: LotFaults;
  readonly unit: UnitCode;
  readonly onChange: (part: Partial<LotDraft>) => void;
}

export function LotFields({ draft, faults, unit, onChange }: LotFieldsProps) {
  const format = useFormat();
  return (
    <>
      <TextInput
        label={m.items_lot_number()}
        description={m.items_lot_number_hint()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.lotNumber}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={faultText(faults.lotNumber)}
        onChange={(event) => onChange({ lotNumber: event.currentTarget.value })}
      />
      <DateField value={draft.expiry} fault={faults.expiry} onChange={(expiry) => onChange({ expiry })} />
      <div className={classes.pair}>
        <TextInput
          label={m.items_pack_size_in({ unit: format.unit(unit) })}
          description={m.items_pack_size_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.packSize}
          inputMode="decimal"
          maxLength={40}
          autoComplete="off"
          error={faultText(faults.packSize)}
          onChange={(event) => onChange({ packSize: event.currentTarget.value })}
        />
        <TextInput
          label={m.items_supplier()}
          value={draft.supplier}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => onChange({ supplier: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
