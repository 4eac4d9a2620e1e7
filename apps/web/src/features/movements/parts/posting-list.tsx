import { Button } from '@mantine/core';
import type { Posting } from '@tidylab/domain/ledger/model';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import classes from './movements.module.css';
import { PostingRow } from './posting-row.tsx';

const pageSize = 25;

interface PostingListProps {
  readonly postings: readonly Posting[];
  readonly label: string;
  /** The item of the screen. */
  readonly itemId?: string | null;
}

/** A history inside a screen, newest first; more of it on request. The whole ledger is Movements. */
export function PostingList({ postings, label, itemId = null }: PostingListProps) {
  const [count, setCount] = useState(pageSize);
  if (postings.length === 0) return <p className={classes.none}>{m.items_history_empty()}</p>;
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {postings.slice(0, count).map((posting) => (
          <li key={posting.id}>
            <PostingRow posting={posting} itemId={itemId} />
          </li>
        ))}
      </ul>
      {postings.length > count ? (
        <div className={classes.more}>
          <Button variant="subtle" onClick={() => setCount(count + 4 * pageSize)}>
            {m.items_show_more({ count: postings.length - count })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
