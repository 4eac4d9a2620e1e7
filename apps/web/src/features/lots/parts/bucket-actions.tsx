/** Setting one bucket right: a count states what is there, a correction states what it changed by and why. */
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { Result } from '@tidylab/domain/kernel/result';
import { bucketKey, type Place } from '@tidylab/domain/ledger/model';
import { parseQuantity } from '@tidylab/domain/units/quantity';
import type { UnitCode } from '@tidylab/domain/units/units';
import type { Op } from '@tidylab/sync/protocol/op';
import { type FormEvent, type ReactNode, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { failureText, undoPosting, useFormat, type WriteFailure } from '../../movements/index.ts';
import { recordCorrection, recordCount } from '../commands.ts';
import { announceSaved } from '../saved-store.ts';
import { parseCounted } from '../typed-amount.ts';
import { useMay } from '../use-may.ts';
import { correctionReasons, faultText, reasonWords } from '../wording.ts';
import classes from './forms.module.css';
import { SavedNotice } from './saved-notice.tsx';

export interface BucketProps {
  readonly lotId: string;
  readonly place: Place;
  /** The item's stock unit. */
  readonly unit: UnitCode;
  /** Base units that are known here. */
  readonly qty: number;
  /** The place in words. */
  readonly about: string;
}

/** "Count" and "Correct", each opening its form in place. */
export function BucketActions(bucket: BucketProps) {
  const may = useMay();
  const [open, setOpen] = useState<'count' | 'correct' | null>(null);
  const close = (): void => setOpen(null);
  const button = (which: 'count' | 'correct', label: string): ReactNode => (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-expanded={open === which}
      aria-description={bucket.about}
      onClick={() => setOpen(open === which ? null : which)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {may('post-count') ? button('count', m.items_count_action()) : null}
      {may('post-adjust') ? button('correct', m.items_correct()) : null}
      {open === 'count' ? <CountForm {...bucket} onDone={close} /> : null}
      {open === 'correct' ? <CorrectForm {...bucket} onDone={close} /> : null}
      <SavedNotice about={bucketKey(bucket.lotId, bucket.place)} />
    </>
  );
}

/** Records, says so beside the bucket, and closes; a refusal is told and leaves the form as it is. */
function useRecording({ lotId, place }: BucketProps, onDone: () => void) {
  const client = useLab();
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const record = async (write: () => Promise<Result<Op, WriteFailure>>, text: string): Promise<void> => {
    setSaving(true);
    const result = await write();
    setSaving(false);
    if (!result.ok) return setFailure(failureText(result.code));
    announceSaved(bucketKey(lotId, place), text, () => undoPosting(client, result.value.id));
    onDone();
  };
  return { client, failure, setFailure, saving, record };
}

function CountForm(props: BucketProps & { readonly onDone: () => void }) {
  const { lotId, place, unit, qty, onDone } = props;
  const format = useFormat();
  const { client, failure, setFailure, saving, record } = useRecording(props, onDone);
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = parseCounted(text, unit);
    if (!read.ok) return setFailure(failureText(read.code));
    const said = m.items_saved_count({ amount: format.amount(read.value, unit), before: format.amount(qty, unit) });
    void record(() => recordCount(client, lotId, place, read.value), said);
  };
  return (
    <form className={classes.opened} onSubmit={submit} noValidate>
      <TextInput
        label={m.items_count_quantity({ unit: format.unit(unit) })}
        description={m.items_count_known({ amount: format.amount(qty, unit) })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        error={failure}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={saving}>
        {m.items_count_save()}
      </Button>
    </form>
  );
}

function CorrectForm(props: BucketProps & { readonly onDone: () => void }) {
  const { lotId, place, unit, qty, onDone } = props;
  const format = useFormat();
  const { client, failure, setFailure, saving, record } = useRecording(props, onDone);
  const [direction, setDirection] = useState('less');
  const [text, setText] = useState('');
  const [reason, setReason] = useState<string>(correctionReasons[0]);
  const [note, setNote] = useState('');
  const read = parseQuantity(text, unit);
  const change = read.ok ? (direction === 'less' ? -read.value : read.value) : 0;
  const noteNeeded = reason === 'other' && note.trim() === '';
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!read.ok) return setFailure(failureText(read.code));
    if (noteNeeded) return;
    const said = m.items_saved_correction({ change: format.change(change, unit) });
    void record(() => recordCorrection(client, { lotId, place, change, reason, note: note.trim() }), said);
  };
  return (
    <form className={classes.opened} onSubmit={submit} noValidate>
      <SegmentedControl
        aria-label={m.items_correct()}
        size="md"
        value={direction}
        onChange={setDirection}
        data={[
          { value: 'less', label: m.items_correct_less() },
          { value: 'more', label: m.items_correct_more() },
        ]}
      />
      <TextInput
        label={m.items_use_quantity({ unit: format.unit(unit) })}
        description={read.ok ? m.items_correct_then({ amount: format.amount(qty + change, unit) }) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        error={failure}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setFailure(null);
        }}
      />
      <NativeSelect
        size="md"
        label={m.items_reason()}
        value={reason}
        data={correctionReasons.map((value) => ({ value, label: reasonWords[value]() }))}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label={m.items_note()}
        value={note}
        maxLength={2000}
        autoComplete="off"
        error={asked && noteNeeded ? faultText('needed') : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={saving}>
        {m.items_correct_save()}
      </Button>
    </form>
  );
}
