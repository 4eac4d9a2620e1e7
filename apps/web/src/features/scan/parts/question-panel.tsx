/** One question, one tap: what could not be decided without guessing. Each option says what it would mean. */
import type { Replica } from '@tidylab/sync/replica/replica';
import { bucketKey } from '@tidylab/domain/ledger/model';
import { stockOfLot, totalOf } from '@tidylab/sync/replica/queries';
import { useId } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { type Formats, useFormat } from '../../movements/index.ts';
import type { Option, Question } from '../core/decision.ts';
import type { ScanMode } from '../core/modes.ts';
import { unitOfAct } from '../act-words.ts';
import type { Act } from '../core/act.ts';
import { locationName, shortPlace, shownOf, whereabouts } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { questionText } from '../wording.ts';
import { TypedAnswer } from './typed-answer.tsx';
import classes from './scan.module.css';

const later: Option = { kind: 'later' };

/** Every question can be put off; "none of these" does that already. */
const offered = ({ options }: Question): readonly Option[] =>
  options.some(({ kind }) => kind === 'other-lot') ? options : [...options, later];

/** The newest question that waits for its answer. */
export function QuestionPanel() {
  const entry = useSessionState((session) => session.recent.find(({ outcome }) => outcome.kind === 'asking'));
  return entry?.outcome.kind === 'asking' ? (
    <Ask key={entry.id} entryId={entry.id} question={entry.outcome.question} mode={entry.mode} />
  ) : null;
}

interface AskProps {
  readonly entryId: number;
  readonly question: Question;
  readonly mode: ScanMode;
}

function Ask({ entryId, question, mode }: AskProps) {
  const { scanner } = useScan();
  const format = useFormat();
  const id = useId();
  const amount = useSessionState((session) => session.amount);
  const text = useLive(
    (replica) => questionText(replica, question, { mode, amount }, format),
    [question, mode, amount, format],
  );
  const options = useLive(
    (replica) => offered(question).map((option, key) => ({ option, key, ...optionWords(replica, option, format) })),
    [question, format],
  );
  return (
    <section className={classes.question} data-asks="" aria-labelledby={id} data-testid="scan-question">
      <h2 id={id} className={classes.questionText}>
        {text}
      </h2>
      {question.typed === null ? null : (
        <TypedAnswer typed={question.typed} onAnswer={(option) => scanner.answer(entryId, option)} />
      )}
      <ul className={classes.options}>
        {options.map(({ option, key, title, detail }) => (
          <li key={key}>
            <button type="button" className={classes.option} onClick={() => scanner.answer(entryId, option)}>
              <span>{title}</span> <small>{detail}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function optionWords(replica: Replica, option: Option, format: Formats): { title: string; detail: string } {
  switch (option.kind) {
    case 'target': {
      const { title, detail } = shownOf(replica, option.target);
      return { title, detail };
    }
    case 'lot':
      return lotWords(replica, option.lotId, format);
    case 'place': {
      const unit = shownOf(replica, { kind: 'lot', id: option.lotId, packQty: null }).unit;
      const here = replica.balance(bucketKey(option.lotId, option.from))?.qty ?? 0;
      return {
        title: shortPlace(replica, option.from),
        detail: `${format.amount(here, unit)} · ${whereabouts(replica, option.from)}`,
      };
    }
    case 'usual':
      return { title: usualWords(replica, option.act, format), detail: '' };
    case 'new-lot':
      return {
        title: m.scan_option_new_lot({ lot: option.number }),
        detail: option.expiry === null ? '' : m.scan_expires({ day: format.day(option.expiry) }),
      };
    case 'here':
      return { title: locationName(replica, option.placeId), detail: whereabouts(replica, `l:${option.placeId}`) };
    case 'fill': {
      const { unit } = shownOf(replica, { kind: 'lot', id: option.lotId, packQty: null });
      return { title: m.scan_option_fill({ amount: format.amount(option.qty, unit) }), detail: '' };
    }
    case 'vessel':
      return { title: m.scan_option_vessel(), detail: '' };
    case 'other-lot':
      return { title: m.scan_option_other_lot(), detail: '' };
    case 'later':
      return { title: m.scan_option_later(), detail: '' };
  }
}

function usualWords(replica: Replica, act: Act, format: Formats): string {
  const qty = act.kind === 'move' ? 0 : act.qty;
  const amount = format.amount(qty, unitOfAct(replica, act));
  return act.kind === 'receive' ? m.scan_option_usual_receive({ amount }) : m.scan_option_usual({ amount });
}

function lotWords(replica: Replica, lotId: string, format: Formats): { title: string; detail: string } {
  const { detail: title, unit, expiry } = shownOf(replica, { kind: 'lot', id: lotId, packQty: null });
  const stock = totalOf(stockOfLot(replica, lotId));
  const words = stock === 0 ? m.scan_no_stock() : m.scan_in_stock({ amount: format.amount(stock, unit) });
  if (expiry === null) return { title, detail: words };
  const day = format.day(expiry);
  return { title, detail: `${words} · ${expiry < format.today() ? m.scan_expired({ day }) : m.scan_expires({ day })}` };
}
