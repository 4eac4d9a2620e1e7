/** A change that was not accepted: why, its data, and putting it away with a reason. */
import { Button, Group, TextInput } from '@mantine/core';
import { isCount, type LedgerEntry } from '@tidylab/domain/ledger/model';
import type { EditRecordBody } from '@tidylab/domain/merge/model';
import type { Op } from '@tidylab/sync/protocol/op';
import type { Replica } from '@tidylab/sync/replica/replica';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab, useLive } from '../../../store/use-live.tsx';
import { type Formats, nameOfLot, nameOfPlace, personName, placeWords, useFormat } from '../../movements/index.ts';
import { mayResolve } from '../commands.ts';
import { type OpenReview, ownOpOf } from '../queries.ts';
import { valuesText } from '../values.ts';
import { opWords, whyWords } from '../wording.ts';
import { Card, type CardOf } from './card.tsx';
import classes from './reviews.module.css';
import { useResolve } from './use-resolve.ts';

function entryWords(replica: Replica, format: Formats, entry: LedgerEntry): string {
  const { item, lotNumber, unit } = nameOfLot(replica, entry.what);
  const lot = [item ?? m.reviews_unknown_item(), lotNumber ?? ''].filter((part) => part !== '').join(' · ');
  const amount = Number.isSafeInteger(entry.qty) ? format.amount(entry.qty, unit) : String(entry.qty);
  if (isCount(entry))
    return m.reviews_entry_count({ lot, amount, place: placeWords(nameOfPlace(replica, entry.place)) });
  const [from, to] = [placeWords(nameOfPlace(replica, entry.from)), placeWords(nameOfPlace(replica, entry.to))];
  return m.reviews_entry({ lot, amount, from, to });
}

/** What the op says, in lines. What cannot be read as what its type says is shown as it is. */
function dataLines(replica: Replica, format: Formats, { type, body }: Op): string[] {
  try {
    const { entries, fields, set } = body as { entries?: LedgerEntry[]; fields?: object; set?: EditRecordBody['set'] };
    if (type.startsWith('post-') && entries) return entries.map((entry) => entryWords(replica, format, entry));
    const record = { kind: String(body['kind']), id: String(body['id']) };
    const values = set ? Object.fromEntries(Object.entries(set).map(([field, { to }]) => [field, to])) : fields;
    if (values) return valuesText(replica, format, record, { ...values }).split(' · ');
  } catch {
    // A malformed body is why it was rejected.
  }
  return [JSON.stringify(body)];
}

function Data({ review }: { review: OpenReview }) {
  const format = useFormat();
  const lines = useLive(
    (replica) => {
      const op = ownOpOf(replica, review);
      return op ? dataLines(replica, format, op) : null;
    },
    [review, format],
  );
  if (lines === null) return <p className={classes.text}>{m.reviews_rejected_elsewhere()}</p>;
  return (
    <details>
      <summary>{m.reviews_rejected_data()}</summary>
      <ul className={classes.data}>
        {lines.map((line, at) => (
          <li key={line + String(at)}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

export function RejectedCard({ review, onResolved }: CardOf<OpenReview>) {
  const lab = useLab();
  const format = useFormat();
  const { user, code, about } = review.value;
  const name = useLive((replica) => personName(replica, user) ?? m.reviews_unknown_person(), [user]);
  const { busy, failure, resolve } = useResolve(review, onResolved);
  const what = opWords(about);
  return (
    <Card
      title={what}
      text={m.reviews_rejected_text({ what, name, time: format.instant(review.ms), why: whyWords(code) })}
      failure={failure}
    >
      <Data review={review} />
      {mayResolve(lab, review) ? (
        <Discard busy={busy} onDiscard={(note) => resolve({ choice: 'dismiss', note })} />
      ) : (
        <p className={classes.text}>{m.reviews_ask()}</p>
      )}
    </Card>
  );
}

function Discard({ busy, onDiscard }: { busy: boolean; onDiscard: (note: string) => void }) {
  const [note, setNote] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  if (note === null) {
    return (
      <div>
        <Button variant="default" onClick={() => setNote('')}>
          {m.reviews_discard()}
        </Button>
      </div>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(note.trim() === '');
        if (note.trim() !== '') onDiscard(note.trim());
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          autoFocus
          maxLength={2000}
          label={m.reviews_discard_reason()}
          error={isMissing ? m.reviews_discard_missing() : null}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {m.reviews_discard_yes()}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => setNote(null)}>
          {m.reviews_cancel()}
        </Button>
      </Group>
    </form>
  );
}
