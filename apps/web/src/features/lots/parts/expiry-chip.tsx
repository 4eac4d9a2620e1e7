import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { m } from '../../../paraglide/messages.js';
import { useFormat } from '../../movements/index.ts';
import { expiryOf } from '../expiry.ts';
import classes from './lots.module.css';

/** When a lot expires, in words; colour and icon only repeat them. Nothing for a lot that does not expire. */
export function ExpiryChip({ expiry }: { expiry: string | null }) {
  const format = useFormat();
  const found = expiryOf(expiry, format.today());
  if (found.state === 'none') return null;
  const day = format.day(found.day);
  if (found.state === 'good') return <span className={classes.good}>{m.items_expiry_good({ day })}</span>;
  const expired = found.state === 'expired';
  const words = expired
    ? m.items_expiry_expired({ day, count: found.days })
    : found.days === 0
      ? m.items_expiry_today({ day })
      : m.items_expiry_soon({ day, count: found.days });
  const Icon = expired ? IconAlertTriangle : IconClock;
  return (
    <span className={classes.chip} data-state={found.state}>
      <Icon size={16} aria-hidden />
      {words}
    </span>
  );
}
