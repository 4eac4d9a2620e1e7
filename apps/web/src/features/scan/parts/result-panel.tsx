/** What the last scan did, legible at arm's length. "Saved on this device" appears when, and only when, it is. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { HazardPictogram } from '../../../ui/hazard-pictogram.tsx';
import { hazardName } from '../../hazards/index.ts';
import { ExpiryChip } from '../../lots/index.ts';
import { useFormat } from '../../movements/index.ts';
import { actNumber, actStands, actTitle, thingName } from '../act-words.ts';
import { scanModes } from '../core/modes.ts';
import { type ActOutcome, liveSteps, type Outcome, type Said, type ScanEntry } from '../core/session.ts';
import { isWithin, locationOf } from '../core/take.ts';
import { toneOf } from '../core/tone.ts';
import { placeName, shownOf } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { modeWords } from '../mode-words.ts';
import { placeFirstWords, refusedText, warningText, whyText, writeFailureText } from '../wording.ts';
import { CodeText } from './code-text.tsx';
import classes from './scan.module.css';

/** The entry the panel is about: one being recorded, else the one something was said of. */
function useShownEntry(): { entry: ScanEntry | undefined; what: Said['what'] | 'recording' } {
  const recent = useSessionState((session) => session.recent);
  const said = useSessionState((session) => session.said);
  const [newest] = recent;
  if (newest?.outcome.kind === 'act' && newest.outcome.writing > 0 && newest.outcome.steps.length === 0) {
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
  const mode = useSessionState((session) => session.mode);
  const isLost = useSessionState((session) => session.placeId === null);
  return (
    <>
      <p className={classes.big}>{m.scan_ready()}</p>
      <p className={classes.quiet}>
        {m.scan_ready_text()} {isLost ? placeFirstWords[mode]() : null}
      </p>
    </>
  );
}

function OutcomeView({ entry, what }: { entry: ScanEntry; what: Said['what'] | 'recording' }): ReactNode {
  const { outcome } = entry;
  switch (outcome.kind) {
    case 'act':
      return <ActView id={entry.id} outcome={outcome} what={what} />;
    case 'looked':
      return <LookedView id={entry.id} outcome={outcome} />;
    case 'place':
      return <PlaceView placeId={outcome.placeId} what={m.scan_place_now()} />;
    case 'target':
      return <PlaceView placeId={outcome.placeId} what={m.scan_target_now()} />;
    case 'wait':
      return <WaitView outcome={outcome} />;
    case 'refused':
      return <RefusedView outcome={outcome} />;
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

interface ActViewProps {
  readonly id: number;
  readonly outcome: ActOutcome;
  readonly what: Said['what'] | 'recording';
}

function ActView({ id, outcome, what }: ActViewProps) {
  const format = useFormat();
  const { act, steps, failure, draft } = outcome;
  const title = useLive((replica) => actTitle(replica, act), [act]);
  const number = useLive(
    (replica) => actNumber(replica, outcome, what === 'recording', format),
    [outcome, what, format],
  );
  const stands = useLive((replica) => actStands(replica, outcome, format), [outcome, format]);
  const warnings = useLive(
    (replica) => act.warnings.map((warning) => warningText(replica, warning, act, format)),
    [act, format],
  );
  const isLive = liveSteps(steps).length > 0;
  return (
    <>
      <div className={classes.resultHead}>
        <p className={classes.big}>{title}</p>
        {number === '' || (what === 'undone' && !isLive) ? null : (
          <p className={`${classes.big} ${classes.number}`}>{number}</p>
        )}
      </div>
      {stands === '' ? null : <p className={classes.line}>{stands}</p>}
      {what === 'recording' ? <p className={classes.quiet}>{m.scan_recording()}</p> : null}
      {failure === null ? null : (
        <p className={classes.fail}>
          {steps.length === 0 ? m.scan_not_recorded() : m.common_needs_attention()}: {writeFailureText(failure)}
        </p>
      )}
      {what === 'undone' ? <p className={classes.saved}>{m.scan_undone()}</p> : null}
      {what === 'result' && isLive ? <Extras outcome={outcome} /> : null}
      {what === 'result' && (isLive || draft !== null) ? warnings.map((text) => <Warn key={text}>{text}</Warn>) : null}
      {act.kind === 'count' && what === 'result' ? <HereNow id={id} placeId={act.placeId} place={act.place} /> : null}
      {failure === null && what !== 'recording' && steps.length > 0 ? <Saved isDraft={draft !== null} /> : null}
    </>
  );
}

const Saved = ({ isDraft }: { isDraft: boolean }) =>
  isDraft ? null : (
    <p className={classes.saved}>
      <IconCircleCheck size={20} aria-hidden />
      {m.common_saved_here()}
    </p>
  );

/** What came into being with a receipt. */
function Extras({ outcome: { act, steps } }: { outcome: ActOutcome }) {
  if (act.kind !== 'receive') return null;
  const made = act.vessels * liveSteps(steps).length;
  return (
    <>
      {act.newLot ? <p className={classes.quiet}>{m.scan_new_lot({ lot: act.newLot.lotNumber })}</p> : null}
      {made > 0 ? <p className={classes.quiet}>{m.scan_vessels({ n: made })}</p> : null}
    </>
  );
}

/** A vessel that the book has elsewhere is brought here with one tap. */
function HereNow({ id, placeId, place }: { id: number; placeId: string; place: string }) {
  const { scanner } = useScan();
  const isElsewhere = useLive(
    (replica) => place.startsWith('c:') && !isWithin(replica, locationOf(replica, place), placeId),
    [place, placeId],
  );
  if (!isElsewhere) return null;
  return (
    <Button variant="light" className={classes.step ?? ''} onClick={() => scanner.bringHere(id)}>
      {m.scan_here_now()}
    </Button>
  );
}

function WaitView({ outcome: { thing } }: { outcome: Extract<Outcome, { kind: 'wait' }> }) {
  const { scanner } = useScan();
  const name = useLive((replica) => thingName(replica, thing), [thing]);
  return (
    <>
      <p className={classes.quiet}>{m.scan_wait()}</p>
      <p className={classes.big}>{name}</p>
      {thing.kind === 'box' ? (
        <>
          <p className={classes.quiet}>{m.scan_wait_box()}</p>
          <Button variant="light" className={classes.step ?? ''} onClick={() => scanner.intoBox(thing.id)}>
            {m.scan_into_box({ box: name })}
          </Button>
        </>
      ) : null}
    </>
  );
}

function RefusedView({ outcome: { why, placeId } }: { outcome: Extract<Outcome, { kind: 'refused' }> }) {
  const text = useLive((replica) => refusedText(replica, why, placeId), [why, placeId]);
  return <p className={classes.big}>{text}</p>;
}

const Warn = ({ children }: { children: ReactNode }) => (
  <p className={classes.warn}>
    <IconAlertTriangle size={20} aria-hidden />
    <span>{children}</span>
  </p>
);

interface LookedViewProps {
  readonly id: number;
  readonly outcome: Extract<Outcome, { kind: 'looked' }>;
}

function LookedView({ id, outcome: { target, unknownLot } }: LookedViewProps) {
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
      <GoOn id={id} />
      <Button component={Link} to={`/${target.kind}s/${target.id}`} variant="light" className={classes.step ?? ''}>
        {m.scan_open()}
      </Button>
    </>
  );
}

/** What was looked up is the first scan of another mode. */
function GoOn({ id }: { id: number }) {
  const { scanner } = useScan();
  return (
    <div className={classes.goOn} role="group" aria-label={m.scan_go_on()}>
      {scanModes
        .filter((mode) => mode !== 'look')
        .map((mode) => (
          <Button key={mode} variant="default" className={classes.step ?? ''} onClick={() => scanner.goOn(id, mode)}>
            {modeWords[mode]()}
          </Button>
        ))}
    </div>
  );
}

function PlaceView({ placeId, what }: { placeId: string; what: string }) {
  const name = useLive((replica) => placeName(replica, `l:${placeId}`), [placeId]);
  return (
    <>
      <p className={classes.quiet}>{what}</p>
      <p className={classes.big}>{name}</p>
      <Button component={Link} to={`/locations/${placeId}`} variant="light" className={classes.step ?? ''}>
        {m.scan_open()}
      </Button>
    </>
  );
}
