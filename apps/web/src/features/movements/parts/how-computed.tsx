/** "How this was computed": opens in place, under the number, and shows the arithmetic behind it. */
import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { stampMs } from '@tidylab/domain/kernel/stamp';
import type { Posting } from '@tidylab/domain/ledger/model';
import type { UnitCode } from '@tidylab/domain/units/units';
import { type ReactNode, useId, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { StatusDot } from '../../../ui/status-dot.tsx';
import { type Explanation, explainBucket } from '../explain.ts';
import { personName } from '../queries.ts';
import { useFormat } from '../use-format.ts';
import { kindWords } from '../wording.ts';
import classes from './movements.module.css';
import { ServerDifference } from './server-difference.tsx';

/** A button that opens its content in place. `about` tells several of them apart for those who do not see where they stand. */
export function Disclosure({ label, about, children }: { label: string; about: string; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon size={16} aria-hidden />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-description={about}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open ? (
        <div id={id} className={classes.opened}>
          {children()}
        </div>
      ) : null}
    </>
  );
}

interface HowComputedProps {
  readonly bucket: string;
  readonly unit: UnitCode | null;
  /** What the number is of. */
  readonly about: string;
}

export function HowComputed({ bucket, unit, about }: HowComputedProps) {
  return (
    <Disclosure label={m.items_how_computed()} about={about}>
      {() => <Arithmetic bucket={bucket} unit={unit} about={about} />}
    </Disclosure>
  );
}

const shownAtFirst = 30;

function Arithmetic({ bucket, unit, about }: HowComputedProps) {
  const explained = useLive((replica) => explainBucket(replica, bucket), [bucket]);
  const [all, setAll] = useState(false);
  const { steps } = explained;
  const hidden = all ? 0 : Math.max(0, steps.length - shownAtFirst);
  const format = useFormat();
  const folded = steps.slice(0, hidden).reduce((sum, step) => sum + step.qty, 0);
  return (
    <>
      <table className={classes.sum} aria-label={m.items_how_table({ about })}>
        <tbody>
          <StartLine explained={explained} unit={unit} />
          {explained.earlier === 0 ? null : (
            <SumLine text={m.items_how_earlier()} change={format.change(explained.earlier, unit)} />
          )}
          {hidden === 0 ? null : (
            <SumLine text={m.items_how_folded({ count: hidden })} change={format.change(folded, unit)} />
          )}
          {steps.slice(hidden).map(({ posting, qty, own }) => (
            <PostingLine key={posting.id} posting={posting} own={own} change={format.change(qty, unit)} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m.items_how_balance()}</th>
            <td>
              {explained.approximate ? '≈ ' : '= '}
              {format.amount(explained.qty, unit)}
            </td>
          </tr>
        </tfoot>
      </table>
      {hidden === 0 ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {m.items_show_all({ count: steps.length })}
        </Button>
      )}
      {explained.approximate ? <p className={classes.aside}>{m.items_how_approximate()}</p> : null}
      <p className={classes.aside}>
        <ServerDifference buckets={[bucket]} unit={unit} />
      </p>
    </>
  );
}

function StartLine({ explained, unit }: { explained: Explanation; unit: UnitCode | null }) {
  const format = useFormat();
  const { count } = explained;
  if (count === null) return <SumLine text={m.items_how_start()} change={format.amount(0, unit)} />;
  if (count.posting)
    return <PostingLine posting={count.posting} own={count.own} change={format.amount(count.qty, unit)} />;
  const time = format.instant(stampMs(count.at.eff));
  return <SumLine text={m.items_how_count({ time })} change={format.amount(count.qty, unit)} />;
}

function SumLine({ text, change }: { text: ReactNode; change: string }) {
  return (
    <tr>
      <th scope="row">{text}</th>
      <td>{change}</td>
    </tr>
  );
}

function PostingLine({ posting, own, change }: { posting: Posting; own: boolean; change: string }) {
  const format = useFormat();
  const name = useLive((replica) => personName(replica, posting.user), [posting.user]);
  const person = name ?? m.items_person_unknown();
  const words = m.items_how_line({
    kind: kindWords[posting.kind](),
    person,
    time: format.instant(stampMs(posting.eff)),
  });
  return (
    <SumLine
      text={
        <>
          {own ? <StatusDot state="here" label={m.items_own_unsent()} /> : null} {words}
        </>
      }
      change={change}
    />
  );
}
