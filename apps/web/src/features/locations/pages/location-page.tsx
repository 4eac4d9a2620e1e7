/** One location: where it is, what stands in it, what is inside it, and what happened there. */
import { Stack } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { formatOwnCode } from '@tidylab/domain/barcodes/own-label';
import { locationPlace } from '@tidylab/domain/ledger/model';
import type { Location, RecordOf } from '@tidylab/domain/records';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import type { GridColumn } from '../../../ui/data-grid/columns.ts';
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { ExpiryChip, LinkButton, MissingPage, SavedNotice, useMay } from '../../lots/index.ts';
import { Amount, PathLinks, pathSteps, PostingList, RecordLink } from '../../movements/index.ts';
import classes from '../parts/locations.module.css';
import { byName, type Content, contentsOf, movementsAt } from '../contents.ts';
import { locationRows } from '../tree.ts';
import { typeWords } from '../wording.ts';

export default function LocationPage() {
  const { id = '' } = useParams({ strict: false });
  const record = useLive((replica) => replica.record('location', id), [id]);
  const hasTraces = useLive((replica) => replica.keys('balancesByPlace', locationPlace(id)).size > 0, [id]);
  if (!record && !hasTraces) return <MissingPage title={m.items_location()} back={<AllLocations />} />;
  return <LocationScreen key={id} id={id} record={record} />;
}

const AllLocations = () => (
  <Link to="/locations" className={classes.link}>
    {m.items_locations_title()}
  </Link>
);

function LocationScreen({ id, record }: { id: string; record: RecordOf<'location'> | undefined }) {
  const above = useLive((replica) => pathSteps(replica, id).slice(0, -1), [id]);
  const contents = useLive((replica) => contentsOf(replica, id), [id]);
  const postings = useLive((replica) => movementsAt(replica, id), [id]);
  return (
    <Stack gap="lg">
      <PageHeader
        title={record?.fields.name ?? m.items_place_missing()}
        back={above.length > 0 ? <PathLinks path={above} /> : <AllLocations />}
        actions={record ? <LocationActions id={id} /> : null}
      />
      <SavedNotice about={id} />
      {record ? null : <Notice tone="warn">{m.items_location_record_missing()}</Notice>}
      {record && record.deletedAt !== null ? <Notice tone="warn">{m.items_deleted()}</Notice> : null}
      {record ? <LocationFacts location={record.fields} /> : null}
      <Section title={m.items_location_contents()} aside={m.items_things({ count: contents.length })} plain>
        <DataGrid
          label={m.items_location_contents()}
          columns={contentColumns()}
          rows={contents}
          rowKey={contentKey}
          empty={
            <EmptyState title={m.items_location_empty()} icon={IconPackage}>
              {m.items_location_empty_text()}
            </EmptyState>
          }
        />
      </Section>
      <Inside id={id} />
      <Section title={m.items_location_movements()}>
        <PostingList postings={postings} label={m.items_location_movements()} />
      </Section>
    </Stack>
  );
}

function LocationActions({ id }: { id: string }) {
  const may = useMay();
  return (
    <>
      {may('edit-location') ? (
        <LinkButton variant="default" to={`/locations/${id}/edit`}>
          {m.items_edit()}
        </LinkButton>
      ) : null}
      {may('create-location') ? (
        <LinkButton variant="default" to="/locations/new" search={{ parent: id }}>
          {m.items_location_new_inside()}
        </LinkButton>
      ) : null}
    </>
  );
}

function LocationFacts({ location }: { location: Location }) {
  const rows = [
    { key: m.items_location_type(), value: typeWords[location.type]() },
    { key: m.items_temperature(), value: location.temperature },
    { key: m.items_code(), value: formatOwnCode(location.code) },
  ];
  return (
    <Section title={m.items_facts()}>
      <KeyValue rows={rows.filter((row) => row.value !== null)} />
    </Section>
  );
}

/** What is directly inside, with what stands below each. */
function Inside({ id }: { id: string }) {
  const inside = useLive(
    (replica) => {
      const children = replica.keys('locationsByParent', id);
      return children.size === 0 ? [] : locationRows(replica, () => true).filter((node) => children.has(node.id));
    },
    [id],
  );
  if (inside.length === 0) return null;
  return (
    <Section title={m.items_location_children()}>
      <RowList label={m.items_location_children()}>
        {inside.map(({ id: child, location, below }) => (
          <Row
            key={child}
            title={
              <RecordLink kind="location" id={child}>
                {location.name}
              </RecordLink>
            }
            detail={[typeWords[location.type](), location.temperature ?? ''].filter((word) => word !== '').join(' · ')}
            end={m.items_things({ count: below })}
          />
        ))}
      </RowList>
    </Section>
  );
}

const contentKey = (content: Content): string => content.key;

const contentColumns = (): GridColumn<Content>[] => [
  {
    id: 'what',
    header: m.items_item(),
    cell: (content) => <What content={content} />,
    compare: byName,
    card: 'heading',
  },
  { id: 'container', header: m.items_container(), cell: (content) => <In content={content} />, width: '20%' },
  {
    id: 'expiry',
    header: m.items_expiry(),
    cell: ({ expiry }) => <ExpiryChip expiry={expiry} />,
    compare: byExpiry,
    width: '30%',
    card: 'plain',
  },
  {
    id: 'amount',
    header: m.items_amount(),
    cell: ({ qty, lot, own }) => <Amount base={qty} unit={lot.unit} own={own} />,
    align: 'end',
    width: '16%',
    card: 'beside',
  },
];

const far = '9999-12-31';
const byExpiry = (a: Content, b: Content): number =>
  (a.expiry ?? far) < (b.expiry ?? far) ? -1 : (a.expiry ?? far) > (b.expiry ?? far) ? 1 : 0;

function What({ content: { container, lot } }: { content: Content }) {
  const name = lot.item ?? m.items_item_missing();
  const lotWords = lot.lotNumber === null ? m.items_lot_missing() : m.items_lot_named({ lot: lot.lotNumber });
  return (
    <div>
      <RecordLink kind={container ? 'container' : 'lot'} id={container?.id ?? lot.lotId} row>
        {name}
      </RecordLink>
      <div>
        <RecordLink kind="lot" id={lot.lotId}>
          {lotWords}
        </RecordLink>
      </div>
    </div>
  );
}

function In({ content: { container } }: { content: Content }) {
  if (!container) return <>{m.items_loose()}</>;
  return (
    <RecordLink kind="container" id={container.id}>
      {container.label}
    </RecordLink>
  );
}
