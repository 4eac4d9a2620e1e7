/** Flash for the eye, one sentence for a screen reader: once for each thing that is said. */
import { bucketKey } from '@tidylab/domain/ledger/model';
import type { Replica } from '@tidylab/sync/replica/replica';
import { useMemo } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { type Formats, useFormat } from '../../movements/index.ts';
import type { Said, ScanEntry } from '../core/session.ts';
import { lastStep } from '../core/session.ts';
import { toneOf } from '../core/tone.ts';
import { itemName, placeName, shownOf, unitOfItem } from '../naming.ts';
import { sessionStore, useSessionState } from '../session-store.ts';
import { questionText, warningText, whyText, writeFailureText } from '../wording.ts';
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

function sentence(replica: Replica, { outcome }: ScanEntry, what: Said['what'], format: Formats): string {
  switch (outcome.kind) {
    case 'place':
      return `${m.scan_place_now()}: ${placeName(replica, `l:${outcome.placeId}`)}`;
    case 'looked': {
      const { title, detail, qty, unit } = shownOf(replica, outcome.target);
      return [title, detail, qty === null ? '' : format.amount(qty, unit)].filter((part) => part !== '').join(', ');
    }
    case 'asking':
      return questionText(replica, outcome.question, sessionStore.getState().amount, format);
    case 'unknown':
      return `${m.scan_unknown()}. ${whyText(outcome.why)}`;
    case 'take': {
      const { take, steps, failure } = outcome;
      if (what === 'failed')
        return failure === null ? '' : `${m.common_needs_attention()}: ${writeFailureText(failure)}`;
      const unit = unitOfItem(replica, take.itemId);
      const left = m.scan_left({
        amount: format.amount(replica.balance(bucketKey(take.lotId, take.from))?.qty ?? 0, unit),
      });
      const name = itemName(replica, take.itemId);
      if (what === 'undone')
        return `${m.scan_undone_text({ amount: format.amount(take.qty, unit), item: name })} ${left}.`;
      const taken = m.scan_taken({ amount: format.amount(lastStep(steps)?.qty ?? take.qty, unit) });
      return [
        `${name}: ${taken}, ${left}. ${m.common_saved_here()}.`,
        ...take.warnings.map((each) => warningText(replica, each, take, format)),
      ].join(' ');
    }
  }
}
