/** A new item. What is typed stays on this device until it is saved; a code that was scanned is learned with it. */
import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { Notice } from '../../../ui/notice.tsx';
import {
  announceSaved,
  barcodeFor,
  creation,
  focusFirstFault,
  FormPage,
  newId,
  recordAll,
  useMay,
} from '../../lots/index.ts';
import { failureText } from '../../movements/index.ts';
import { emptyItem, type ItemDraft, type ItemFaults, readItem } from '../item-draft.ts';
import { scannedSearch } from '../item-search-params.ts';
import { DuplicateNotice } from '../parts/duplicate-notice.tsx';
import { ItemFields } from '../parts/item-fields.tsx';
import { MoreFields } from '../parts/more-fields.tsx';
import classes from '../parts/items.module.css';
import { parseDraft } from '../stored-draft.ts';

const inMore: readonly (keyof ItemDraft)[] = ['cas', 'synonyms', 'useStep', 'minimum'];
const isEmpty = (draft: ItemDraft): boolean => JSON.stringify(draft) === JSON.stringify(emptyItem);

function useStoredDraft(labId: string) {
  return useLocalStorage<ItemDraft>({
    key: `tidylab.new-item.${labId}`,
    defaultValue: emptyItem,
    getInitialValueInEffect: false,
    deserialize: parseDraft,
  });
}

export default function NewItemPage() {
  const client = useLab();
  const navigate = useNavigate();
  const isAllowed = useMay()('create-item');
  const scanned = scannedSearch(useSearch({ strict: false }));
  const [stored, setStored, forget] = useStoredDraft(client.lab.id);
  const draft: ItemDraft =
    stored.catalogNumber === '' && scanned.catalogue !== undefined && isEmpty(stored)
      ? { ...stored, catalogNumber: scanned.catalogue }
      : stored;
  const [ids] = useState(() => ({ item: newId(client), barcode: newId(client) }));
  const [recorded, setRecorded] = useState(0);
  const [faults, setFaults] = useState<ItemFaults>({});
  const [more, setMore] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<ItemDraft>): void => {
    setFaults({});
    setStored({ ...draft, ...part });
  };
  const save = async (): Promise<void> => {
    const read = readItem(draft);
    if (!read.ok) {
      setFaults(read.faults);
      if (inMore.some((name) => read.faults[name] !== undefined)) setMore(true);
      return focusFirstFault();
    }
    setSaving(true);
    // The item comes last: whatever was typed until it is recorded is what is recorded.
    const { key } = scanned;
    const codes = key === undefined ? [] : [barcodeFor(ids.barcode, key, { kind: 'item', id: ids.item })];
    const { done, failure: why } = await recordAll(
      client,
      [...codes, creation('item', ids.item, read.fields)],
      recorded,
    );
    setRecorded(done);
    setSaving(false);
    if (why !== null) return setFailure(failureText(why));
    forget();
    announceSaved(ids.item, m.items_saved_item());
    const { lot, expiry } = scanned;
    const carried = { ...(lot === undefined ? {} : { lot }), ...(expiry === undefined ? {} : { expiry }) };
    await navigate({ to: '/items/$id', params: { id: ids.item }, search: carried, replace: true });
  };
  return (
    <FormPage
      title={m.items_new()}
      back={
        <Link to="/items" className={classes.link}>
          {m.items_title()}
        </Link>
      }
      submit={m.items_item_save()}
      isAllowed={isAllowed}
      saving={saving}
      dirty={!isEmpty(stored)}
      failure={failure}
      onSubmit={() => void save()}
    >
      <Given scannedKey={scanned.key} kept={!isEmpty(stored)} onClear={forget} />
      <ItemFields draft={draft} faults={faults} onChange={change} />
      <DuplicateNotice draft={draft} />
      <div>
        <Button variant="light" size="md" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? m.items_form_less() : m.items_form_more()}
        </Button>
      </div>
      {more ? <MoreFields draft={draft} faults={faults} onChange={change} /> : null}
    </FormPage>
  );
}

/** What the form begins with: a scanned code, and what was typed before and not saved. */
function Given({ scannedKey, kept, onClear }: { scannedKey: string | undefined; kept: boolean; onClear: () => void }) {
  const [wasKept] = useState(kept);
  return (
    <>
      {scannedKey === undefined ? null : (
        <Notice tone="info">{m.items_new_code({ code: scannedKey.slice(scannedKey.indexOf(':') + 1) })}</Notice>
      )}
      {wasKept && kept ? (
        <Notice
          tone="info"
          action={
            <Button variant="default" onClick={onClear}>
              {m.items_draft_clear()}
            </Button>
          }
        >
          {m.items_draft_kept()}
        </Notice>
      ) : null}
    </>
  );
}
