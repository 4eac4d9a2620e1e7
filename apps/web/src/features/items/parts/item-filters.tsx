import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { m } from '../../../paraglide/messages.js';
import { type ItemSearch, itemStates } from '../item-filter.ts';
import { itemStateWords } from '../wording.ts';
import classes from './items.module.css';

interface ItemFiltersProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly search: ItemSearch;
  readonly categories: readonly string[];
  readonly onChange: (part: { category?: string; state?: string }) => void;
}

export function ItemFilters({ field, text, onText, search, categories, onChange }: ItemFiltersProps) {
  // A category that an address names and no item has must show, or the list would be empty for no reason.
  const named =
    search.category === undefined || categories.includes(search.category)
      ? categories
      : [search.category, ...categories];
  return (
    <div className={classes.filters} role="search">
      <TextInput
        label={m.items_search()}
        description={m.items_search_hint()}
        type="search"
        inputWrapperOrder={['label', 'input', 'description']}
        autoComplete="off"
        ref={field}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <NativeSelect
        size="md"
        label={m.items_category()}
        value={search.category ?? ''}
        data={[{ value: '', label: m.items_filter_any() }, ...named]}
        onChange={(event) => onChange({ category: event.currentTarget.value })}
      />
      <NativeSelect
        size="md"
        label={m.items_filter_state()}
        value={search.state ?? ''}
        data={[
          { value: '', label: m.items_filter_any() },
          ...itemStates.map((value) => ({ value, label: itemStateWords[value]() })),
        ]}
        onChange={(event) => onChange({ state: event.currentTarget.value })}
      />
    </div>
  );
}
