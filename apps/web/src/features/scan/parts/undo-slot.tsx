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
import classes from './dock.module.css';

/** How long the big Undo is there, ms; after that the list has it. */
const undoMs = 8000;

/** Room for the big Undo, kept when there is none, so that nothing moves under the thumb. */
export function UndoSlot({ hint }: { hint: boolean }) {
  const undoable = useSessionState((session) => session.undoable);
  const mode = useSessionState((session) => session.mode);
  if (!undoable && !hint) return null;
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
  const { n, itemId, qty } = undoable;
  useEffect(() => {
    const timer = setTimeout(() => scanner.choose({ type: 'undo-over', n }), undoMs);
    return () => clearTimeout(timer);
  }, [scanner, n]);
  const what = useLive(
    (replica) =>
      m.scan_undo_what({ amount: format.amount(qty, unitOfItem(replica, itemId)), item: itemName(replica, itemId) }),
    [itemId, qty, format],
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
