/** A container: how much is in it, where it stands, what it holds, and what happened to it. */
import { Group, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { formatOwnCode } from '@tidylab/domain/barcodes/own-label';
import { bucketKey, containerPlace } from '@tidylab/domain/ledger/model';
import type { Container, RecordOf } from '@tidylab/domain/records';
import type { UnitCode } from '@tidylab/domain/units/units';
import { postingsOfPlace } from '@tidylab/sync/replica/queries';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { BigNumber } from '../../../ui/big-number.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import {
  BucketActions,
  ExpiryChip,
  LinkButton,
  MissingPage,
  SavedNotice,
  stateWords,
  useMay,
} from '../../lots/index.ts';
import {
  defaultUse,
  HowComputed,
  nameOfLot,
  PathLinks,
  pathSteps,
  PostingList,
  RecordLink,
  ServerDifference,
  UseForm,
  useFormat,
} from '../../movements/index.ts';
import { ContainerChanges } from '../parts/container-changes.tsx';

export default function ContainerPage() {
  const { id = '' } = useParams({ strict: false });
  const record = useLive((replica) => replica.record('container', id), [id]);
  if (!record) return <MissingContainer id={id} />;
  return <ContainerScreen key={id} id={id} record={record} />;
}

/** Movements may be here before the container's record is. */
function MissingContainer({ id }: { id: string }) {
  const postings = useLive((replica) => postingsOfPlace(replica, containerPlace(id)), [id]);
  if (postings.length === 0) return <MissingPage title={m.items_container()} />;
  return (
    <Stack gap="lg">
      <PageHeader title={m.items_container_missing()} />
      <Notice tone="warn">{m.items_container_record_missing()}</Notice>
      <Section title={m.items_history()}>
        <PostingList postings={postings} label={m.items_history()} />
      </Section>
    </Stack>
  );
}

function ContainerScreen({ id, record }: { id: string; record: RecordOf<'container'> }) {
  const format = useFormat();
  const container = record.fields;
  const place = containerPlace(id);
  const bucket = bucketKey(container.lotId, place);
  const lot = useLive((replica) => nameOfLot(replica, container.lotId), [container.lotId]);
  const balance = useLive((replica) => replica.balance(bucket), [bucket]);
  const postings = useLive((replica) => postingsOfPlace(replica, place), [place]);
  const qty = balance?.qty ?? 0;
  const back =
    lot.itemId === null ? null : (
      <RecordLink kind="item" id={lot.itemId}>
        {lot.item ?? m.items_item_missing()}
      </RecordLink>
    );
  return (
    <Stack gap="lg">
      <PageHeader
        title={container.label}
        back={back}
        description={<ContainerPath locationId={container.locationId} />}
        actions={lot.unit === null ? null : <EditContainer id={id} />}
      />
      <SavedNotice about={id} />
      {record.deletedAt === null ? null : <Notice tone="warn">{m.items_deleted()}</Notice>}
      {lot.lotNumber === null ? <Notice tone="warn">{m.items_container_lot_missing()}</Notice> : null}
      <div>
        <BigNumber
          value={`${balance?.approximate ? '≈ ' : ''}${format.number(qty, lot.unit)}`}
          unit={format.unit(lot.unit)}
          tone={qty < 0 ? 'danger' : 'plain'}
        >
          <ServerDifference buckets={[bucket]} unit={lot.unit} />
        </BigNumber>
        <Group gap={4}>
          {lot.unit === null ? null : (
            <BucketActions lotId={container.lotId} place={place} unit={lot.unit} qty={qty} about={container.label} />
          )}
          <HowComputed bucket={bucket} unit={lot.unit} about={container.label} />
        </Group>
      </div>
      {lot.unit === null ? null : <ContainerUse container={container} id={id} unit={lot.unit} qty={qty} />}
      <ContainerChanges id={id} container={container} />
      <ContainerFacts container={container} lotNumber={lot.lotNumber} item={back} />
      <Section title={m.items_history()}>
        <PostingList postings={postings} label={m.items_history()} itemId={lot.itemId} />
      </Section>
    </Stack>
  );
}

function EditContainer({ id }: { id: string }) {
  if (!useMay()('edit-container')) return null;
  return (
    <LinkButton variant="default" to={`/containers/${id}/edit`}>
      {m.items_edit()}
    </LinkButton>
  );
}

function ContainerPath({ locationId }: { locationId: string | null }) {
  const path = useLive((replica) => pathSteps(replica, locationId), [locationId]);
  return path.length > 0 ? <PathLinks path={path} /> : <>{m.items_place_nowhere()}</>;
}

function ContainerUse({ container, id, unit, qty }: { container: Container; id: string; unit: UnitCode; qty: number }) {
  const step = useLive(
    (replica) => {
      const lot = replica.record('lot', container.lotId)?.fields;
      const item = lot ? replica.record('item', lot.itemId)?.fields : undefined;
      const here = { qty, inContainer: true, unit, packSize: lot?.packSize ?? null };
      return defaultUse({ container: container.useStep, item: item?.useStep ?? null }, here);
    },
    [container, unit],
  );
  return (
    <Section title={m.items_use_title()} plain>
      <UseForm lotId={container.lotId} from={containerPlace(id)} unit={unit} step={step} available={qty} />
    </Section>
  );
}

function ContainerFacts({
  container,
  lotNumber,
  item,
}: {
  container: Container;
  lotNumber: string | null;
  item: ReactNode;
}) {
  const expiry = useLive((replica) => replica.record('lot', container.lotId)?.fields.expiry ?? null, [container.lotId]);
  const lotWords = lotNumber ?? m.items_lot_missing();
  const rows = [
    { key: m.items_state(), value: stateWords[container.state]() },
    { key: m.items_code(), value: formatOwnCode(container.code) },
    { key: m.items_item(), value: item },
    {
      key: m.items_lot(),
      value: (
        <RecordLink kind="lot" id={container.lotId}>
          {lotWords}
        </RecordLink>
      ),
    },
    { key: m.items_expiry(), value: expiry === null ? null : <ExpiryChip expiry={expiry} /> },
  ];
  return (
    <Section title={m.items_facts()}>
      <KeyValue rows={rows.filter((row) => row.value !== null)} />
    </Section>
  );
}
