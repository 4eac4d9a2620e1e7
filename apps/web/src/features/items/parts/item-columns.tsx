import { m } from '../../../paraglide/messages.js';
import type { Locale } from '../../../paraglide/runtime.js';
import type { GridColumn } from '../../../ui/data-grid/columns.ts';
import { HazardPictogram } from '../../../ui/hazard-pictogram.tsx';
import { hazardName } from '../../hazards/index.ts';
import { ExpiryChip } from '../../lots/index.ts';
import { Amount, RecordLink } from '../../movements/index.ts';
import { byExpiry, byName, byStock, type ItemRow } from '../catalogue.ts';
import { isLow } from '../item-filter.ts';
import classes from './items.module.css';

/** The headers are words: made again for each language. */
export const itemColumns = (locale: Locale): GridColumn<ItemRow>[] => [
  {
    id: 'name',
    header: m.items_name({}, { locale }),
    cell: (row) => <Name row={row} />,
    compare: byName,
    card: 'heading',
  },
  {
    id: 'hazards',
    header: m.items_hazards({}, { locale }),
    cell: (row) => hazardsCell(row),
    width: '9.5rem',
    card: 'plain',
  },
  {
    id: 'stock',
    header: m.items_stock({}, { locale }),
    cell: (row) => <StockCell row={row} />,
    compare: byStock,
    align: 'end',
    width: '9rem',
    card: 'beside',
  },
  {
    id: 'places',
    header: m.items_places({}, { locale }),
    cell: (row) => row.places,
    compare: byPlaces,
    align: 'end',
    width: '6rem',
  },
  {
    id: 'expiry',
    header: m.items_next_expiry({}, { locale }),
    cell: (row) => expiryCell(row),
    compare: byExpiry,
    width: '17.5rem',
    card: 'plain',
  },
];

const byPlaces = (a: ItemRow, b: ItemRow): number => a.places - b.places;
const expiryCell = ({ nextExpiry }: ItemRow) => (nextExpiry === null ? null : <ExpiryChip expiry={nextExpiry} />);

function Name({ row: { id, item } }: { row: ItemRow }) {
  return (
    <div>
      <RecordLink kind="item" id={id} row>
        <span className={classes.name} title={item.name}>
          {item.name}
        </span>
      </RecordLink>
      {item.cas === null ? null : <div className={classes.under}>CAS {item.cas}</div>}
    </div>
  );
}

const hazardsCell = ({ item }: ItemRow) =>
  item.pictograms.length === 0 ? null : (
    <span className={classes.hazards}>
      {item.pictograms.map((code) => (
        <HazardPictogram key={code} code={code} name={hazardName(code)} size={26} />
      ))}
    </span>
  );

function StockCell({ row }: { row: ItemRow }) {
  return (
    <div>
      <Amount base={row.qty} unit={row.item.stockUnit} own={row.own} />
      {isLow(row) ? <div className={classes.low}>{m.items_low()}</div> : null}
    </div>
  );
}
