/** A new lot of an item. What a scan read of the label is filled in. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RecordOf } from '@tidylab/domain/records';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab, useLive } from '../../../store/use-live.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { failureText, RecordLink, useFormat } from '../../movements/index.ts';
import { creation, newId, recordAll } from '../commands.ts';
import { emptyLot, type LotDraft, type LotFaults, readLot } from '../lot-draft.ts';
import { lotNamed, newLotSearch } from '../lot-search.ts';
import { FormPage } from '../parts/form-page.tsx';
import { LotFields } from '../parts/lot-fields.tsx';
import { MissingPage } from '../parts/missing-page.tsx';
import { announceSaved } from '../saved-store.ts';
import { useMay } from '../use-may.ts';
import { focusFirstFault } from '../wording.ts';

export default function NewLotPage() {
  const { item: itemId = '' } = newLotSearch(useSearch({ strict: false }));
  const record = useLive((replica) => replica.record('item', itemId), [itemId]);
  if (!record) return <MissingPage title={m.items_lot_new()} />;
  return <NewLot key={itemId} itemId={itemId} record={record} />;
}

function NewLot({ itemId, record }: { itemId: string; record: RecordOf<'item'> }) {
  const client = useLab();
  const format = useFormat();
  const navigate = useNavigate();
  const isAllowed = useMay()('create-lot');
  const { lot = '', expiry = '' } = newLotSearch(useSearch({ strict: false }));
  const item = record.fields;
  const [draft, setDraft] = useState<LotDraft>({ ...emptyLot, lotNumber: lot, expiry, supplier: item.supplier ?? '' });
  const [touched, setTouched] = useState(false);
  const [faults, setFaults] = useState<LotFaults>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const twin = useLive((replica) => lotNamed(replica, itemId, draft.lotNumber), [itemId, draft.lotNumber]);
  const back = (
    <RecordLink kind="item" id={itemId}>
      {item.name}
    </RecordLink>
  );
  const change = (part: Partial<LotDraft>): void => {
    setTouched(true);
    setFaults({});
    setDraft((now) => ({ ...now, ...part }));
  };
  const save = async (): Promise<void> => {
    const read = readLot(draft, item.stockUnit, format.today());
    if (!read.ok) {
      setFaults(read.faults);
      return focusFirstFault();
    }
    setSaving(true);
    const id = newId(client);
    const { failure: why } = await recordAll(client, [creation('lot', id, { itemId, ...read.fields })]);
    setSaving(false);
    if (why !== null) return setFailure(failureText(why));
    setTouched(false);
    announceSaved(id, m.items_saved_lot({ lot: read.fields.lotNumber }));
    await navigate({ to: '/lots/$id', params: { id }, replace: true });
  };
  return (
    <FormPage
      title={m.items_lot_new()}
      back={back}
      submit={m.items_lot_save()}
      isAllowed={isAllowed}
      saving={saving}
      dirty={touched}
      failure={failure}
      onSubmit={() => void save()}
    >
      <LotFields draft={draft} faults={faults} unit={item.stockUnit} onChange={change} />
      {twin === null ? null : (
        <Notice tone="warn">
          {m.items_lot_twin()}{' '}
          <RecordLink kind="lot" id={twin}>
            {m.items_lot_title({ lot: draft.lotNumber.trim() })}
          </RecordLink>
        </Notice>
      )}
    </FormPage>
  );
}
