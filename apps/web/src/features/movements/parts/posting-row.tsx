/** One posting in words: what, how much, where, who, when, why; struck through and said so when it was voided. */
import { Button } from '@mantine/core';
import { isCount, type Posting } from '@tidylab/domain/ledger/model';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { StatusDot } from '../../../ui/status-dot.tsx';
import { postingMs } from '../ledger-filter.ts';
import { type EntryLine, entryLine, isOwnPosting, personName, voidedByName } from '../queries.ts';
import { useFormat } from '../use-format.ts';
import { kindWords, placeShort } from '../wording.ts';
import classes from './movements.module.css';
import { RecordLink } from './record-link.tsx';
import { UndoPosting } from './undo-posting.tsx';

const entriesAtFirst = 3;

interface PostingRowProps {
  readonly posting: Posting;
  /** The item of the screen: its entries come first, and do not repeat its name. */
  readonly itemId?: string | null;
}

export function PostingRow({ posting, itemId = null }: PostingRowProps) {
  const [all, setAll] = useState(false);
  const voided = posting.voidedBy !== null;
  const kind = kindWords[posting.kind]();
  const lines = useLive(
    (replica) => {
      const made = posting.entries.map((entry) => entryLine(replica, entry));
      if (itemId === null) return made;
      const ours = made.filter((line) => line.lot.itemId === itemId);
      return [...ours, ...made.filter((line) => line.lot.itemId !== itemId)];
    },
    [posting, itemId],
  );
  const shown = all ? lines : lines.slice(0, entriesAtFirst);
  const more = lines.length - shown.length;
  return (
    <div className={classes.posting} data-voided={voided ? '' : undefined}>
      <div className={classes.what}>
        {shown.map((line, index) => (
          <EntryText
            key={index}
            line={line}
            kind={index === 0 ? kind : null}
            named={itemId === null || line.lot.itemId !== itemId}
            voided={voided}
          />
        ))}
        {more > 0 ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {m.items_more_entries({ count: more })}
          </Button>
        ) : null}
        <Circumstances posting={posting} />
      </div>
      {voided ? null : (
        <UndoPosting posting={posting} about={m.items_undo_about({ kind, count: posting.entries.length })} />
      )}
    </div>
  );
}

function EntryText({
  line,
  kind,
  named,
  voided,
}: {
  line: EntryLine;
  kind: string | null;
  named: boolean;
  voided: boolean;
}) {
  const format = useFormat();
  const { entry, lot, from, to } = line;
  const places = isCount(entry)
    ? m.items_entry_at({ place: placeShort(from) })
    : m.items_entry_from_to({ from: placeShort(from), to: placeShort(to) });
  const Words = voided ? 's' : 'span';
  return (
    <div>
      <Words>
        {kind === null ? null : <b>{kind} </b>}
        <span className={classes.quantity}>{format.amount(entry.qty, lot.unit)}</span>
        {' · '}
        {named ? <LotItem line={line} /> : null}
        <RecordLink kind="lot" id={lot.lotId}>
          {lot.lotNumber === null ? m.items_lot_missing() : m.items_lot_named({ lot: lot.lotNumber })}
        </RecordLink>
      </Words>
      <div className={classes.aside}>{places}</div>
    </div>
  );
}

function LotItem({ line }: { line: EntryLine }) {
  const { itemId, item } = line.lot;
  if (itemId === null) return null;
  return (
    <>
      <RecordLink kind="item" id={itemId}>
        {item ?? m.items_item_missing()}
      </RecordLink>
      {' · '}
    </>
  );
}

function Circumstances({ posting }: { posting: Posting }) {
  const format = useFormat();
  const people = useLive(
    (replica) => ({
      person: personName(replica, posting.user),
      voider: posting.voidedBy === null ? null : voidedByName(replica, posting),
      own: isOwnPosting(replica, posting.id),
    }),
    [posting],
  );
  const voided =
    posting.voidedBy === null
      ? ''
      : people.voider === null
        ? m.items_voided()
        : m.items_voided_by({ person: people.voider });
  const words = [
    people.person ?? m.items_person_unknown(),
    format.instant(postingMs(posting)),
    posting.reason ?? '',
    posting.note ?? '',
  ];
  return (
    <div className={classes.aside}>
      {people.own ? <StatusDot state="here" label={m.items_own_unsent()} /> : null}{' '}
      {words.filter((word) => word !== '').join(' · ')}
      {voided === '' ? null : <b> · {voided}</b>}
    </div>
  );
}
