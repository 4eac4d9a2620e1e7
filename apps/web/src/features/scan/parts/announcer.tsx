/** Flash for the eye, one sentence for a screen reader: once for each thing that is said. */
import type { Replica } from '@tidylab/sync/replica/replica';
import { useMemo } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { type Formats, useFormat } from '../../movements/index.ts';
import { actDone, actStands, actTitle, thingName, unitOfAct } from '../act-words.ts';
import { type ActOutcome, lastStep, type Said, type ScanEntry } from '../core/session.ts';
import { toneOf } from '../core/tone.ts';
import { placeName, shownOf } from '../naming.ts';
import { sessionStore, useSessionState } from '../session-store.ts';
import { questionText, refusedText, warningText, whyText, writeFailureText } from '../wording.ts';
import classes from './layout.module.css';

const entryOf = (said: Said | null): ScanEntry | undefined =>
  sessionStore.getState().recent.find(({ id }) => id === said?.entryId);

export function Announcer() {
  const { replica } = useLab();
  const format = useFormat();
  const said = useSessionState((session) => session.said);
  // Read when it is said: what changes afterwards is not said again.
  const text = useMemo(() => {
    const entry = entryOf(said);
    if (!said) return '';
    return entry
      ? sentence(replica, entry, said.what, format)
      : said.what === 'undone'
        ? m.scan_undone()
        : m.scan_not_undone();
  }, [said, replica, format]);
  return (
    <>
      <div role="status" className={classes.announcer} data-testid="scan-announcer">
        <span key={said?.n ?? 0}>{text}</span>
      </div>
      {said ? (
        <div key={said.n} className={classes.flash} data-tone={toneOf(entryOf(said), said.what)} aria-hidden />
      ) : null}
    </>
  );
}

function sentence(replica: Replica, { outcome, mode }: ScanEntry, what: Said['what'], format: Formats): string {
  switch (outcome.kind) {
    case 'place':
      return `${m.scan_place_now()}: ${placeName(replica, `l:${outcome.placeId}`)}`;
    case 'target':
      return m.scan_target_set({ place: placeName(replica, `l:${outcome.placeId}`) });
    case 'wait':
      return `${thingName(replica, outcome.thing)}. ${m.scan_wait()}.`;
    case 'refused':
      return refusedText(replica, outcome.why, outcome.placeId);
    case 'looked': {
      const { title, detail, qty, unit } = shownOf(replica, outcome.target);
      return [title, detail, qty === null ? '' : format.amount(qty, unit)].filter((part) => part !== '').join(', ');
    }
    case 'asking':
      return questionText(replica, outcome.question, { mode, amount: sessionStore.getState().amount }, format);
    case 'unknown':
      return `${m.scan_unknown()}. ${whyText(outcome.why)}`;
    case 'act':
      return actSentence(replica, outcome, what, format);
  }
}

function actSentence(replica: Replica, outcome: ActOutcome, what: Said['what'], format: Formats): string {
  const { act, steps, failure, draft } = outcome;
  const name = actTitle(replica, act);
  const stands = actStands(replica, outcome, format);
  if (what === 'failed') return failure === null ? '' : `${m.common_needs_attention()}: ${writeFailureText(failure)}`;
  if (what === 'undone')
    return act.kind === 'use'
      ? `${m.scan_undone_text({ amount: format.amount(act.qty, unitOfAct(replica, act)), item: name })} ${stands}.`
      : `${name}: ${m.scan_undone()}.`;
  const amount = draft ?? lastStep(steps)?.qty ?? 0;
  const done = `${name}: ${actDone(replica, act, amount, format)}.`;
  const warnings = act.warnings.map((each) => warningText(replica, each, act, format));
  const kept = draft === null ? `${m.common_saved_here()}.` : `${m.scan_draft()}.`;
  return [done, act.kind === 'move' ? '' : `${stands}.`, kept, ...warnings].filter((part) => part !== '').join(' ');
}
