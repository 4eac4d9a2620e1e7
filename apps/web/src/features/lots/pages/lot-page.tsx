/** A lot: what it is of, until when it is good, where it stands, and what happened to it. */
import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { Lot, RecordOf } from '@tidylab/domain/records';
import { postingsOfWhat, stockOfLot, totalOf } from '@tidylab/sync/replica/queries';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { BigNumber } from '../../../ui/big-number.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import { nameOfLot, PostingList, RecordLink, ServerDifference, useFormat } from '../../movements/index.ts';
import { ExpiryChip } from '../parts/expiry-chip.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { LotContainers } from '../parts/lot-containers.tsx';
import { MissingPage } from '../parts/missing-page.tsx';
import { SavedNotice } from '../parts/saved-notice.tsx';
import { StockList } from '../parts/stock-list.tsx';
import { useMay } from '../use-may.ts';

export default function LotPage() {
  const { id = '' } = useParams({ strict: false });
  const record = useLive((replica) => replica.record('lot', id), [id]);
  const traces = useLive(
    (replica) => replica.keys('postingsByWhat', id).size + replica.keys('containersByLot', id).size,
    [id],
  );
  if (!record && traces === 0) return <MissingPage title={m.items_lot()} />;
  return <LotScreen key={id} id={id} record={record} />;
}

/** The record may be missing while its movements are here; what is known is shown. */
function LotScreen({ id, record }: { id: string; record: RecordOf<'lot'> | undefined }) {
  const format = useFormat();
  const name = useLive((replica) => nameOfLot(replica, id), [id]);
  const stock = useLive((replica) => stockOfLot(replica, id), [id]);
  const postings = useLive((replica) => postingsOfWhat(replica, id), [id]);
  const total = totalOf(stock);
  const title = name.lotNumber === null ? m.items_lot_missing() : m.items_lot_title({ lot: name.lotNumber });
  const buckets = stock.map(({ balance }) => `${balance.what}@${balance.place}`);
  const item =
    name.itemId === null ? null : (
      <RecordLink kind="item" id={name.itemId}>
        {name.item ?? m.items_item_missing()}
      </RecordLink>
    );
  return (
    <Stack gap="lg">
      <PageHeader title={title} back={item} actions={record && name.unit !== null ? <LotActions id={id} /> : null} />
      <SavedNotice about={id} />
      {record ? null : <Notice tone="warn">{m.items_lot_record_missing()}</Notice>}
      {record && record.deletedAt !== null ? <Notice tone="warn">{m.items_deleted()}</Notice> : null}
      <BigNumber
        value={format.number(total, name.unit)}
        unit={format.unit(name.unit)}
        tone={total < 0 ? 'danger' : 'plain'}
      >
        <ServerDifference buckets={buckets} unit={name.unit} />
      </BigNumber>
      {record ? <LotFacts lot={record.fields} item={item} /> : null}
      <Section title={m.items_stock_by_place()}>
        <StockList
          label={m.items_stock_by_place()}
          select={(replica) => stockOfLot(replica, id)}
          about={id}
          withLot={false}
        />
      </Section>
      <LotContainers lotId={id} unit={name.unit} />
      <Section title={m.items_history()}>
        <PostingList postings={postings} label={m.items_history()} itemId={name.itemId} />
      </Section>
    </Stack>
  );
}

function LotActions({ id }: { id: string }) {
  const may = useMay();
  return (
    <>
      {may('edit-lot') ? (
        <LinkButton variant="default" to={`/lots/${id}/edit`}>
          {m.items_edit()}
        </LinkButton>
      ) : null}
      {may('post-receive') ? <LinkButton to={`/lots/${id}/receive`}>{m.items_receive()}</LinkButton> : null}
    </>
  );
}

function LotFacts({ lot, item }: { lot: Lot; item: ReactNode }) {
  const format = useFormat();
  const unit = useLive((replica) => replica.record('item', lot.itemId)?.fields.stockUnit ?? null, [lot]);
  const rows = [
    { key: m.items_item(), value: item },
    { key: m.items_lot_number(), value: lot.lotNumber },
    { key: m.items_expiry(), value: lot.expiry === null ? m.items_expiry_none() : <ExpiryChip expiry={lot.expiry} /> },
    { key: m.items_supplier(), value: lot.supplier },
    { key: m.items_pack_size(), value: lot.packSize === null ? null : format.amount(lot.packSize, unit) },
  ];
  return (
    <Section title={m.items_facts()}>
      <KeyValue rows={rows.filter((row) => row.value !== null)} />
    </Section>
  );
}
