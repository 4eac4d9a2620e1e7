/** The last five scans, each with − and + in steps of what it took, and Undo for all of it. */
import { Button } from '@mantine/core';
import type { Replica } from '@tidylab/sync/replica/replica';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Section } from '../../../ui/section.tsx';
import { useFormat } from '../../movements/index.ts';
import { actDone, actPlace, actTitle, isLoose, thingName } from '../act-words.ts';
import { type ActOutcome, amountNow, liveSteps, type Outcome, type ScanEntry } from '../core/session.ts';
import { locationName, shownOf } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { refusedText, whyText, writeFailureText } from '../wording.ts';
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
  if (outcome.kind === 'act') return <ActRow id={entry.id} outcome={outcome} />;
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <div className={classes.rowTitle} id={titleId}>
          {isNamed(outcome) ? <ThingName outcome={outcome} /> : <CodeText code={entry.code} />}
        </div>
        <p className={classes.quiet}>
          <StateWords outcome={outcome} />
        </p>
      </div>
    </li>
  );
});

type Plain = Exclude<Outcome, { kind: 'act' }>;
type Named = Extract<Plain, { kind: 'looked' | 'place' | 'target' | 'wait' }>;

const isNamed = (outcome: Plain): outcome is Named =>
  outcome.kind === 'looked' || outcome.kind === 'place' || outcome.kind === 'target' || outcome.kind === 'wait';

function stateWords(replica: Replica, outcome: Plain): string {
  switch (outcome.kind) {
    case 'looked':
      return m.scan_looked();
    case 'place':
      return m.scan_place_now();
    case 'target':
      return m.scan_target_now();
    case 'wait':
      return m.scan_wait_state();
    case 'refused':
      return refusedText(replica, outcome.why, outcome.placeId);
    case 'asking':
      return m.scan_unanswered();
    case 'unknown':
      return whyText(outcome.why);
  }
}

function StateWords({ outcome }: { outcome: Plain }) {
  const text = useLive((replica) => stateWords(replica, outcome), [outcome]);
  return <>{text}</>;
}

function nameOf(replica: Replica, outcome: Named): string {
  if (outcome.kind === 'looked') return shownOf(replica, outcome.target).title;
  return outcome.kind === 'wait' ? thingName(replica, outcome.thing) : locationName(replica, outcome.placeId);
}

function ThingName({ outcome }: { outcome: Named }) {
  const name = useLive((replica) => nameOf(replica, outcome), [outcome]);
  return <>{name}</>;
}

function actState({ act, steps, writing, failure, draft }: ActOutcome): string {
  if (failure !== null) return writeFailureText(failure);
  if (draft !== null) return m.scan_draft();
  if (writing > 0) return m.scan_recording();
  if (liveSteps(steps).length > 0) return m.common_saved_here();
  return act.kind === 'count' && steps.length === 0 ? m.scan_count_left_out() : m.scan_undone();
}

function ActRow({ id, outcome }: { id: number; outcome: ActOutcome }) {
  const { scanner } = useScan();
  const format = useFormat();
  const titleId = useId();
  const { act, steps, draft } = outcome;
  const title = useLive((replica) => `${actTitle(replica, act)}, ${actPlace(replica, act)}`, [act]);
  const done = useLive(
    (replica) => actDone(replica, act, draft ?? amountNow(outcome), format),
    [act, draft, outcome, format],
  );
  const isEmpty = liveSteps(steps).length === 0 && draft === null;
  const hasSteps = act.kind !== 'move' || isLoose(act);
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <div className={classes.rowTitle} id={titleId}>
          {title}
        </div>
        <p className={classes.quiet}>
          {done} · {actState(outcome)}
        </p>
      </div>
      <div className={classes.stepper} role="group" aria-labelledby={titleId}>
        {hasSteps ? (
          <>
            <StepButton label={m.scan_less()} disabled={isEmpty} onStep={() => scanner.less(id)} icon="less" />
            <StepButton
              label={m.scan_more()}
              disabled={isEmpty && act.kind === 'move'}
              onStep={() => scanner.more(id)}
              icon="more"
            />
          </>
        ) : null}
        <Button variant="default" className={classes.step ?? ''} disabled={isEmpty} onClick={() => scanner.undo(id)}>
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
