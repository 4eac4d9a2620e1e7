/** Two changes that met: both values with their people, what was before, and one tap for each way on. */
import { Button, Group } from '@mantine/core';
import { stampMs } from '@tidylab/domain/kernel/stamp';
import type { FieldValues } from '@tidylab/domain/merge/model';
import type { ClashValue } from '@tidylab/domain/merge/review';
import { isSame } from '@tidylab/domain/merge/same';
import { currentValues, type Resolution } from '@tidylab/sync/replica/resolving';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab, useLive } from '../../../store/use-live.tsx';
import { personName, RecordLink, useFormat } from '../../movements/index.ts';
import { mayResolve } from '../commands.ts';
import type { OpenReview } from '../queries.ts';
import { recordName, valuesText } from '../values.ts';
import { fieldWords, whyWords } from '../wording.ts';
import { Card, type CardOf } from './card.tsx';
import { EditValue } from './edit-value.tsx';
import classes from './reviews.module.css';
import { useResolve } from './use-resolve.ts';

const linked = new Set(['item', 'lot', 'container', 'location']);

function Title({ clash }: { clash: ClashValue }) {
  const { kind, id } = clash.record;
  const name = useLive((replica) => recordName(replica, clash.record), [clash.record]);
  const field =
    clash.field in clash.yours ? fieldWords(clash.field) : Object.keys(clash.yours).map(fieldWords).join(', ');
  return (
    <>
      {linked.has(kind) ? (
        <RecordLink kind={kind as 'item'} id={id}>
          {name}
        </RecordLink>
      ) : (
        name
      )}
      {` · ${field}`}
    </>
  );
}

function textOf({ value }: OpenReview): string | null {
  if (value.kind === 'moved-twice') return m.reviews_moved_text();
  if (value.kind === 'edited-deleted') return m.reviews_deleted_text();
  return value.code === 'conflict' ? null : m.reviews_guard_text({ why: whyWords(value.code) });
}

interface Side {
  readonly name: string;
  readonly detail: string;
  readonly text: string;
}

/** Both sides as the reader sees them: their own is "yours", whichever came second. */
function useSides(review: OpenReview, clash: ClashValue) {
  const { me } = useLab();
  const format = useFormat();
  return useLive(
    (replica) => {
      const { user, eff } = review.value;
      const write = (values: FieldValues): string => valuesText(replica, format, clash.record, values);
      const by = (id: string, stamp: string): string =>
        id === ''
          ? m.reviews_unknown_person()
          : m.reviews_by_at({
              name: personName(replica, id) ?? m.reviews_unknown_person(),
              time: format.instant(stampMs(stamp)),
            });
      const came: Side = { name: m.reviews_yours(), detail: by(user, eff), text: write(clash.yours) };
      const held: Side = { name: m.reviews_theirs(), detail: by(clash.by, clash.when), text: write(clash.theirs) };
      const isHeldMine = clash.by === me.id && user !== me.id;
      const now = currentValues(replica, clash);
      const isThird = !isSame(now, clash.yours) && !isSame(now, clash.theirs);
      return {
        mine: isHeldMine ? { ...held, name: m.reviews_yours() } : came,
        other: isHeldMine ? { ...came, name: m.reviews_theirs() } : held,
        isHeldMine,
        /** Neither is the reader's, or both are: then the values themselves say which is which. */
        isNobodys: (clash.by === me.id) === (user === me.id),
        before: write(clash.before),
        now: isThird ? write(now) : null,
      };
    },
    [review, clash, format, me.id],
  );
}

type Sides = ReturnType<typeof useSides>;

function Values({ sides }: { sides: Sides }) {
  const rows = [
    sides.mine,
    sides.other,
    { name: m.reviews_before(), detail: '', text: sides.before },
    ...(sides.now === null ? [] : [{ name: m.reviews_now(), detail: '', text: sides.now }]),
  ];
  return (
    <dl className={classes.sides}>
      {rows.map(({ name, detail, text }, at) => (
        <div key={name + String(at)} className={classes.side}>
          <dt>
            {sides.isNobodys && detail !== '' ? detail : [name, detail].filter((part) => part !== '').join(' · ')}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const keepWords = (sides: Sides, isDeleted: boolean, which: 'mine' | 'other', values: FieldValues): string => {
  if (isDeleted) return values['deletedAt'] === null ? m.reviews_bring_back() : m.reviews_leave_deleted();
  if (sides.isNobodys) return m.reviews_keep_value({ value: sides[which].text });
  return which === 'mine' ? m.reviews_keep_mine() : m.reviews_keep_theirs();
};

export function ClashCard({ review, clash, onResolved }: CardOf<OpenReview> & { clash: ClashValue }) {
  const lab = useLab();
  const sides = useSides(review, clash);
  const { busy, failure, resolve } = useResolve(review, onResolved);
  const [isEditing, setEditing] = useState(false);
  const isDeleted = clash.field === 'deletedAt';
  const [mine, other] = sides.isHeldMine ? [clash.theirs, clash.yours] : [clash.yours, clash.theirs];
  const choose = (came: boolean): Resolution => ({ choice: came ? 'mine' : 'theirs' });
  const buttons = (
    <Group gap="xs">
      <Button loading={busy} onClick={() => resolve(choose(!sides.isHeldMine))}>
        <span className={classes.value}>{keepWords(sides, isDeleted, 'mine', mine)}</span>
      </Button>
      <Button variant="default" disabled={busy} onClick={() => resolve(choose(sides.isHeldMine))}>
        <span className={classes.value}>{keepWords(sides, isDeleted, 'other', other)}</span>
      </Button>
      {isDeleted ? null : (
        <Button variant="subtle" disabled={busy} onClick={() => setEditing(true)}>
          {m.reviews_edit()}
        </Button>
      )}
    </Group>
  );
  const way = isEditing ? (
    <EditValue
      clash={clash}
      busy={busy}
      onCancel={() => setEditing(false)}
      onSave={(values) => resolve({ choice: 'edit', values })}
    />
  ) : (
    buttons
  );
  return (
    <Card title={<Title clash={clash} />} text={textOf(review)} failure={failure}>
      <Values sides={sides} />
      {mayResolve(lab, review) ? way : <p className={classes.text}>{m.reviews_ask()}</p>}
    </Card>
  );
}
