/** A value of its own instead of both. Texts are typed here; what has a form of its own is edited there. */
import { Button, Group, TextInput } from '@mantine/core';
import type { FieldValues } from '@tidylab/domain/merge/model';
import type { ClashValue } from '@tidylab/domain/merge/review';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { LinkButton } from '../../lots/index.ts';
import { fieldWords } from '../wording.ts';

/** Fields whose value is a text that people write themselves. */
const texts = new Set([
  'name',
  'category',
  'cas',
  'supplier',
  'catalogNumber',
  'storage',
  'lotNumber',
  'label',
  'temperature',
  'expiry',
]);

const required = new Set(['name', 'category', 'lotNumber', 'label']);

interface EditValueProps {
  readonly clash: ClashValue;
  readonly busy: boolean;
  readonly onSave: (values: FieldValues) => void;
  readonly onCancel: () => void;
}

export function EditValue({ clash, busy, onSave, onCancel }: EditValueProps) {
  const { field } = clash;
  const [text, setText] = useState(String(clash.yours[field] ?? ''));
  const cancel = (
    <Button variant="default" disabled={busy} onClick={onCancel}>
      {m.reviews_cancel()}
    </Button>
  );
  if (!texts.has(field)) {
    return (
      <Group gap="xs">
        <LinkButton to={`/${clash.record.kind}s/${clash.record.id}`}>{m.reviews_edit()}</LinkButton>
        {cancel}
      </Group>
    );
  }
  const value = text.trim() === '' && !required.has(field) ? null : text.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ [field]: value });
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          autoFocus
          label={m.reviews_edit_label({ field: fieldWords(field) })}
          type={field === 'expiry' ? 'date' : 'text'}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {m.reviews_save()}
        </Button>
        {cancel}
      </Group>
    </form>
  );
}
