import type { Fields, RecordKind } from '@tidylab/domain/records';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { useLab } from '../../store/use-live.tsx';
import { saveEdit } from './save-edit.ts';
import { useMay } from './use-may.ts';
import { faultText } from './wording.ts';

export interface Editing<K extends RecordKind> {
  readonly isAllowed: boolean;
  readonly saving: boolean;
  /** In words. */
  readonly failure: string | null;
  /** True: saved on this device. After a change from elsewhere it says so once; saving again keeps what was typed. */
  save(after: Partial<Fields<K>>): Promise<boolean>;
}

/**
 * One form that edits one record. `fields` are the record's, as they are now. What was typed is compared with what they
 * were when the form opened; with `live`, for a control that shows what is there now, with what they are.
 */
export function useEdit<K extends RecordKind>(
  kind: K,
  id: string,
  fields: Fields<K>,
  { live = false }: { readonly live?: boolean } = {},
): Editing<K> {
  const client = useLab();
  const isAllowed = useMay()(`edit-${kind}`);
  const [opened, setOpened] = useState(fields);
  const before = live ? fields : opened;
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const save = async (after: Partial<Fields<K>>): Promise<boolean> => {
    setSaving(true);
    const why = await saveEdit(client, { kind, id, before, after }, m.items_saved_changes());
    setSaving(false);
    setFailure(why === null ? null : (faultText(why) ?? null));
    if (why === 'changed-meanwhile') setOpened(fields);
    return why === null;
  };
  return { isAllowed, saving, failure, save };
}
