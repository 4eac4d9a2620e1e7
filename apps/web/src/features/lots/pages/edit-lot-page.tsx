import { useNavigate, useParams } from '@tanstack/react-router';
import type { Lot } from '@tidylab/domain/records';
import type { UnitCode } from '@tidylab/domain/units/units';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLive } from '../../../store/use-live.tsx';
import { decimalSeparator } from '../../../ui/format.ts';
import { RecordLink, useFormat } from '../../movements/index.ts';
import { draftOfLot, type LotDraft, type LotFaults, readLot } from '../lot-draft.ts';
import { FormPage } from '../parts/form-page.tsx';
import { LotFields } from '../parts/lot-fields.tsx';
import { MissingPage } from '../parts/missing-page.tsx';
import { useEdit } from '../use-edit.ts';
import { focusFirstFault } from '../wording.ts';

export default function EditLotPage() {
  const { id = '' } = useParams({ strict: false });
  const lot = useLive((replica) => replica.record('lot', id)?.fields, [id]);
  const unit = useLive((replica) => replica.record('item', lot?.itemId ?? '')?.fields.stockUnit, [lot]);
  if (!lot || !unit) return <MissingPage title={m.items_lot_edit()} />;
  return <EditLot key={id} id={id} lot={lot} unit={unit} />;
}

function EditLot({ id, lot, unit }: { id: string; lot: Lot; unit: UnitCode }) {
  const format = useFormat();
  const navigate = useNavigate();
  const { isAllowed, saving, failure, save: saveFields } = useEdit('lot', id, lot);
  const [draft, setDraft] = useState<LotDraft>(() => draftOfLot(lot, unit, decimalSeparator(getLocale())));
  const [touched, setTouched] = useState(false);
  const [faults, setFaults] = useState<LotFaults>({});
  const change = (part: Partial<LotDraft>): void => {
    setTouched(true);
    setFaults({});
    setDraft((now) => ({ ...now, ...part }));
  };
  const save = async (): Promise<void> => {
    const read = readLot(draft, unit, format.today());
    if (!read.ok) {
      setFaults(read.faults);
      return focusFirstFault();
    }
    if (await saveFields(read.fields)) await navigate({ to: '/lots/$id', params: { id }, replace: true });
  };
  return (
    <FormPage
      title={m.items_lot_edit()}
      back={
        <RecordLink kind="lot" id={id}>
          {m.items_lot_title({ lot: lot.lotNumber })}
        </RecordLink>
      }
      submit={m.items_form_save()}
      isAllowed={isAllowed}
      saving={saving}
      dirty={touched}
      failure={failure}
      onSubmit={() => void save()}
    >
      <LotFields draft={draft} faults={faults} unit={unit} onChange={change} />
    </FormPage>
  );
}
