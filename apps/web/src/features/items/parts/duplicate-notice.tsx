import { useDeferredValue } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RecordLink } from '../../movements/index.ts';
import { catalogueOf } from '../catalogue.ts';
import { type Duplicate, duplicatesOf } from '../duplicates.ts';
import type { ItemDraft } from '../item-draft.ts';
import classes from './item-form.module.css';

const sameWords: Readonly<Record<Duplicate['by'], () => string>> = {
  name: () => m.items_same_name(),
  cas: () => m.items_same_cas(),
  'catalogue-number': () => m.items_same_catalogue_number(),
};

/** Items that may be the same, with links; nothing is refused. */
export function DuplicateNotice({ draft, except = null }: { draft: ItemDraft; except?: string | null }) {
  const { name, cas, catalogNumber } = useDeferredValue(draft);
  const found = useLive(
    (replica) => duplicatesOf(catalogueOf(replica), { name, cas, catalogNumber }, except),
    [name, cas, catalogNumber, except],
  );
  return (
    <div role="status" className={classes.status}>
      {found.length === 0 ? null : (
        <Notice tone="warn" title={m.items_duplicates()}>
          {found.map((duplicate) => (
            <div key={duplicate.id}>
              <RecordLink kind="item" id={duplicate.id}>
                {duplicate.name}
              </RecordLink>{' '}
              · {sameWords[duplicate.by]()}
            </div>
          ))}
        </Notice>
      )}
    </div>
  );
}
