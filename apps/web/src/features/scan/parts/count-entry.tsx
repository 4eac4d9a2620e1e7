import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import type { Count } from '../core/act.ts';
import type { ScanSession } from '../core/session.ts';
import { itemName, unitOfItem } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { QuantityForm } from './typed-answer.tsx';
import classes from './dock.module.css';

const newestCount = ({ recent }: ScanSession): number | undefined =>
  recent.find(({ outcome }) => outcome.kind === 'act' && outcome.act.kind === 'count')?.id;

/** The number of what was scanned last, by hand. */
export function CountEntry({ onDone }: { onDone: () => void }) {
  const id = useSessionState(newestCount);
  const act = useSessionState((session) => {
    const outcome = session.recent.find((entry) => entry.id === id)?.outcome;
    return outcome?.kind === 'act' && outcome.act.kind === 'count' ? outcome.act : null;
  });
  if (id === undefined || act === null)
    return (
      <p role="status" className={classes.hint}>
        {m.scan_count_nothing()}
      </p>
    );
  return <Numbered key={id} id={id} act={act} onDone={onDone} />;
}

function Numbered({ id, act, onDone }: { id: number; act: Count; onDone: () => void }) {
  const { scanner } = useScan();
  const item = useLive((replica) => itemName(replica, act.itemId), [act.itemId]);
  const unit = useLive((replica) => unitOfItem(replica, act.itemId), [act.itemId]) ?? '1';
  return (
    <QuantityForm
      label={m.scan_count_field({ item })}
      apply={m.scan_count_apply()}
      unit={unit}
      className={classes.entry ?? ''}
      allowsZero
      onQuantity={(qty) => {
        scanner.setCount(id, qty);
        onDone();
      }}
    />
  );
}
