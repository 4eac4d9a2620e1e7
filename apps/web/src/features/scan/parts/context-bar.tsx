import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { useFormat } from '../../movements/index.ts';
import { thingName } from '../act-words.ts';
import { placeName } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import { placeSetWords } from '../wording.ts';
import classes from './scan.module.css';

/** What holds for every scan until it is changed: the place or target, the basket, and a set amount. */
export function ContextBar() {
  const mode = useSessionState((session) => session.mode);
  return (
    <>
      {mode === 'move' ? <MoveContext /> : <PlaceContext mode={mode} />}
      {mode === 'use' || mode === 'receive' ? <AmountContext /> : null}
    </>
  );
}

interface BarProps {
  readonly testId: string;
  readonly children: ReactNode;
  readonly clear: string;
  readonly onClear: () => void;
  readonly icon?: boolean;
}

const Bar = ({ testId, children, clear, onClear, icon }: BarProps) => (
  <div className={classes.sticky} data-testid={testId}>
    {icon ? <IconMapPin size={20} aria-hidden /> : null}
    <span>{children}</span>
    <Button variant="white" onClick={onClear}>
      {clear}
    </Button>
  </div>
);

function PlaceContext({ mode }: { mode: keyof typeof placeSetWords }) {
  const { scanner } = useScan();
  const placeId = useSessionState((session) => session.placeId);
  const place = useLive((replica) => (placeId === null ? '' : placeName(replica, `l:${placeId}`)), [placeId]);
  if (placeId === null) return null;
  return (
    <Bar
      testId="scan-place"
      icon
      clear={m.scan_place_clear()}
      onClear={() => scanner.choose({ type: 'place', placeId: null })}
    >
      {placeSetWords[mode](place)}
    </Bar>
  );
}

function MoveContext() {
  const { scanner } = useScan();
  const targetId = useSessionState((session) => session.targetId);
  const basket = useSessionState((session) => session.basket);
  const target = useLive((replica) => (targetId === null ? '' : placeName(replica, `l:${targetId}`)), [targetId]);
  const things = useLive((replica) => basket.map((thing) => thingName(replica, thing)).join(', '), [basket]);
  return (
    <>
      {targetId === null ? null : (
        <Bar
          testId="scan-target"
          icon
          clear={m.scan_target_clear()}
          onClear={() => scanner.choose({ type: 'target', placeId: null })}
        >
          {m.scan_target_set({ place: target })}
        </Bar>
      )}
      {basket.length === 0 ? null : (
        <Bar
          testId="scan-basket"
          clear={m.scan_basket_clear()}
          onClear={() => scanner.choose({ type: 'basket', basket: [] })}
        >
          {m.scan_basket({ n: basket.length, things })}
        </Bar>
      )}
    </>
  );
}

function AmountContext() {
  const { scanner } = useScan();
  const format = useFormat();
  const amount = useSessionState((session) => session.amount);
  if (amount === null) return null;
  return (
    <Bar
      testId="scan-amount-set"
      clear={m.scan_amount_usual()}
      onClear={() => scanner.choose({ type: 'amount', amount: null })}
    >
      {m.scan_amount_set({ amount: format.amount(amount.base, amount.unit) })}
    </Bar>
  );
}
