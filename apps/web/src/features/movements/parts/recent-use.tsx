import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { undoPosting } from '../commands.ts';
import { failureText } from '../wording.ts';
import classes from './movements.module.css';

/** How long the last use can be taken back with one tap, ms. After that its row in the history offers it. */
const undoMs = 8000;

export interface Done {
  readonly postingId: string;
  readonly amount: string;
}

/** What was recorded last, said once to a screen reader, with its Undo. */
export function RecentUse({ done }: { done: Done | null }) {
  return (
    <div role="status" className={classes.recent}>
      {done === null ? null : <Saved key={done.postingId} done={done} />}
    </div>
  );
}

function Saved({ done }: { done: Done }) {
  const lab = useLab();
  const [state, setState] = useState<'fresh' | 'old' | 'undone'>('fresh');
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setState((now) => (now === 'fresh' ? 'old' : now)), undoMs);
    return () => clearTimeout(timer);
  }, []);
  const undo = async (): Promise<void> => {
    const result = await undoPosting(lab, done.postingId);
    if (result.ok) setState('undone');
    else setFailure(failureText(result.code));
  };
  if (state === 'undone') return <span>{m.items_use_undone({ amount: done.amount })}</span>;
  return (
    <>
      <IconCircleCheck size={22} aria-hidden />
      <span>{m.items_use_saved({ amount: done.amount })}</span>
      {state === 'fresh' ? (
        <Button variant="subtle" size="compact-md" onClick={() => void undo()}>
          {m.items_undo()}
        </Button>
      ) : null}
      {failure === null ? null : <span className={classes.failure}>{failure}</span>}
    </>
  );
}
