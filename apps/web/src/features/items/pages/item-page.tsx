/** An item: how much there is, where, what it is, and what happened to it. */
import { Stack } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { RecordOf } from '@tidylab/domain/records';
import { postingsOfItem, stockOfItem } from '@tidylab/sync/replica/queries';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { ExpiryChip, LinkButton, MissingPage, SavedNotice, StockList, useMay } from '../../lots/index.ts';
import { PostingList, RecordLink } from '../../movements/index.ts';
import { newLotOf, scannedSearch } from '../item-search-params.ts';
import { ItemBarcodes, ItemFacts, ItemHazards } from '../parts/item-facts.tsx';
import { ItemTotal } from '../parts/item-total.tsx';
import classes from '../parts/items.module.css';

const AllItems = () => (
  <Link to="/items" className={classes.link}>
    {m.items_title()}
  </Link>
);

export default function ItemPage() {
  const { id = '' } = useParams({ strict: false });
  const record = useLive((replica) => replica.record('item', id), [id]);
  if (!record) return <MissingItem id={id} />;
  return <ItemScreen key={id} id={id} record={record} />;
}

/** Lots of an item may be here without its record. */
function MissingItem({ id }: { id: string }) {
  const lots = useLive((replica) => replica.keys('lotsByItem', id).size, [id]);
  if (lots === 0) return <MissingPage title={m.items_item()} back={<AllItems />} />;
  return (
    <Stack gap="lg">
      <PageHeader title={m.items_item_missing()} back={<AllItems />} />
      <Notice tone="warn">{m.items_item_record_missing()}</Notice>
      <ItemStock id={id} />
      <Lots id={id} />
      <History id={id} />
    </Stack>
  );
}

function ItemScreen({ id, record }: { id: string; record: RecordOf<'item'> }) {
  const item = record.fields;
  const description = [item.category, item.synonyms.join(', ')].filter((text) => text !== '').join(' · ');
  return (
    <Stack gap="lg">
      <PageHeader
        title={item.name}
        back={<AllItems />}
        description={description === '' ? undefined : description}
        actions={<ItemActions id={id} />}
      />
      <SavedNotice about={id} />
      {record.deletedAt === null ? null : <Notice tone="warn">{m.items_deleted()}</Notice>}
      <ItemTotal id={id} item={item} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <ItemStock id={id} />
        </div>
        <Stack gap="lg" className={classes.side}>
          <ItemHazards item={item} />
          <ItemFacts item={item} />
          <Lots id={id} />
          <ItemBarcodes id={id} item={item} />
        </Stack>
      </div>
      <History id={id} />
    </Stack>
  );
}

function ItemActions({ id }: { id: string }) {
  const may = useMay();
  const scanned = scannedSearch(useSearch({ strict: false }));
  return (
    <>
      {may('edit-item') ? (
        <LinkButton variant="default" to={`/items/${id}/edit`}>
          {m.items_edit()}
        </LinkButton>
      ) : null}
      {may('create-lot') ? (
        <LinkButton to="/lots/new" search={newLotOf(id, scanned)}>
          {m.items_lot_new()}
        </LinkButton>
      ) : null}
    </>
  );
}

function ItemStock({ id }: { id: string }) {
  const label = m.items_stock_by_place_and_lot();
  return (
    <Section title={label}>
      <StockList label={label} select={(replica) => stockOfItem(replica, id)} about={id} />
    </Section>
  );
}

function History({ id }: { id: string }) {
  const postings = useLive((replica) => postingsOfItem(replica, id), [id]);
  return (
    <Section title={m.items_history()}>
      <PostingList postings={postings} label={m.items_history()} itemId={id} />
    </Section>
  );
}

/** Every lot, those that are used up too. */
function Lots({ id }: { id: string }) {
  const lots = useLive(
    (replica) =>
      [...replica.keys('lotsByItem', id)]
        .flatMap((lotId) => {
          const record = replica.record('lot', lotId);
          return record && record.deletedAt === null ? [{ id: lotId, ...record.fields }] : [];
        })
        .sort((a, b) => ((a.expiry ?? '') < (b.expiry ?? '') ? 1 : -1)),
    [id],
  );
  const mayReceive = useMay()('post-receive');
  if (lots.length === 0) return null;
  return (
    <Section title={m.items_lots()}>
      <RowList label={m.items_lots()}>
        {lots.slice(0, 50).map((lot) => (
          <Row
            key={lot.id}
            title={
              <RecordLink kind="lot" id={lot.id}>
                {lot.lotNumber}
              </RecordLink>
            }
            detail={<ExpiryChip expiry={lot.expiry} />}
            end={
              mayReceive ? (
                <LinkButton variant="light" size="sm" to={`/lots/${lot.id}/receive`} about={lot.lotNumber}>
                  {m.items_receive()}
                </LinkButton>
              ) : null
            }
          />
        ))}
      </RowList>
    </Section>
  );
}
