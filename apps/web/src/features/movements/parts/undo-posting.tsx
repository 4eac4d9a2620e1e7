/** Undo of one posting: asked once in its own row, since a posting that was undone stays so. */
import { Button, Group } from '@mantine/core';
import type { Posting } from '@tidylab/domain/ledger/model';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab } from '../../../store/use-live.tsx';
import { undoPosting } from '../commands.ts';
import { failureText } from '../wording.ts';
import classes from './movements.module.css';

export function UndoPosting({ posting, about }: { posting: Posting; about: string }) {
  const lab = useLab();
  const [state, setState] = useState<'idle' | 'asking' | 'recording'>('idle');
  const [failure, setFailure] = useState<string | null>(null);
  const undo = async (): Promise<void> => {
    setState('recording');
    const result = await undoPosting(lab, posting.id);
    setFailure(result.ok ? null : failureText(result.code));
    setState('idle');
  };
  if (state === 'idle') {
    return (
      <div>
        <Button variant="subtle" size="compact-sm" aria-description={about} onClick={() => setState('asking')}>
          {m.items_undo()}
        </Button>
        {failure === null ? null : (
          <p role="alert" className={classes.failure}>
            {failure}
          </p>
        )}
      </div>
    );
  }
  return (
    <Group gap="xs" role="group" aria-label={m.items_undo_question()} className={classes.question}>
      <span>{m.items_undo_question()}</span>
      <Button size="compact-sm" autoFocus loading={state === 'recording'} onClick={() => void undo()}>
        {m.items_undo_yes()}
      </Button>
      <Button size="compact-sm" variant="default" disabled={state === 'recording'} onClick={() => setState('idle')}>
        {m.items_undo_no()}
      </Button>
    </Group>
  );
}
