import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { useFormat } from '../../movements/index.ts';
import type { Undoable } from '../core/session.ts';
import { undoWords } from '../act-words.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { hintWords } from '../wording.ts';
import { CountStepper, useDraft } from './count-stepper.tsx';
import classes from './dock.module.css';

/** How long the big Undo is there, ms; after that the list has it. */
const undoMs = 8000;

/** Room for the big Undo, kept when there is none, so that nothing moves under the thumb. */
export function UndoSlot({ hint }: { hint: boolean }) {
  const undoable = useSessionState((session) => session.undoable);
  const mode = useSessionState((session) => session.mode);
  const draft = useDraft();
  if (!draft && !undoable && !hint) return null;
  return (
    <div className={classes.slot}>
      {draft ? <CountStepper entry={draft} /> : null}
      {!draft && undoable ? <UndoButton key={undoable.n} undoable={undoable} /> : null}
      {draft || undoable ? null : <p className={classes.hint}>{hintWords[mode]()}</p>}
    </div>
  );
}

function UndoButton({ undoable }: { undoable: Undoable }) {
  const { scanner } = useScan();
  const format = useFormat();
  const { n, act, steps } = undoable;
  useEffect(() => {
    const timer = setTimeout(() => scanner.choose({ type: 'undo-over', n }), undoMs);
    return () => clearTimeout(timer);
  }, [scanner, n]);
  const what = useLive((replica) => undoWords(replica, act, steps.at(-1)?.qty ?? 0, format), [act, steps, format]);
  return (
    <PrimaryButton
      fullWidth
      variant="outline"
      leftSection={<IconArrowBackUp size={24} aria-hidden />}
      onClick={() => scanner.undoLast()}
      data-testid="scan-undo"
    >
      {m.scan_undo()} {what}
    </PrimaryButton>
  );
}
