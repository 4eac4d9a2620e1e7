import { TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { catalogueOf, filterItems } from '../../items/index.ts';
import { useFormat } from '../../movements/index.ts';
import classes from './scan.module.css';

/** More than this is no choice: another letter helps better than scrolling. */
const resultsMax = 6;

/** Finds one item by what people call it; a tap picks it. */
export function ItemSearch({ onPick }: { onPick: (itemId: string) => void }) {
  const format = useFormat();
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const found = useLive(
    (replica) =>
      query === '' ? [] : filterItems(catalogueOf(replica), { q: query }, format.today()).slice(0, resultsMax),
    [query, format],
  );
  return (
    <div className={classes.search}>
      <TextInput
        type="search"
        label={m.scan_tray_search()}
        description={m.scan_tray_linking()}
        value={text}
        autoFocus
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={classes.options}>
        {found.map(({ id, item, qty }) => (
          <li key={id}>
            <button type="button" className={classes.option} onClick={() => onPick(id)}>
              <span>{item.name}</span>{' '}
              <small>
                {item.catalogNumber ?? item.category} · {format.amount(qty, item.stockUnit)}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {query !== '' && found.length === 0 ? (
        <p role="status" className={classes.quiet}>
          {m.scan_tray_search_none()}
        </p>
      ) : null}
    </div>
  );
}
