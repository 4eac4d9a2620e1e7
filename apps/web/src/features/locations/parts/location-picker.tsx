/** Choosing a location: what is chosen is shown with its path; "Choose" opens the tree in place, with a search. */
import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useId, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLive } from '../../../store/use-live.tsx';
import { queryWords } from '../../../ui/data-grid/search-text.ts';
import { pathSteps } from '../../movements/index.ts';
import { type LocationChoice, locationChoices } from '../location-choices.ts';
import classes from './location-picker.module.css';

interface LocationPickerProps {
  readonly label: string;
  /** What "none" means here: "At the top", "No place yet". */
  readonly none: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** A location that cannot be chosen, with all that is inside it. */
  readonly without?: string | null;
  readonly error?: string | undefined;
}

/** More than this nobody scrolls through: another letter finds it. */
const shownMax = 60;

export function LocationPicker({ label, none, value, onChange, without = null, error }: LocationPickerProps) {
  const [open, setOpen] = useState(false);
  const labelId = useId();
  const path = useLive((replica) => pathSteps(replica, value), [value]);
  const pick = (id: string | null): void => {
    onChange(id);
    setOpen(false);
  };
  return (
    <div className={classes.picker} role="group" aria-labelledby={labelId}>
      <span id={labelId} className={classes.label}>
        {label}
      </span>
      <div className={classes.chosen}>
        <span className={classes.path}>{path.length === 0 ? none : path.map(({ name }) => name).join(' › ')}</span>
        <Button
          variant="default"
          size="md"
          aria-expanded={open}
          aria-invalid={error === undefined ? undefined : true}
          onClick={() => setOpen(!open)}
        >
          {m.items_place_choose()}
        </Button>
      </div>
      {error === undefined ? null : <p className={classes.error}>{error}</p>}
      {open ? <Choices none={none} value={value} without={without} onPick={pick} /> : null}
    </div>
  );
}

interface ChoicesProps {
  readonly none: string;
  readonly value: string | null;
  readonly without: string | null;
  readonly onPick: (id: string | null) => void;
}

function Choices({ none, value, without, onPick }: ChoicesProps) {
  const [text, setText] = useState('');
  const words = queryWords(useDeferredValue(text));
  const found = useLive((replica) => locationChoices(replica, words, without), [words.join(' '), without]);
  const searching = words.length > 0;
  return (
    <div className={classes.choices}>
      <TextInput
        type="search"
        label={m.items_locations_search()}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={classes.list}>
        {searching ? null : (
          <li>
            <button type="button" className={classes.choice} aria-pressed={value === null} onClick={() => onPick(null)}>
              {none}
            </button>
          </li>
        )}
        {found.slice(0, shownMax).map((choice) => (
          <li key={choice.id}>
            <button
              type="button"
              className={classes.choice}
              aria-pressed={choice.id === value}
              style={searching ? undefined : { paddingInlineStart: `${12 + choice.depth * 20}px` }}
              onClick={() => onPick(choice.id)}
            >
              <ChoiceName choice={choice} withPath={searching} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={classes.said}>
        {found.length > shownMax
          ? m.items_place_more({ count: found.length - shownMax })
          : found.length === 0 && searching
            ? m.items_locations_none()
            : ''}
      </p>
    </div>
  );
}

function ChoiceName({ choice, withPath }: { choice: LocationChoice; withPath: boolean }) {
  return (
    <>
      <span>{choice.name}</span>
      {withPath && choice.above.length > 0 ? <small> {choice.above.join(' › ')}</small> : null}
    </>
  );
}
