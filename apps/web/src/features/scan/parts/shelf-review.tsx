/** After "Done here": where shelf and book differ, and what was not scanned. Nothing is set to zero by itself. */
import { Button } from '@mantine/core';
import type { Replica } from '@tidylab/sync/replica/replica';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Section } from '../../../ui/section.tsx';
import { type Formats, useFormat } from '../../movements/index.ts';
import { reviewShelf, type Shelf, type ShelfRow } from '../core/shelf.ts';
import { locationName, shortPlace, shownOf } from '../naming.ts';
import { useScan } from '../scan-everywhere.tsx';
import { useSessionState } from '../session-store.ts';
import classes from './scan.module.css';

export function ShelfReviews() {
  const shelves = useSessionState((session) => session.shelves);
  return shelves.filter(({ isDone }) => isDone).map((shelf) => <Review key={shelf.placeId} shelf={shelf} />);
}

interface Line {
  readonly key: string;
  readonly row: ShelfRow;
  readonly title: string;
  readonly detail: string;
}

function lineOf(replica: Replica, row: ShelfRow, format: Formats): Line {
  const { title, detail, unit } = shownOf(replica, { kind: 'lot', id: row.lotId, packQty: null });
  const book = row.book === null ? null : format.amount(row.book, unit);
  const counted = row.counted === null ? null : format.amount(row.counted, unit);
  return {
    key: `${row.lotId}@${row.place}`,
    row,
    title: `${title}, ${shortPlace(replica, row.place)}`,
    detail: `${detail} · ${differenceText(counted, book)}`,
  };
}

function differenceText(counted: string | null, book: string | null): string {
  if (counted === null) return m.scan_shelf_not_seen({ book: book ?? '' });
  return book === null ? m.scan_shelf_difference_unsure({ counted }) : m.scan_shelf_difference({ counted, book });
}

function Review({ shelf }: { shelf: Shelf }) {
  const { scanner } = useScan();
  const format = useFormat();
  const { placeId } = shelf;
  const { place, agreed, differences, notSeen } = useLive(
    (replica) => {
      const review = reviewShelf(replica, shelf);
      return {
        place: locationName(replica, placeId),
        agreed: review.agreed,
        differences: review.differences.map((row) => lineOf(replica, row, format)),
        notSeen: review.notSeen.map((row) => lineOf(replica, row, format)),
      };
    },
    [shelf, format],
  );
  const isClean = differences.length === 0 && notSeen.length === 0;
  return (
    <div data-testid="scan-shelf">
      <Section title={m.scan_shelf_title({ place })}>
        <p className={classes.emptyList} role="status">
          {isClean ? m.scan_shelf_clean() : m.scan_shelf_agreed({ n: agreed })}
        </p>
        <ul className={classes.list}>
          {differences.map((line) => (
            <ShelfLine key={line.key} line={line} />
          ))}
          {notSeen.map((line) => (
            <ShelfLine
              key={line.key}
              line={line}
              onZero={() => scanner.countZero(placeId, line.row.lotId, line.row.place)}
            />
          ))}
        </ul>
        <div className={classes.row}>
          <Button
            variant="default"
            className={classes.step ?? ''}
            onClick={() => scanner.choose({ type: 'shelf-over', placeId })}
          >
            {m.scan_shelf_close()}
          </Button>
        </div>
      </Section>
    </div>
  );
}

function ShelfLine({ line, onZero }: { line: Line; onZero?: () => void }) {
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <div className={classes.rowTitle}>{line.title}</div>
        <p className={classes.quiet}>{line.detail}</p>
      </div>
      {onZero ? (
        <Button
          variant="light"
          className={classes.step ?? ''}
          aria-label={m.scan_shelf_zero_name({ thing: line.title })}
          onClick={onZero}
        >
          {m.scan_shelf_zero()}
        </Button>
      ) : null}
    </li>
  );
}
