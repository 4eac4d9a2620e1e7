import { useNavigate, useParams } from '@tanstack/react-router';
import type { Item } from '@tidylab/domain/records';
import { units } from '@tidylab/domain/units/units';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLive } from '../../../store/use-live.tsx';
import { decimalSeparator } from '../../../ui/format.ts';
import { focusFirstFault, FormPage, MissingPage, useEdit } from '../../lots/index.ts';
import { RecordLink } from '../../movements/index.ts';
import { draftOfItem, type ItemDraft, type ItemFaults, readItem } from '../item-draft.ts';
import { DuplicateNotice } from '../parts/duplicate-notice.tsx';
import { ItemFields } from '../parts/item-fields.tsx';
import { MoreFields } from '../parts/more-fields.tsx';

export default function EditItemPage() {
  const { id = '' } = useParams({ strict: false });
  const item = useLive((replica) => replica.record('item', id)?.fields, [id]);
  if (!item) return <MissingPage title={m.items_item_edit()} />;
  return <EditItem key={id} id={id} item={item} />;
}

function EditItem({ id, item }: { id: string; item: Item }) {
  const navigate = useNavigate();
  const { isAllowed, saving, failure, save: saveFields } = useEdit('item', id, item);
  const [draft, setDraft] = useState<ItemDraft>(() => draftOfItem(item, decimalSeparator(getLocale())));
  const [touched, setTouched] = useState(false);
  const [faults, setFaults] = useState<ItemFaults>({});
  const change = (part: Partial<ItemDraft>): void => {
    setTouched(true);
    setFaults({});
    setDraft((now) => ({ ...now, ...part }));
  };
  const save = async (): Promise<void> => {
    const read = readItem(draft);
    if (!read.ok) {
      setFaults(read.faults);
      return focusFirstFault();
    }
    if (await saveFields(read.fields)) await navigate({ to: '/items/$id', params: { id }, replace: true });
  };
  return (
    <FormPage
      title={m.items_item_edit()}
      back={
        <RecordLink kind="item" id={id}>
          {item.name}
        </RecordLink>
      }
      submit={m.items_form_save()}
      isAllowed={isAllowed}
      saving={saving}
      dirty={touched}
      failure={failure}
      onSubmit={() => void save()}
    >
      <ItemFields draft={draft} faults={faults} onChange={change} only={units[item.baseUnit].dimension} />
      <DuplicateNotice draft={draft} except={id} />
      <MoreFields draft={draft} faults={faults} onChange={change} />
    </FormPage>
  );
}
