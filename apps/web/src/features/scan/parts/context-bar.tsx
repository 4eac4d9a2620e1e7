import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { useFormat } from '../../movements/index.ts';
import { placeName } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import classes from './scan.module.css';

/** What holds for every scan until it is changed: the place, and a set amount. */
export function ContextBar() {
  const { scanner } = useScan();
  const format = useFormat();
  const placeId = useSessionState((session) => session.placeId);
  const mode = useSessionState((session) => session.mode);
  const amount = useSessionState((session) => session.amount);
  const place = useLive((replica) => (placeId === null ? '' : placeName(replica, `l:${placeId}`)), [placeId]);
  return (
    <>
      {placeId === null ? null : (
        <div className={classes.sticky} data-testid="scan-place">
          <IconMapPin size={20} aria-hidden />
          <span>{mode === 'use' ? m.scan_place_set({ place }) : m.scan_place_here({ place })}</span>
          <Button variant="white" onClick={() => scanner.choose({ type: 'place', placeId: null })}>
            {m.scan_place_clear()}
          </Button>
        </div>
      )}
      {amount === null || mode !== 'use' ? null : (
        <div className={classes.sticky} data-testid="scan-amount-set">
          <span>{m.scan_amount_set({ amount: format.amount(amount.base, amount.unit) })}</span>
          <Button variant="white" onClick={() => scanner.choose({ type: 'amount', amount: null })}>
            {m.scan_amount_usual()}
          </Button>
        </div>
      )}
    </>
  );
}
