/** Receiving a lot: vessels with a label each, or an amount that stands loose. One posting holds all of it. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Item, Lot } from '@tidylab/domain/records';
import { decimalIn, parseQuantity } from '@tidylab/domain/units/quantity';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLab, useLive } from '../../../store/use-live.tsx';
import { decimalSeparator } from '../../../ui/format.ts';
import { LocationPicker } from '../../locations/index.ts';
import { announceSaved, faultText, focusFirstFault, FormPage, MissingPage, useMay } from '../../lots/index.ts';
import { RecordLink, useFormat } from '../../movements/index.ts';
import { VesselFields } from '../parts/vessel-fields.tsx';
import { looseIntents, readVesselCount, vesselIntents } from '../receipt.ts';
import { rememberedPlace, rememberPlace, undoReceipt, useReceipt } from '../use-receipt.ts';
import { labelsFrom, labelsOfItem, suggestLabel } from '../vessel-labels.ts';

export default function ReceivePage() {
  const { id = '' } = useParams({ strict: false });
  const lot = useLive((replica) => replica.record('lot', id)?.fields, [id]);
  const item = useLive((replica) => replica.record('item', lot?.itemId ?? '')?.fields, [lot]);
  if (!lot || !item) return <MissingPage title={m.items_receive()} />;
  return <Receive key={id} id={id} lot={lot} item={item} />;
}

interface Draft {
  readonly as: 'vessels' | 'loose';
  readonly count: string;
  readonly qty: string;
  readonly label: string;
  readonly place: string | null;
}

function useDraft(lot: Lot, item: Item): readonly [Draft, (part: Partial<Draft>) => void] {
  const client = useLab();
  // Asked once: recording the vessels would move it on under the person's eyes.
  const [suggested] = useState(() => suggestLabel(item, labelsOfItem(client.replica, lot.itemId)));
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const pack = lot.packSize === null ? '' : decimalIn(lot.packSize, item.stockUnit);
  const [place] = useState(() => rememberedPlace(client));
  const given: Draft = {
    as: item.stockUnit === '1' ? 'loose' : 'vessels',
    count: '1',
    qty: pack.replace('.', decimalSeparator(getLocale())),
    label: suggested,
    place,
  };
  return [{ ...given, ...typed }, (part) => setTyped((now) => ({ ...now, ...part }))];
}

function Receive({ id, lot, item }: { id: string; lot: Lot; item: Item }) {
  const client = useLab();
  const format = useFormat();
  const navigate = useNavigate();
  const isAllowed = useMay()('post-receive');
  const [draft, change] = useDraft(lot, item);
  const [faults, setFaults] = useState<Partial<Record<keyof Draft, string>>>({});
  const [touched, setTouched] = useState(false);
  const receipt = useReceipt();
  const unit = item.stockUnit;
  const edit = (part: Partial<Draft>): void => {
    setTouched(true);
    setFaults({});
    change(part);
  };
  const save = async (): Promise<void> => {
    const qty = parseQuantity(draft.qty, unit);
    const count = draft.as === 'vessels' ? readVesselCount(draft.count) : 1;
    const label = draft.as === 'loose' || draft.label.trim() !== '';
    const place = draft.as === 'vessels' || draft.place !== null;
    if (!qty.ok || count === null || !label || !place) {
      setFaults({
        ...(qty.ok ? {} : { qty: qty.code }),
        ...(count === null ? { count: 'vessels-count' } : {}),
        ...(label ? {} : { label: 'needed' }),
        ...(place ? {} : { place: 'needed' }),
      });
      return focusFirstFault();
    }
    const recorded = await receipt.record((ids) =>
      draft.as === 'loose' && draft.place !== null
        ? looseIntents(id, draft.place, qty.value)
        : vesselIntents(
            { lotId: id, locationId: draft.place, labels: labelsFrom(draft.label, count), qty: qty.value },
            ids(count),
          ),
    );
    if (recorded === null) return;
    rememberPlace(client, draft.place);
    setTouched(false);
    const amount = format.amount(qty.value * count, unit);
    const text = draft.as === 'loose' ? m.items_saved_loose({ amount }) : m.items_saved_vessels({ count, amount });
    const undone = draft.as === 'loose' ? null : m.items_saved_vessels_undone();
    announceSaved(id, text, () => undoReceipt(client, recorded), undone);
    await navigate({ to: '/lots/$id', params: { id }, replace: true });
  };
  return (
    <FormPage
      title={m.items_receive()}
      description={`${item.name} · ${m.items_lot_named({ lot: lot.lotNumber })}`}
      back={
        <RecordLink kind="lot" id={id}>
          {m.items_lot_title({ lot: lot.lotNumber })}
        </RecordLink>
      }
      submit={m.items_receive()}
      isAllowed={isAllowed}
      saving={receipt.recording}
      dirty={touched}
      failure={receipt.failure}
      onSubmit={() => void save()}
    >
      <SegmentedControl
        aria-label={m.items_receive_as()}
        size="md"
        fullWidth
        value={draft.as}
        disabled={receipt.begun}
        onChange={(as) => edit({ as: as === 'loose' ? 'loose' : 'vessels' })}
        data={[
          { value: 'vessels', label: m.items_receive_vessels() },
          { value: 'loose', label: m.items_receive_loose() },
        ]}
      />
      {draft.as === 'vessels' ? (
        <VesselFields draft={draft} faults={faults} unit={unit} locked={receipt.begun} onChange={edit} />
      ) : (
        <TextInput
          label={m.items_use_quantity({ unit: format.unit(unit) })}
          value={draft.qty}
          inputMode="decimal"
          maxLength={40}
          autoComplete="off"
          error={faultText(faults.qty)}
          onChange={(event) => edit({ qty: event.currentTarget.value })}
        />
      )}
      <LocationPicker
        label={m.items_receive_where()}
        none={m.items_place_none_yet()}
        value={draft.place}
        error={faults.place === undefined ? undefined : m.items_fault_place_needed()}
        onChange={(place) => edit({ place })}
      />
    </FormPage>
  );
}
