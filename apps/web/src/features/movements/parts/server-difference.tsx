import type { UnitCode } from '@tidylab/domain/units/units';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { useSyncStatus } from '../../../sync/index.ts';
import { type OwnChanges, ownChangesOf } from '../explain.ts';
import { useFormat } from '../use-format.ts';

function changesText({ uses, others, sent }: OwnChanges): string {
  const all = uses + others;
  if (sent > 0) return m.items_changes_on_their_way({ count: all });
  const parts = [
    uses > 0 ? m.items_changes_uses({ count: uses }) : '',
    others > 0 ? m.items_changes_others({ count: others }) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

interface ServerDifferenceProps {
  readonly buckets: readonly string[];
  readonly unit: UnitCode | null;
}

/** "8 here (server said 10; 2 uses not sent)"; nothing where both say the same. */
export function ServerDifference({ buckets, unit }: ServerDifferenceProps) {
  const format = useFormat();
  const { contactMs } = useSyncStatus();
  const found = useLive(
    (replica) => {
      if (!buckets.some((bucket) => replica.isOwn('balance', bucket))) return null;
      let here = 0;
      let said = 0;
      let known = false;
      for (const bucket of buckets) {
        here += replica.balance(bucket)?.qty ?? 0;
        const base = replica.baseBalance(bucket);
        said += base?.qty ?? 0;
        known ||= base !== undefined;
      }
      return here === said && known
        ? null
        : { here, said: known ? said : null, changes: ownChangesOf(replica, buckets) };
    },
    [buckets.join('\n')],
  );
  if (!found) return null;
  const here = format.amount(found.here, unit);
  const changes = changesText(found.changes);
  if (found.said === null) return <>{m.items_server_silent({ here, changes })}</>;
  const server = format.number(found.said, unit);
  if (contactMs === null) return <>{m.items_server_said({ here, server, changes })}</>;
  return <>{m.items_server_said_at({ here, server, changes, time: format.instant(contactMs) })}</>;
}
