/** The list of items: found, filtered and sorted in memory; the filters are in the address. */
import { Button } from '@mantine/core';
import { IconFlask, IconSearch } from '@tabler/icons-react';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { type RefObject, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLive } from '../../../store/use-live.tsx';
import { useSyncStatus } from '../../../sync/index.ts';
import type { GridSort } from '../../../ui/data-grid/columns.ts';
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx';
import { useTypedText } from '../../../ui/data-grid/use-typed-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { LinkButton, useMay } from '../../lots/index.ts';
import { useFormat } from '../../movements/index.ts';
import { catalogueOf, categoriesOf, type ItemRow } from '../catalogue.ts';
import { filterItems, isFiltered, type ItemSearch, itemSearch } from '../item-filter.ts';
import { itemColumns } from '../parts/item-columns.tsx';
import { ItemFilters } from '../parts/item-filters.tsx';
import classes from '../parts/items.module.css';

const rowKey = (row: ItemRow): string => row.id;

export default function ItemsPage() {
  const search = itemSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = (part: { [K in keyof ItemSearch]: string | boolean | undefined }): void =>
    void navigate({ to: '/items', search: itemSearch({ ...search, ...part }), replace: true });
  const [text, setText] = useTypedText(search.q ?? '', (q) => change({ q }));
  const { rows, all, filtered } = useFoundItems(useDeferredValue(text), search);
  const field = useSearchFocus();
  const { hasData } = useSyncStatus();
  const locale = getLocale();
  const columns = useMemo(() => itemColumns(locale), [locale]);
  // While searching the best match comes first, unless an order was chosen.
  const byBest = filtered && text.trim() !== '';
  const sort: GridSort | null = search.sort
    ? { id: search.sort, desc: search.desc === true }
    : byBest
      ? null
      : { id: 'name', desc: false };
  const reset = (): void => {
    setText('');
    change({ q: '', category: '', state: '' });
  };
  const add = useMay()('create-item') ? <LinkButton to="/items/new">{m.items_new()}</LinkButton> : null;
  return (
    <>
      <PageHeader title={m.items_title()} actions={add} />
      <ItemFilters
        field={field}
        text={text}
        onText={setText}
        search={search}
        categories={useMemo(() => categoriesOf(all), [all])}
        onChange={change}
      />
      <p role="status" className={classes.found}>
        {filtered ? m.items_found({ count: rows.length, all: all.length }) : m.items_count({ count: all.length })}
      </p>
      <DataGrid
        label={m.items_title()}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        sort={sort}
        onSort={({ id, desc }) => change({ sort: id, desc })}
        loading={!hasData}
        filtered={filtered}
        empty={
          <EmptyState title={m.items_empty()} icon={IconFlask}>
            {add === null ? m.items_empty_text() : m.items_empty_add()}
          </EmptyState>
        }
        filterEmpty={
          <EmptyState
            title={m.items_none_found()}
            icon={IconSearch}
            action={
              <Button variant="light" onClick={reset}>
                {m.items_filter_reset()}
              </Button>
            }
          >
            {m.items_filter_none_text()}
          </EmptyState>
        }
      />
    </>
  );
}

/** The field takes the cursor when the screen was opened in order to search. */
function useSearchFocus(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const { state } = useLocation();
  const wanted = state.focusSearch === true;
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted, state]);
  return field;
}

function useFoundItems(
  q: string,
  { category, state }: ItemSearch,
): { rows: readonly ItemRow[]; all: readonly ItemRow[]; filtered: boolean } {
  const all = useLive(catalogueOf, []);
  const today = useFormat().today();
  return useMemo(() => {
    const wanted = itemSearch({ q, category, state });
    return { all, rows: filterItems(all, wanted, today), filtered: isFiltered(wanted) };
  }, [all, q, category, state, today]);
}
