/** What the last scan did, legible at arm's length. "Saved on this device" appears when, and only when, it is. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { bucketKey } from '@tidylab/domain/ledger/model';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { HazardPictogram } from '../../../ui/hazard-pictogram.tsx';
import { hazardName } from '../../hazards/index.ts';
import { ExpiryChip } from '../../lots/index.ts';
import { useFormat } from '../../movements/index.ts';
import type { Outcome, Said, ScanEntry } from '../core/session.ts';
import { takenNow } from '../core/session.ts';
import { toneOf } from '../core/tone.ts';
import { placeName, shownOf, shortPlace, unitOfItem } from '../naming.ts';
import { useSessionState } from '../session-store.ts';
import { warningText, whyText, writeFailureText } from '../wording.ts';
import { CodeText } from './code-text.tsx';
import classes from './scan.module.css';

/** The entry the panel is about: one being recorded, else the one something was said of. */
function useShownEntry(): { entry: ScanEntry | undefined; what: Said['what'] | 'recording' } {
  const recent = useSessionState((session) => session.recent);
  const said = useSessionState((session) => session.said);
  const [newest] = recent;
  if (newest?.outcome.kind === 'take' && newest.outcome.writing > 0 && newest.outcome.steps.length === 0) {
    return { entry: newest, what: 'recording' };
  }
  return { entry: recent.find(({ id }) => id === said?.entryId), what: said?.what ?? 'result' };
}

export function ResultPanel() {
  const { entry, what } = useShownEntry();
  const tone = what === 'recording' || !entry ? 'plain' : what === 'failed' ? 'danger' : toneOf(entry, what);
  // The question itself stands under the thumb.
  if (entry?.outcome.kind === 'asking') return null;
  return (
    <section className={classes.result} aria-label={m.scan_result()} data-tone={tone} data-testid="scan-result">
      {entry ? <OutcomeView entry={entry} what={what} /> : <Ready />}
    </section>
  );
}

function Ready() {
  const isLost = useSessionState((session) => session.mode === 'use' && session.placeId === null);
  return (
    <>
      <p className={classes.big}>{m.scan_ready()}</p>
      <p className={classes.quiet}>
        {m.scan_ready_text()} {isLost ? m.scan_place_none() : null}
      </p>
    </>
  );
}

function OutcomeView({ entry, what }: { entry: ScanEntry; what: Said['what'] | 'recording' }): ReactNode {
  const { outcome } = entry;
  switch (outcome.kind) {
    case 'take':
      return <TakeView outcome={outcome} what={what} />;
    case 'looked':
      return <LookedView outcome={outcome} />;
    case 'place':
      return <PlaceView placeId={outcome.placeId} />;
    case 'asking':
      return null;
    case 'unknown':
      return (
        <>
          <p className={classes.big}>{m.scan_unknown()}</p>
          <CodeText code={entry.code} />
          <p className={classes.line}>{whyText(outcome.why)}</p>
          <p className={classes.quiet}>{m.scan_unknown_kept()}</p>
        </>
      );
  }
}

function TakeView({
  outcome,
  what,
}: {
  outcome: Extract<Outcome, { kind: 'take' }>;
  what: Said['what'] | 'recording';
}) {
  const format = useFormat();
  const { take, steps, failure } = outcome;
  const { lotId, from, itemId } = take;
  const unit = useLive((replica) => unitOfItem(replica, itemId), [itemId]);
  const left = useLive((replica) => replica.balance(bucketKey(lotId, from))?.qty ?? 0, [lotId, from]);
  const title = useLive((replica) => shownOf(replica, { kind: 'lot', id: lotId, packQty: null }).title, [lotId]);
  const place = useLive((replica) => shortPlace(replica, from), [from]);
  const warnings = useLive(
    (replica) => take.warnings.map((warning) => warningText(replica, warning, take, format)),
    [take, format],
  );
  const taken = takenNow(steps);
  const shownQty = what === 'recording' ? take.qty : taken;
  return (
    <>
      <div className={classes.resultHead}>
        <p className={classes.big}>{title}</p>
        {shownQty === 0 ? null : <p className={`${classes.big} ${classes.number}`}>{format.change(-shownQty, unit)}</p>}
      </div>
      <p className={classes.line}>{m.scan_left_in({ amount: format.amount(left, unit), place })}</p>
      {what === 'recording' ? <p className={classes.quiet}>{m.scan_recording()}</p> : null}
      {failure === null ? null : (
        <p className={classes.fail}>
          {steps.length === 0 ? m.scan_not_recorded() : m.common_needs_attention()}: {writeFailureText(failure)}
        </p>
      )}
      {what === 'undone' ? <p className={classes.saved}>{m.scan_undone()}</p> : null}
      {what === 'result' && taken > 0 ? warnings.map((text) => <Warn key={text}>{text}</Warn>) : null}
      {failure === null && what !== 'recording' ? (
        <p className={classes.saved}>
          <IconCircleCheck size={20} aria-hidden />
          {m.common_saved_here()}
        </p>
      ) : null}
    </>
  );
}

const Warn = ({ children }: { children: ReactNode }) => (
  <p className={classes.warn}>
    <IconAlertTriangle size={20} aria-hidden />
    <span>{children}</span>
  </p>
);

function LookedView({ outcome: { target, unknownLot } }: { outcome: Extract<Outcome, { kind: 'looked' }> }) {
  const format = useFormat();
  const shown = useLive((replica) => shownOf(replica, target), [target]);
  return (
    <>
      <div className={classes.resultHead}>
        <p className={classes.big}>{shown.title}</p>
        {shown.qty === null ? null : (
          <p className={`${classes.big} ${classes.number}`}>{format.amount(shown.qty, shown.unit)}</p>
        )}
      </div>
      <p className={classes.quiet}>{shown.detail}</p>
      {shown.expiry === null ? null : <ExpiryChip expiry={shown.expiry} />}
      {shown.pictograms.length === 0 ? null : (
        <div className={classes.stepper}>
          {shown.pictograms.map((code) => (
            <HazardPictogram key={code} code={code} name={hazardName(code)} size={32} withName />
          ))}
        </div>
      )}
      {unknownLot === null ? null : <Warn>{m.scan_unknown_lot({ lot: unknownLot })}</Warn>}
      <Button component={Link} to={`/${target.kind}s/${target.id}`} variant="light" className={classes.step ?? ''}>
        {m.scan_open()}
      </Button>
    </>
  );
}

function PlaceView({ placeId }: { placeId: string }) {
  const name = useLive((replica) => placeName(replica, `l:${placeId}`), [placeId]);
  return (
    <>
      <p className={classes.quiet}>{m.scan_place_now()}</p>
      <p className={classes.big}>{name}</p>
      <Button component={Link} to={`/locations/${placeId}`} variant="light" className={classes.step ?? ''}>
        {m.scan_open()}
      </Button>
    </>
  );
}
