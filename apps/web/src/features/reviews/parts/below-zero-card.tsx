import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { nameOfLot, nameOfPlace, placeWords, RecordLink, useFormat } from '../../movements/index.ts';
import type { OpenReview } from '../queries.ts';
import { Card } from './card.tsx';

/** A bucket that holds less than nothing, and the way to what led there. Ends when the balance is back. */
export function BelowZeroCard({ review }: { review: OpenReview }) {
  const format = useFormat();
  const [what = '', place = ''] = review.value.about.split('@');
  const named = useLive(
    (replica) => ({
      lot: nameOfLot(replica, what),
      at: nameOfPlace(replica, place),
      qty: replica.balance(review.value.about)?.qty ?? Number(review.value.detail),
    }),
    [review, what, place],
  );
  const lot = named.lot.item ?? m.reviews_unknown_item();
  const target =
    named.at.kind === 'container'
      ? ({ kind: 'container', id: named.at.id } as const)
      : ({ kind: 'lot', id: what } as const);
  return (
    <Card
      title={lot}
      text={m.reviews_below_text({
        lot: named.lot.lotNumber ?? lot,
        place: placeWords(named.at),
        amount: format.amount(named.qty, named.lot.unit),
      })}
    >
      <div>
        <RecordLink kind={target.kind} id={target.id}>
          {m.reviews_below_link()}
        </RecordLink>
      </div>
    </Card>
  );
}
