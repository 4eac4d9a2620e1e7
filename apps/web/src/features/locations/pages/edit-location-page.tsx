import { useNavigate, useParams } from '@tanstack/react-router';
import type { Location } from '@tidylab/domain/records';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { focusFirstFault, FormPage, MissingPage, useEdit } from '../../lots/index.ts';
import { RecordLink } from '../../movements/index.ts';
import { draftOfLocation, type LocationDraft, readLocation } from '../location-draft.ts';
import { LocationFields } from '../parts/location-fields.tsx';

export default function EditLocationPage() {
  const { id = '' } = useParams({ strict: false });
  const location = useLive((replica) => replica.record('location', id)?.fields, [id]);
  if (!location) return <MissingPage title={m.items_location_edit()} />;
  return <EditLocation key={id} id={id} location={location} />;
}

function EditLocation({ id, location }: { id: string; location: Location }) {
  const navigate = useNavigate();
  const { isAllowed, saving, failure, save: saveFields } = useEdit('location', id, location);
  const [draft, setDraft] = useState<LocationDraft>(() => draftOfLocation(location));
  const [touched, setTouched] = useState(false);
  const [nameMissing, setNameMissing] = useState(false);
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
    if (await saveFields(fields)) await navigate({ to: '/locations/$id', params: { id }, replace: true });
  };
  return (
    <FormPage
      title={m.items_location_edit()}
      back={
        <RecordLink kind="location" id={id}>
          {location.name}
        </RecordLink>
      }
      submit={m.items_form_save()}
      isAllowed={isAllowed}
      saving={saving}
      dirty={touched}
      failure={failure}
      onSubmit={() => void save()}
    >
      <LocationFields draft={draft} nameMissing={nameMissing} self={id} onChange={change} />
    </FormPage>
  );
}
