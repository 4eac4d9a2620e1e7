/** Hazard statements, found by code or words; what the label shows follows from them until a person says otherwise. */
import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { queryWords } from '../../../ui/data-grid/search-text.ts';
import { codesIn, findStatements } from '../ghs/find.ts';
import { phraseOf } from '../ghs/phrases.ts';
import type { ItemDraft } from '../item-draft.ts';
import classes from './item-form.module.css';
import { LabelFields } from './label-fields.tsx';

interface HazardFieldsProps {
  readonly draft: ItemDraft;
  readonly onChange: (part: Partial<ItemDraft>) => void;
}

/** More than this is no choice: another letter helps better than scrolling. */
const resultsMax = 8;

export function HazardFields({ draft, onChange }: HazardFieldsProps) {
  const { hazards } = draft;
  const set = (codes: readonly string[]): void => onChange({ hazards: codes });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{m.items_hazards()}</legend>
      <ul className={classes.list} aria-label={m.items_hazard_chosen()}>
        {hazards.map((code) => (
          <li key={code} className={classes.statement}>
            <span className={classes.phrase}>
              <b>{code}</b> {phraseOf(code)}
            </span>
            <CloseButton
              size="lg"
              aria-label={m.items_hazard_remove({ code })}
              onClick={() => set(hazards.filter((other) => other !== code))}
            />
          </li>
        ))}
      </ul>
      <StatementSearch taken={hazards} onAdd={(codes) => set([...new Set([...hazards, ...codes])].sort())} />
      <LabelFields draft={draft} onChange={onChange} />
    </fieldset>
  );
}

function StatementSearch({ taken, onAdd }: { taken: readonly string[]; onAdd: (codes: readonly string[]) => void }) {
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const found = useMemo(
    () => findStatements(queryWords(query.toLowerCase()), phraseOf).filter(({ code }) => !taken.includes(code)),
    [query, taken],
  );
  const pasted = useMemo(() => codesIn(query).filter((code) => !taken.includes(code)), [query, taken]);
  const add = (codes: readonly string[]): void => {
    onAdd(codes);
    setText('');
  };
  return (
    <div>
      <TextInput
        type="search"
        label={m.items_hazard_search()}
        description={m.items_hazard_search_hint()}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {pasted.length > 1 ? (
        <Button mt={8} variant="light" onClick={() => add(pasted)}>
          {m.items_hazard_add_all({ codes: pasted.join(', ') })}
        </Button>
      ) : null}
      <ul className={classes.list}>
        {found.slice(0, resultsMax).map(({ code }) => (
          <li key={code}>
            <button type="button" className={classes.option} onClick={() => add([code])}>
              <b>{code}</b> {phraseOf(code)}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={classes.said}>
        {query !== '' && found.length === 0 && pasted.length < 2 ? m.items_hazard_none() : ''}
      </p>
    </div>
  );
}
