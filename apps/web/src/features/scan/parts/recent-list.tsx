/** The last five scans, each with − and + in steps of what it took, and Undo for all of it. */
import { Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Section } from '../../../ui/section.tsx';
import { useFormat } from '../../movements/index.ts';
import { type Outcome, type ScanEntry, takenNow } from '../core/session.ts';
import { locationName, shortPlace, shownOf, unitOfItem } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { whyText, writeFailureText } from '../wording.ts';
import { CodeText } from './code-text.tsx';
import classes from './scan.module.css';

export function RecentList() {
  const recent = useSessionState((session) => session.recent);
  return (
    <Section title={m.scan_recent()}>
      {recent.length === 0 ? (
        <p className={classes.emptyList}>{m.scan_recent_none()}</p>
      ) : (
        <ul className={classes.list} data-testid="scan-recent">
          {recent.map((entry) => (
            <RecentRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </Section>
  );
}

const RecentRow = memo(function RecentRow({ entry }: { entry: ScanEntry }) {
  const { outcome } = entry;
  const titleId = useId();
  if (outcome.kind === 'take') return <TakeRow id={entry.id} outcome={outcome} />;
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <div className={classes.rowTitle} id={titleId}>
          {outcome.kind === 'looked' || outcome.kind === 'place' ? (
            <ThingName outcome={outcome} />
          ) : (
            <CodeText code={entry.code} />
          )}
        </div>
        <p className={classes.quiet}>{stateWords(outcome)}</p>
      </div>
    </li>
  );
});

function stateWords(outcome: Exclude<Outcome, { kind: 'take' }>): string {
  if (outcome.kind === 'looked') return m.scan_looked();
  if (outcome.kind === 'place') return m.scan_place_now();
  return outcome.kind === 'asking' ? m.scan_unanswered() : whyText(outcome.why);
}

function ThingName({ outcome }: { outcome: Extract<Outcome, { kind: 'looked' | 'place' }> }) {
  const name = useLive(
    (replica) =>
      outcome.kind === 'place' ? locationName(replica, outcome.placeId) : shownOf(replica, outcome.target).title,
    [outcome],
  );
  return <>{name}</>;
}

function TakeRow({ id, outcome }: { id: number; outcome: Extract<Outcome, { kind: 'take' }> }) {
  const { scanner } = useScan();
  const format = useFormat();
  const titleId = useId();
  const { take, steps, writing, failure } = outcome;
  const unit = useLive((replica) => unitOfItem(replica, take.itemId), [take.itemId]);
  const lot = useLive((replica) => shownOf(replica, { kind: 'lot', id: take.lotId, packQty: null }), [take.lotId]);
  const place = useLive((replica) => shortPlace(replica, take.from), [take.from]);
  const taken = takenNow(steps);
  const state =
    failure === null
      ? writing > 0
        ? m.scan_recording()
        : taken > 0
          ? m.common_saved_here()
          : m.scan_undone()
      : writeFailureText(failure);
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <div className={classes.rowTitle} id={titleId}>
          {lot.title}, {place}
        </div>
        <p className={classes.quiet}>
          {m.scan_taken({ amount: format.amount(taken, unit) })} · {state}
        </p>
      </div>
      <div className={classes.stepper} role="group" aria-labelledby={titleId}>
        <StepButton label={m.scan_less()} disabled={taken === 0} onStep={() => scanner.less(id)} icon="less" />
        <StepButton label={m.scan_more()} disabled={false} onStep={() => scanner.more(id)} icon="more" />
        <Button
          variant="default"
          className={classes.step ?? ''}
          disabled={taken === 0}
          onClick={() => scanner.undo(id)}
        >
          {m.scan_undo()}
        </Button>
      </div>
    </li>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly icon: 'less' | 'more';
  readonly disabled: boolean;
  readonly onStep: () => void;
}

function StepButton({ label, icon, disabled, onStep }: StepButtonProps) {
  const Icon = icon === 'less' ? IconMinus : IconPlus;
  return (
    <Button
      variant="default"
      className={classes.step ?? ''}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onStep}
    >
      <Icon size={24} aria-hidden />
    </Button>
  );
}
