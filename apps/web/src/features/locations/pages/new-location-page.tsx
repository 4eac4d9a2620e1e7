/** A new location, with a label code of its own that can be printed and scanned. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab, useLive } from '../../../store/use-live.tsx';
import {
  announceSaved,
  barcodeFor,
  creation,
  focusFirstFault,
  FormPage,
  newId,
  newOwnCode,
  recordAll,
  useMay,
} from '../../lots/index.ts';
import { failureText } from '../../movements/index.ts';
import { type LocationDraft, readLocation, usualTypeInside } from '../location-draft.ts';
import { newLocationSearch } from '../location-search.ts';
import { LocationFields } from '../parts/location-fields.tsx';
import classes from '../parts/locations.module.css';

export default function NewLocationPage() {
  const client = useLab();
  const navigate = useNavigate();
  const isAllowed = useMay()('create-location');
  const { parent = null } = newLocationSearch(useSearch({ strict: false }));
  const parentType = useLive((replica) => replica.record('location', parent ?? '')?.fields.type, [parent]);
  const [draft, setDraft] = useState<LocationDraft>({
    name: '',
    type: usualTypeInside(parentType),
    parentId: parent,
    temperature: '',
  });
  const [ids] = useState(() => ({ id: newId(client), barcode: newId(client), code: newOwnCode(client) }));
  const [recorded, setRecorded] = useState(0);
  const [touched, setTouched] = useState(false);
  const [nameMissing, setNameMissing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<LocationDraft>): void => {
    setTouched(true);
    setNameMissing(false);
    setDraft((now) => ({ ...now, ...part }));
  };
  const save = async (): Promise<void> => {
    const fields = readLocation(draft);
    if (!fields) {
      setNameMissing(true);
      return focusFirstFault();
    }
    setSaving(true);
    const { id, barcode, code } = ids;
    // The location comes last: whatever was typed until it is recorded is what is recorded.
    const intents = [
      barcodeFor(barcode, `own:${code}`, { kind: 'location', id }),
      creation('location', id, { ...fields, code }),
    ];
    const { done, failure: why } = await recordAll(client, intents, recorded);
    setRecorded(done);
    setSaving(false);
    if (why !== null) return setFailure(failureText(why));
    setTouched(false);
    announceSaved(id, m.items_saved_location({ name: fields.name }));
    await navigate({ to: '/locations/$id', params: { id }, replace: true });
  };
  return (
    <FormPage
      title={m.items_location_new()}
      back={
        <Link to="/locations" className={classes.link}>
          {m.items_locations_title()}
        </Link>
      }
      submit={m.items_location_save()}
      isAllowed={isAllowed}
      saving={saving}
      dirty={touched}
      failure={failure}
      onSubmit={() => void save()}
    >
      <LocationFields draft={draft} nameMissing={nameMissing} self={null} onChange={change} />
    </FormPage>
  );
}
