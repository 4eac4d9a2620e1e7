import { NativeSelect, TextInput } from '@mantine/core';
import { locationTypes } from '@tidylab/domain/locations/model';
import { m } from '../../../paraglide/messages.js';
import { faultText } from '../../lots/index.ts';
import type { LocationDraft } from '../location-draft.ts';
import { typeWords } from '../wording.ts';
import { LocationPicker } from './location-picker.tsx';

interface LocationFieldsProps {
  readonly draft: LocationDraft;
  readonly nameMissing: boolean;
  /** The location that is edited. */
  readonly self: string | null;
  readonly onChange: (part: Partial<LocationDraft>) => void;
}

export function LocationFields({ draft, nameMissing, self, onChange }: LocationFieldsProps) {
  return (
    <>
      <TextInput
        label={m.items_name()}
        value={draft.name}
        maxLength={120}
        autoComplete="off"
        error={nameMissing ? faultText('needed') : undefined}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        size="md"
        label={m.items_location_type()}
        value={draft.type}
        data={locationTypes.map((value) => ({ value, label: typeWords[value]() }))}
        onChange={(event) => {
          const type = locationTypes.find((known) => known === event.currentTarget.value);
          if (type) onChange({ type });
        }}
      />
      <LocationPicker
        label={m.items_location_parent()}
        none={m.items_location_top()}
        value={draft.parentId}
        without={self}
        onChange={(parentId) => onChange({ parentId })}
      />
      <TextInput
        label={m.items_temperature()}
        description={m.items_temperature_hint()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.temperature}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => onChange({ temperature: event.currentTarget.value })}
      />
    </>
  );
}
