/** Where something stands: one line for each bucket, each with how its number came about and a way to use some. */
import { Button } from '@mantine/core';
import { bucketKey } from '@tidylab/domain/ledger/model';
import type { Stock } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import {
  Amount,
  defaultUse,
  HowComputed,
  nameOfLot,
  nameOfPlace,
  PlaceLabel,
  placeWords,
  RecordLink,
  UseButton,
} from '../../movements/index.ts';
import { BucketActions } from './bucket-actions.tsx';
import { ExpiryChip } from './expiry-chip.tsx';
import classes from './lots.module.css';

interface StockLine {
  readonly stock: Stock;
  readonly key: string;
  readonly lot: ReturnType<typeof nameOfLot>;
  readonly place: ReturnType<typeof nameOfPlace>;
  readonly expiry: string | null;
  readonly own: boolean;
  /** Base units of one use. */
  readonly step: number;
}

function lineOf(replica: Replica, stock: Stock): StockLine {
  const { balance } = stock;
  const key = bucketKey(balance.what, balance.place);
  const lot = replica.record('lot', stock.lotId)?.fields;
  const item = lot ? replica.record('item', lot.itemId)?.fields : undefined;
  const container = stock.containerId === null ? undefined : replica.record('container', stock.containerId)?.fields;
  const here = {
    qty: balance.qty,
    inContainer: stock.containerId !== null,
    unit: item?.stockUnit ?? '1',
    packSize: lot?.packSize ?? null,
  } as const;
  return {
    stock,
    key,
    lot: nameOfLot(replica, stock.lotId),
    place: nameOfPlace(replica, balance.place),
    expiry: lot?.expiry ?? null,
    own: replica.isOwn('balance', key),
    step: defaultUse({ container: container?.useStep ?? null, item: item?.useStep ?? null }, here),
  };
}

/** First to expire first, as it should be used; then by place. */
const byExpiry = (a: StockLine, b: StockLine): number => {
  const left = a.expiry ?? '9999-12-31';
  const right = b.expiry ?? '9999-12-31';
  if (left !== right) return left < right ? -1 : 1;
  return placeWords(a.place).localeCompare(placeWords(b.place));
};

const shownAtFirst = 50;

interface StockListProps {
  readonly label: string;
  /** Must not change its meaning without `about` changing. */
  readonly select: (replica: Replica) => readonly Stock[];
  readonly about: string;
  /** Without the lot, on the lot's own screen. */
  readonly withLot?: boolean;
}

export function StockList({ label, select, about, withLot = true }: StockListProps) {
  const lines = useLive(
    (replica) =>
      select(replica)
        .map((stock) => lineOf(replica, stock))
        .sort(byExpiry),
    [about],
  );
  const [all, setAll] = useState(false);
  if (lines.length === 0) return <p className={classes.none}>{m.items_stock_none()}</p>;
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {shown.map((line) => (
          <StockRow key={line.key} line={line} withLot={withLot} />
        ))}
      </ul>
      {shown.length < lines.length ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {m.items_show_all({ count: lines.length })}
        </Button>
      ) : null}
    </>
  );
}

function StockRow({ line, withLot }: { line: StockLine; withLot: boolean }) {
  const { stock, lot, place } = line;
  const { qty, approximate = false } = stock.balance;
  const about = placeWords(place);
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <div className={classes.text}>
          <div className={classes.title}>
            <PlaceLabel name={place} />
          </div>
          <div className={classes.detail}>
            {withLot ? (
              <RecordLink kind="lot" id={lot.lotId}>
                {lot.lotNumber === null ? m.items_lot_missing() : m.items_lot_named({ lot: lot.lotNumber })}
              </RecordLink>
            ) : null}
            <ExpiryChip expiry={line.expiry} />
          </div>
        </div>
        <div className={classes.end}>
          <Amount base={qty} unit={lot.unit} own={line.own} approximate={approximate} />
          {qty < 0 ? <div className={classes.detail}>{m.items_below_zero()}</div> : null}
        </div>
      </div>
      <div className={classes.actions}>
        {lot.unit === null ? null : (
          <UseButton
            lotId={lot.lotId}
            from={stock.balance.place}
            unit={lot.unit}
            step={line.step}
            available={qty}
            about={about}
          />
        )}
        {lot.unit === null ? null : (
          <BucketActions lotId={lot.lotId} place={stock.balance.place} unit={lot.unit} qty={qty} about={about} />
        )}
        <HowComputed bucket={line.key} unit={lot.unit} about={about} />
      </div>
    </li>
  );
}
