/** What was decided last, and taking it back. */
import { Button } from '@mantine/core';
import type { Op } from '@tidylab/sync/protocol/op';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { isUndoable, undoDecision } from '../commands.ts';
import { whyWords } from '../wording.ts';
import classes from './reviews.module.css';

export function Resolved({ done, onUndone }: { done: Op | null; onUndone: () => void }) {
  const lab = useLab();
  const [failure, setFailure] = useState<string | null>(null);
  const undo = async (op: Op): Promise<void> => {
    const result = await undoDecision(lab, op);
    setFailure(result.ok ? null : whyWords(result.code));
    if (result.ok) onUndone();
  };
  return (
    <div role="status" className={classes.resolved}>
      {done === null ? null : <span>{m.reviews_resolved()}</span>}
      {done !== null && isUndoable(lab, done) ? (
        <Button variant="subtle" size="compact-sm" onClick={() => void undo(done)}>
          {m.reviews_undo()}
        </Button>
      ) : null}
      {failure === null ? null : <span className={classes.failure}>{failure}</span>}
    </div>
  );
}
