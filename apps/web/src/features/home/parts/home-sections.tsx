import { isVirtual } from '@tidylab/domain/ledger/model';
import { recentPostings } from '@tidylab/sync/replica/queries';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Row, rowLink, RowList } from '../../../ui/row-list.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusDot } from '../../../ui/status-dot.tsx';
import { type Expiry, expiryOf } from '../../lots/index.ts';
import { nameOfLot, nameOfPlace, placeWords, PostingList, useFormat } from '../../movements/index.ts';
import type { BelowZero, ExpiringLot, LowItem, OpenChange } from '../queries.ts';
import { changeWords, refusalWords } from '../wording.ts';
import classes from './home-sections.module.css';

const shown = 5;

/** How many there are beyond those shown, as a link to all. */
function More({ count, state }: { count: number; state: string }) {
  if (count <= shown) return null;
  return (
    <Link to="/items" search={{ state }} className={classes.more}>
      {m.app_home_more({ n: count - shown })}
    </Link>
  );
}

function RowLink({ to, id, children }: { to: string; id: string; children: ReactNode }) {
  return (
    <Link to={to} params={{ id }} className={rowLink}>
      {children}
    </Link>
  );
}

export function ChangesSection({ changes }: { changes: readonly OpenChange[] }) {
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <Section title={m.app_home_rejected()} aside={<span className={classes.count}>{changes.length}</span>}>
      <RowList>
        {changes.slice(0, shown).map(({ id, type, ms, code }) => (
          <Row
            key={id}
            start={<StatusDot state="attention" label={m.common_needs_attention()} />}
            title={changeWords(type)}
            detail={`${refusalWords(code)} ${m.app_refused_kept()}`}
            end={format.instant(ms)}
          />
        ))}
      </RowList>
    </Section>
  );
}

export function BelowZeroSection({ rows }: { rows: readonly BelowZero[] }) {
  const format = useFormat();
  const named = useLive(
    (replica) =>
      rows.slice(0, shown).map(({ key, balance }) => ({
        key,
        balance,
        lot: nameOfLot(replica, balance.what),
        place: nameOfPlace(replica, balance.place),
      })),
    [rows],
  );
  if (rows.length === 0) return null;
  return (
    <Section title={m.app_home_below_zero()} aside={<span className={classes.count}>{rows.length}</span>}>
      <p className={classes.lead}>{m.app_home_below_zero_text()}</p>
      <RowList>
        {named.map(({ key, balance, lot, place }) => (
          <Row
            key={key}
            title={
              <RowLink to="/lots/$id" id={balance.what}>
                {lot.item ?? m.app_unknown_item()}
              </RowLink>
            }
            detail={isVirtual(balance.place) ? null : placeWords(place)}
            end={<strong className={classes.below}>{format.amount(balance.qty, lot.unit)}</strong>}
          />
        ))}
      </RowList>
    </Section>
  );
}

function ExpiryWords({ expiry }: { expiry: Expiry }) {
  if (expiry.state === 'none') return null;
  const { state, days } = expiry;
  const gone = state === 'expired';
  const words = gone
    ? m.app_home_expired_ago({ n: days })
    : days === 0
      ? m.app_home_expires_today()
      : m.app_home_expires_in({ n: days });
  return (
    <span className={classes.expiry} data-gone={gone || undefined}>
      {words}
    </span>
  );
}

export function ExpiringSection({ lots }: { lots: readonly ExpiringLot[] }) {
  const format = useFormat();
  const named = useLive(
    (replica) => lots.slice(0, shown).map((lot) => ({ ...lot, name: nameOfLot(replica, lot.lotId) })),
    [lots],
  );
  if (lots.length === 0) return null;
  return (
    <Section title={m.app_home_expiring()} aside={<More count={lots.length} state="soon" />}>
      <RowList>
        {named.map(({ lotId, expiry, qty, name }) => (
          <Row
            key={lotId}
            title={
              <RowLink to="/lots/$id" id={lotId}>
                {name.item ?? m.app_unknown_item()}
              </RowLink>
            }
            detail={m.app_home_lot_until({
              lot: name.lotNumber ?? '',
              amount: format.amount(qty, name.unit),
              day: format.day(expiry),
            })}
            end={<ExpiryWords expiry={expiryOf(expiry, format.today())} />}
          />
        ))}
      </RowList>
    </Section>
  );
}

export function LowSection({ items }: { items: readonly LowItem[] }) {
  const format = useFormat();
  if (items.length === 0) return null;
  return (
    <Section title={m.app_home_low()} aside={<More count={items.length} state="low" />}>
      <RowList>
        {items.slice(0, shown).map(({ itemId, item, qty, minimum }) => (
          <Row
            key={itemId}
            title={
              <RowLink to="/items/$id" id={itemId}>
                {item.name}
              </RowLink>
            }
            detail={m.app_home_low_of({
              have: format.amount(qty, item.stockUnit),
              minimum: format.amount(minimum, item.stockUnit),
            })}
            end={<meter className={classes.meter} min={0} max={minimum} value={Math.max(0, qty)} aria-hidden />}
          />
        ))}
      </RowList>
    </Section>
  );
}

export function RecentSection() {
  const postings = useLive((replica) => recentPostings(replica, 6), []);
  return (
    <Section
      title={m.app_home_recent()}
      aside={
        <Link to="/movements" className={classes.more}>
          {m.app_home_recent_all()}
        </Link>
      }
    >
      <PostingList postings={postings} label={m.app_home_recent()} />
    </Section>
  );
}
