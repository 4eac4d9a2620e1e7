import type { UnitCode } from '@tidylab/domain/units/units';
import { bucketKey, containerPlace } from '@tidylab/domain/ledger/model';
import { balanceOfContainer } from '@tidylab/sync/replica/queries';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Section } from '../../../ui/section.tsx';
import { Row, RowList } from '../../../ui/row-list.tsx';
import { Amount, PathLinks, pathSteps, RecordLink } from '../../movements/index.ts';
import { stateWords } from '../wording.ts';

/** Every container of a lot, empty ones too. */
export function LotContainers({ lotId, unit }: { lotId: string; unit: UnitCode | null }) {
  const containers = useLive(
    (replica) =>
      [...replica.keys('containersByLot', lotId)].flatMap((id) => {
        const record = replica.record('container', id);
        if (!record || record.deletedAt !== null) return [];
        const qty = balanceOfContainer(replica, record.fields, id)?.qty ?? 0;
        const own = replica.isOwn('balance', bucketKey(lotId, containerPlace(id)));
        return [{ id, fields: record.fields, qty, own, path: pathSteps(replica, record.fields.locationId) }];
      }),
    [lotId],
  );
  if (containers.length === 0) return null;
  return (
    <Section title={m.items_containers()}>
      <RowList label={m.items_containers()}>
        {containers.map(({ id, fields, qty, own, path }) => (
          <Row
            key={id}
            title={
              <RecordLink kind="container" id={id}>
                {fields.label}
              </RecordLink>
            }
            detail={
              <>
                {stateWords[fields.state]()} · {path.length > 0 ? <PathLinks path={path} /> : m.items_place_nowhere()}
              </>
            }
            end={<Amount base={qty} unit={unit} own={own} />}
          />
        ))}
      </RowList>
    </Section>
  );
}
