import { TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Container } from '@tidylab/domain/records';
import type { UnitCode } from '@tidylab/domain/units/units';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { useLive } from '../../../store/use-live.tsx';
import { decimalSeparator } from '../../../ui/format.ts';
import { faultText, focusFirstFault, FormPage, MissingPage, useEdit } from '../../lots/index.ts';
import { nameOfLot, RecordLink, useFormat } from '../../movements/index.ts';
import { type ContainerDraft, draftOfContainer, readContainer } from '../container-draft.ts';

export default function EditContainerPage() {
  const { id = '' } = useParams({ strict: false });
  const container = useLive((replica) => replica.record('container', id)?.fields, [id]);
  const unit = useLive((replica) => (container ? nameOfLot(replica, container.lotId).unit : null), [container]);
  if (!container || unit === null) return <MissingPage title={m.items_container_edit()} />;
  return <EditContainer key={id} id={id} container={container} unit={unit} />;
}

function EditContainer({ id, container, unit }: { id: string; container: Container; unit: UnitCode }) {
  const format = useFormat();
  const navigate = useNavigate();
  const { isAllowed, saving, failure, save: saveFields } = useEdit('container', id, container);
  const [draft, setDraft] = useState(() => draftOfContainer(container, unit, decimalSeparator(getLocale())));
  const [touched, setTouched] = useState(false);
  const [faults, setFaults] = useState<Partial<Record<keyof ContainerDraft, string>>>({});
  const change = (part: Partial<ContainerDraft>): void => {
    setTouched(true);
    setFaults({});
    setDraft((now) => ({ ...now, ...part }));
  };
  const save = async (): Promise<void> => {
    const read = readContainer(draft, unit);
    if (!read.ok) {
      setFaults(read.faults);
      return focusFirstFault();
    }
    if (await saveFields(read.fields)) await navigate({ to: '/containers/$id', params: { id }, replace: true });
  };
  return (
    <FormPage
      title={m.items_container_edit()}
      back={
        <RecordLink kind="container" id={id}>
          {container.label}
        </RecordLink>
      }
      submit={m.items_form_save()}
      isAllowed={isAllowed}
      saving={saving}
      dirty={touched}
      failure={failure}
      onSubmit={() => void save()}
    >
      <TextInput
        label={m.items_container_label()}
        value={draft.label}
        maxLength={80}
        autoComplete="off"
        error={faultText(faults.label)}
        onChange={(event) => change({ label: event.currentTarget.value })}
      />
      <TextInput
        label={m.items_use_step_in({ unit: format.unit(unit) })}
        description={m.items_container_step_hint()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.useStep}
        inputMode="decimal"
        maxLength={40}
        autoComplete="off"
        error={faultText(faults.useStep)}
        onChange={(event) => change({ useStep: event.currentTarget.value })}
      />
    </FormPage>
  );
}
