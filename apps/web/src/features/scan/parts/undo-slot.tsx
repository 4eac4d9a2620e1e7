import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { useFormat } from '../../movements/index.ts';
import type { Undoable } from '../core/session.ts';
import { itemName, unitOfItem } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import classes from './scan.module.css';

/** How long the big Undo is there, ms; after that the list has it. */
const undoMs = 8000;

/** Room for the big Undo, kept when there is none, so that nothing moves under the thumb. */
export function UndoSlot() {
  const undoable = useSessionState((session) => session.undoable);
  const mode = useSessionState((session) => session.mode);
  return (
    <div className={classes.slot}>
      {undoable ? (
        <UndoButton key={undoable.n} undoable={undoable} />
      ) : (
        <p className={classes.hint}>{mode === 'use' ? m.scan_hint_use() : m.scan_hint_look()}</p>
      )}
    </div>
  );
}

function UndoButton({ undoable }: { undoable: Undoable }) {
  const { scanner } = useScan();
  const format = useFormat();
  const { n, entryId, postingId } = undoable;
  useEffect(() => {
    const timer = setTimeout(() => scanner.choose({ type: 'undo-over', n }), undoMs);
    return () => clearTimeout(timer);
  }, [scanner, n]);
  const outcome = useSessionState((session) => session.recent.find(({ id }) => id === entryId)?.outcome);
  const take = outcome?.kind === 'take' ? outcome.take : null;
  const qty = outcome?.kind === 'take' ? (outcome.steps.find((step) => step.postingId === postingId)?.qty ?? 0) : 0;
  const what = useLive(
    (replica) =>
      take === null ? '' : m.scan_undo_what({ amount: format.amount(qty, unitOfItem(replica, take.itemId)), item: itemName(replica, take.itemId) }),
    [take, qty, format],
  );
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
