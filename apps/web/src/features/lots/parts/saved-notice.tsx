import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Notice } from '../../../ui/notice.tsx';
import { failureText, type WriteFailure } from '../../movements/index.ts';
import { type Saved, useSaved } from '../saved-store.ts';
import classes from './forms.module.css';

/** How long a change can be taken back with one tap, ms. */
const undoMs = 8000;

/** "Saved on this device", said once on the screen of the record, with its Undo. */
export function SavedNotice({ about }: { about: string }) {
  const saved = useSaved((state) => state.saved);
  const shown = saved?.about === about ? saved : null;
  return (
    <div role="status" className={classes.status}>
      {shown ? <Line key={shown.n} saved={shown} /> : null}
    </div>
  );
}

function Line({ saved }: { saved: Saved }) {
  const [state, setState] = useState<'fresh' | 'old' | 'undoing' | 'undone'>('fresh');
  const [failure, setFailure] = useState<string | null>(null);
  const { undo, text, undone } = saved;
  useEffect(() => {
    const timer = setTimeout(() => setState((now) => (now === 'fresh' ? 'old' : now)), undoMs);
    return () => clearTimeout(timer);
  }, []);
  const takeBack = async (): Promise<void> => {
    setState('undoing');
    const result = await undo?.();
    const worked = result?.ok !== false;
    setFailure(result && !result.ok ? failureText(result.code as WriteFailure) : null);
    setState(worked ? 'undone' : 'fresh');
  };
  const offered = undo !== null && (state === 'fresh' || state === 'undoing');
  return (
    <Notice
      tone="ok"
      action={
        offered ? (
          <Button variant="default" loading={state === 'undoing'} onClick={() => void takeBack()}>
            {m.items_undo()}
          </Button>
        ) : null
      }
    >
      {state === 'undone' ? (undone ?? m.items_saved_undone()) : text}
      {failure === null ? null : <p>{failure}</p>}
    </Notice>
  );
}
