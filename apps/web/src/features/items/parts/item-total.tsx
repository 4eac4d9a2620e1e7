import type { Item } from '@tidylab/domain/records';
import { stockOfItem, totalOf } from '@tidylab/sync/replica/queries';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { BigNumber } from '../../../ui/big-number.tsx';
import { Disclosure, nameOfLot, nameOfPlace, placeWords, ServerDifference, useFormat } from '../../movements/index.ts';
import classes from './items.module.css';

/** How much there is in all, and the sum it is of. */
export function ItemTotal({ id, item }: { id: string; item: Item }) {
  const format = useFormat();
  const stock = useLive((replica) => stockOfItem(replica, id), [id]);
  const total = totalOf(stock);
  const low = item.minimum !== null && total < item.minimum;
  const approximate = stock.some(({ balance }) => balance.approximate === true);
  const buckets = stock.map(({ balance }) => `${balance.what}@${balance.place}`);
  return (
    <div>
      <BigNumber
        value={`${approximate ? '≈ ' : ''}${format.number(total, item.stockUnit)}`}
        unit={format.unit(item.stockUnit)}
        tone={total < 0 ? 'danger' : low ? 'warn' : 'plain'}
      >
        {low && item.minimum !== null ? (
          <p className={classes.low}>
            {m.items_below_minimum({ minimum: format.amount(item.minimum, item.stockUnit) })}
          </p>
        ) : null}
        <ServerDifference buckets={buckets} unit={item.stockUnit} />
      </BigNumber>
      {stock.length === 0 ? null : (
        <Disclosure label={m.items_how_computed()} about={item.name}>
          {() => <Sum id={id} item={item} />}
        </Disclosure>
      )}
    </div>
  );
}

const linesMax = 100;

function Sum({ id, item }: { id: string; item: Item }) {
  const format = useFormat();
  const lines = useLive(
    (replica) =>
      stockOfItem(replica, id).map(({ balance }) => ({
        key: `${balance.what}@${balance.place}`,
        qty: balance.qty,
        place: nameOfPlace(replica, balance.place),
        lot: nameOfLot(replica, balance.what).lotNumber,
      })),
    [id],
  );
  const rest = lines.slice(linesMax).reduce((sum, line) => sum + line.qty, 0);
  const total = lines.reduce((sum, line) => sum + line.qty, 0);
  const lotWords = (lot: string | null): string => (lot === null ? m.items_lot_missing() : m.items_lot_named({ lot }));
  return (
    <table className={classes.sum} aria-label={m.items_how_table({ about: item.name })}>
      <tbody>
        {lines.slice(0, linesMax).map((line) => (
          <tr key={line.key}>
            <th scope="row">
              {placeWords(line.place)} · {lotWords(line.lot)}
            </th>
            <td>{format.amount(line.qty, item.stockUnit)}</td>
          </tr>
        ))}
        {lines.length <= linesMax ? null : (
          <tr>
            <th scope="row">{m.items_how_other_places({ count: lines.length - linesMax })}</th>
            <td>{format.amount(rest, item.stockUnit)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{m.items_how_total()}</th>
          <td>= {format.amount(total, item.stockUnit)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
