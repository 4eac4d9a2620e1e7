import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { PrimaryButton } from '../../../ui/primary-button.tsx';
import { useScan } from '../scan-everywhere.tsx';
import classes from './dock.module.css';

/** A code by hand: our own, a GTIN, a lot number, a name. Stays open for the next one. */
export function CodeEntry() {
  const { scanner } = useScan();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return setFailure(m.scan_type_empty());
    scanner.scan({ text: text.trim(), symbology: null, via: 'typed' });
    setText('');
  };
  const change = (next: string): void => {
    setText(next);
    setFailure(null);
  };
  return (
    <form className={classes.entry} data-asks="" onSubmit={submit} noValidate>
      <TextInput
        label={m.scan_type_field()}
        value={text}
        error={failure}
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        onChange={(event) => change(event.currentTarget.value)}
      />
      <PrimaryButton type="submit">{m.scan_type_enter()}</PrimaryButton>
    </form>
  );
}
