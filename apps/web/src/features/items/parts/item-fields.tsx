/** The short form of an item: what it is called, what kind of thing, how it is measured, where it is listed. */
import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { itemTypes } from '@tidylab/domain/items/model';
import { isUnit, unitCodes, units } from '@tidylab/domain/units/units';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { faultText } from '../../lots/index.ts';
import { useFormat } from '../../movements/index.ts';
import { catalogueOf, categoriesOf } from '../catalogue.ts';
import { type ItemDraft, type ItemFaults, usualUnit } from '../item-draft.ts';
import { itemTypeWords } from '../wording.ts';
import { dimensionWords, dimensions } from '../wording-units.ts';
import classes from './item-form.module.css';

export interface ItemFieldsProps {
  readonly draft: ItemDraft;
  readonly faults: ItemFaults;
  readonly onChange: (part: Partial<ItemDraft>) => void;
  /** Of an item that is edited: only units of what it is measured in already. */
  readonly only?: (typeof dimensions)[number] | undefined;
}

export function ItemFields({ draft, faults, onChange, only }: ItemFieldsProps) {
  const categories = useLive((replica) => categoriesOf(catalogueOf(replica)), []);
  return (
    <>
      <TextInput
        label={m.items_name()}
        value={draft.name}
        maxLength={200}
        autoComplete="off"
        error={faultText(faults.name)}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <NativeSelect
          size="md"
          label={m.items_type()}
          value={draft.type}
          data={itemTypes.map((value) => ({ value, label: itemTypeWords[value]() }))}
          onChange={(event) => {
            const type = itemTypes.find((known) => known === event.currentTarget.value);
            if (!type) return;
            // The unit follows the type for as long as nobody chose another.
            const unit = only === undefined && draft.unit === usualUnit(draft.type) ? usualUnit(type) : draft.unit;
            onChange({ type, unit });
          }}
        />
        <UnitSelect draft={draft} onChange={onChange} only={only} />
      </div>
      <Autocomplete
        size="md"
        label={m.items_category()}
        description={m.items_category_hint()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[...categories]}
        value={draft.category}
        maxLength={80}
        limit={8}
        onChange={(category) => onChange({ category })}
      />
    </>
  );
}

function UnitSelect({ draft, onChange, only }: Pick<ItemFieldsProps, 'draft' | 'onChange' | 'only'>) {
  const format = useFormat();
  const offered = dimensions.filter((dimension) => only === undefined || dimension === only);
  return (
    <NativeSelect
      size="md"
      label={m.items_unit()}
      description={only === undefined ? m.items_unit_hint() : m.items_unit_hint_edit()}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={draft.unit}
      data={offered.map((dimension) => ({
        group: dimensionWords[dimension](),
        items: unitCodes
          .filter((code) => units[code].dimension === dimension)
          .map((value) => ({ value, label: format.unit(value) })),
      }))}
      onChange={(event) => {
        const unit = event.currentTarget.value;
        if (isUnit(unit)) onChange({ unit });
      }}
    />
  );
}
