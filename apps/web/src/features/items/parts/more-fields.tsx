/** Everything else that is known of an item. */
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { faultText } from '../../lots/index.ts';
import { useFormat } from '../../movements/index.ts';
import type { ItemDraft } from '../item-draft.ts';
import { HazardFields } from './hazard-fields.tsx';
import type { ItemFieldsProps } from './item-fields.tsx';
import classes from './item-form.module.css';

type TextField = 'cas' | 'supplier' | 'catalogNumber' | 'storage' | 'useStep' | 'minimum';

export function MoreFields({ draft, faults, onChange }: Omit<ItemFieldsProps, 'only'>) {
  const format = useFormat();
  const unit = format.unit(draft.unit);
  const field = (
    name: TextField,
    label: string,
    max: number,
    more: { hint?: string; amount?: true } = {},
  ): ReactNode => (
    <TextInput
      label={label}
      description={more.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={draft[name]}
      inputMode={more.amount ? 'decimal' : 'text'}
      maxLength={max}
      autoComplete="off"
      error={faultText(faults[name])}
      onChange={(event) => onChange({ [name]: event.currentTarget.value } as Partial<ItemDraft>)}
    />
  );
  return (
    <div className={classes.more}>
      {field('cas', m.items_cas(), 20, { hint: m.items_cas_hint() })}
      <div className={classes.pair}>
        {field('supplier', m.items_supplier(), 120)}
        {field('catalogNumber', m.items_catalogue_number(), 80)}
      </div>
      <Textarea
        label={m.items_synonyms()}
        description={m.items_synonyms_hint()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.synonyms}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        error={faultText(faults.synonyms)}
        onChange={(event) => onChange({ synonyms: event.currentTarget.value })}
      />
      {field('storage', m.items_storage(), 200, { hint: m.items_storage_hint() })}
      <HazardFields draft={draft} onChange={onChange} />
      <div className={classes.pair}>
        {field('useStep', m.items_use_step_in({ unit }), 40, { hint: m.items_use_step_hint(), amount: true })}
        {field('minimum', m.items_minimum_in({ unit }), 40, { hint: m.items_minimum_hint(), amount: true })}
      </div>
    </div>
  );
}
