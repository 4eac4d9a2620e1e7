/** The tree of places. It opens to the second level; what was opened stays open while the app runs. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconMapPin, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { useSyncStatus } from '../../../sync/index.ts';
import type { GridColumn } from '../../../ui/data-grid/columns.ts';
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx';
import { queryWords } from '../../../ui/data-grid/search-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { LinkButton, useMay } from '../../lots/index.ts';
import { PathLinks, pathSteps, RecordLink } from '../../movements/index.ts';
import classes from '../parts/locations.module.css';
import { useTreeState } from '../tree-state.ts';
import { findLocations, type LocationNode, locationRows } from '../tree.ts';
import { typeWords } from '../wording.ts';

const rowKey = (node: LocationNode): string => node.id;

export default function LocationsPage() {
  const [text, setText] = useState('');
  const words = queryWords(useDeferredValue(text));
  const { hasData } = useSyncStatus();
  const { toggled, toggle } = useTreeState();
  const searching = words.length > 0;
  const rows = useLive(
    (replica) =>
      searching ? findLocations(replica, words) : locationRows(replica, (id, depth) => depth < 2 !== toggled.has(id)),
    [words.join(' '), toggled],
  );
  const columns = useMemo((): GridColumn<LocationNode>[] => {
    const name = (node: LocationNode) =>
      searching ? <FoundName node={node} /> : <TreeName node={node} onToggle={toggle} />;
    return [
      { id: 'name', header: m.items_location(), cell: name, card: 'heading' },
      {
        id: 'type',
        header: m.items_location_type(),
        cell: ({ location }) => typeWords[location.type](),
        width: '10rem',
        card: 'none',
      },
      { id: 'temperature', header: m.items_temperature(), cell: ({ location }) => location.temperature, width: '9rem' },
      {
        id: 'below',
        header: m.items_location_below(),
        cell: ({ below }) => m.items_things({ count: below }),
        align: 'end',
        width: '9rem',
        card: 'beside',
      },
    ];
  }, [searching, toggle]);
  const add = useMay()('create-location') ? (
    <LinkButton to="/locations/new">{m.items_location_new()}</LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={m.items_locations_title()} actions={add} />
      <div className={classes.search} role="search">
        <TextInput
          label={m.items_locations_search()}
          type="search"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <p role="status" className={classes.found}>
        {searching ? m.items_locations_found({ count: rows.length }) : ''}
      </p>
      <DataGrid
        label={m.items_locations_title()}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        loading={!hasData}
        filtered={searching}
        empty={
          <EmptyState title={m.items_locations_empty()} icon={IconMapPin}>
            {add === null ? m.items_locations_empty_text() : m.items_locations_empty_add()}
          </EmptyState>
        }
        filterEmpty={
          <EmptyState title={m.items_locations_none()} icon={IconSearch}>
            {m.items_filter_none_text()}
          </EmptyState>
        }
      />
    </>
  );
}

function TreeName({ node, onToggle }: { node: LocationNode; onToggle: (id: string) => void }) {
  const { id, location, depth, childCount, open } = node;
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.node} style={{ paddingInlineStart: `${depth * 20}px` }}>
      {childCount === 0 ? (
        <span className={classes.leaf} />
      ) : (
        <ActionIcon
          variant="subtle"
          aria-expanded={open}
          aria-label={m.items_location_inside({ name: location.name })}
          onClick={() => onToggle(id)}
        >
          <Icon size={20} aria-hidden />
        </ActionIcon>
      )}
      <RecordLink kind="location" id={id} row>
        {location.name}
      </RecordLink>
    </div>
  );
}

function FoundName({ node }: { node: LocationNode }) {
  const above = useLive((replica) => pathSteps(replica, node.id).slice(0, -1), [node.id]);
  return (
    <div>
      <RecordLink kind="location" id={node.id} row>
        {node.location.name}
      </RecordLink>
      <div className={classes.above}>
        <PathLinks path={above} />
      </div>
    </div>
  );
}
