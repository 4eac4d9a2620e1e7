/** The ledger of the lab as this device holds it, newest first. */
import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch, IconTimeline } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Posting, postingKinds } from '@tidylab/domain/ledger/model';
import { useDeferredValue, useMemo } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab, useLive } from '../../../store/use-live.tsx';
import { useSyncStatus } from '../../../sync/index.ts';
import type { GridColumn } from '../../../ui/data-grid/columns.ts';
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx';
import { useTypedText } from '../../../ui/data-grid/use-typed-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { allPostings, filterPostings, type LedgerSearch, ledgerSearch, peopleOf } from '../ledger-filter.ts';
import classes from '../parts/movements.module.css';
import { PostingRow } from '../parts/posting-row.tsx';
import { kindWords } from '../wording.ts';

const rowKey = (posting: Posting): string => posting.id;

export default function MovementsPage() {
  const search = ledgerSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { replica } = useLab();
  const { hasData } = useSyncStatus();
  const change = (part: { [K in keyof LedgerSearch]: string | undefined }): void =>
    void navigate({ to: '/movements', search: ledgerSearch({ ...search, ...part }), replace: true });
  const [text, setText] = useTypedText(search.q ?? '', (q) => change({ q }));
  const wanted = useDeferredValue(text);
  const { kind, person } = search;
  const postings = useLive(allPostings, []);
  const rows = useMemo(
    () => filterPostings(replica, postings, ledgerSearch({ q: wanted, kind, person })),
    [replica, postings, wanted, kind, person],
  );
  const columns = useMemo(
    (): GridColumn<Posting>[] => [
      { id: 'posting', header: m.items_movement(), cell: (posting) => <PostingRow posting={posting} />, card: 'plain' },
    ],
    [],
  );
  return (
    <>
      <PageHeader title={m.items_movements_title()} description={m.items_movements_description()} />
      <div className={classes.filters} role="search">
        <TextInput
          label={m.items_movements_search()}
          type="search"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          size="md"
          label={m.items_filter_kind()}
          value={kind ?? ''}
          data={[
            { value: '', label: m.items_filter_any() },
            ...postingKinds.map((value) => ({ value, label: kindWords[value]() })),
          ]}
          onChange={(event) => change({ kind: event.currentTarget.value })}
        />
        <PersonFilter postings={postings} value={person ?? ''} onChange={(value) => change({ person: value })} />
      </div>
      <p role="status" className={classes.found}>
        {m.items_movements_found({ count: rows.length })}
      </p>
      <DataGrid
        label={m.items_movements_title()}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        loading={!hasData && postings.length === 0}
        filtered={rows.length < postings.length}
        empty={
          <EmptyState title={m.items_movements_empty()} icon={IconTimeline}>
            {m.items_movements_empty_text()}
          </EmptyState>
        }
        filterEmpty={
          <EmptyState title={m.items_movements_none()} icon={IconSearch}>
            {m.items_filter_none_text()}
          </EmptyState>
        }
      />
    </>
  );
}

function PersonFilter({
  postings,
  value,
  onChange,
}: {
  postings: readonly Posting[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { replica } = useLab();
  const people = useMemo(() => peopleOf(replica, postings), [replica, postings]);
  return (
    <NativeSelect
      size="md"
      label={m.items_filter_person()}
      value={value}
      data={[
        { value: '', label: m.items_filter_anyone() },
        ...people.map(({ id, name }) => ({ value: id, label: name ?? m.items_person_unknown() })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
