/** The number that is about to be recorded, with its − and + under the thumb. A vessel's is recorded by itself. */
import { Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { useFormat } from '../../movements/index.ts';
import type { ScanEntry } from '../core/session.ts';
import { itemName, unitOfItem } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import classes from './dock.module.css';
import scan from './scan.module.css';

/** How long the number of a vessel may be changed before it is recorded, ms. */
const draftMs = 2000;

/** The newest count that is not recorded yet. */
export const useDraft = (): ScanEntry | undefined =>
  useSessionState(({ recent }) =>
    recent.find(({ outcome }) => outcome.kind === 'act' && outcome.act.kind === 'count' && outcome.draft !== null),
  );

export function CountStepper({ entry: { id, outcome } }: { entry: ScanEntry }) {
  const { scanner } = useScan();
  const format = useFormat();
  const act = outcome.kind === 'act' && outcome.act.kind === 'count' ? outcome.act : null;
  const draft = outcome.kind === 'act' ? outcome.draft : null;
  const isVessel = act?.place.startsWith('c:') ?? false;
  const itemId = act?.itemId ?? '';
  useEffect(() => {
    if (!isVessel || draft === null) return undefined;
    const timer = setTimeout(() => scanner.commitCounts(), draftMs);
    return () => clearTimeout(timer);
  }, [scanner, id, isVessel, draft]);
  const item = useLive((replica) => itemName(replica, itemId), [itemId]);
  const unit = useLive((replica) => unitOfItem(replica, itemId), [itemId]);
  return (
    <div className={classes.counter} role="group" aria-label={item} data-testid="scan-counter">
      <Button
        variant="default"
        className={scan.step ?? ''}
        aria-label={m.scan_less()}
        title={m.scan_less()}
        disabled={draft === 0}
        onClick={() => scanner.less(id)}
      >
        <IconMinus size={24} aria-hidden />
      </Button>
      <p className={classes.counted}>
        <strong>{format.amount(draft ?? 0, unit)}</strong>
        <span>{isVessel ? m.scan_draft_soon() : m.scan_draft()}</span>
      </p>
      <Button
        variant="default"
        className={scan.step ?? ''}
        aria-label={m.scan_more()}
        title={m.scan_more()}
        onClick={() => scanner.more(id)}
      >
        <IconPlus size={24} aria-hidden />
      </Button>
      <Button variant="default" className={scan.step ?? ''} onClick={() => scanner.undo(id)}>
        {m.scan_undo()}
      </Button>
    </div>
  );
}
