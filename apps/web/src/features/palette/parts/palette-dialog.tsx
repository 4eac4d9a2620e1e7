import '@mantine/core/styles/Modal.layer.css';
import { CloseButton, Modal, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useLab, useLive } from '../../../store/use-live.tsx';
import type { PaletteCommand } from '../command.ts';
import { optionsFor, type ThingOption } from '../options.ts';
import { readRecent, type RecentMemory } from '../recent.ts';
import { thingsOf } from '../search.ts';
import { PaletteOptions } from './palette-options.tsx';
import classes from './palette.module.css';

interface PaletteProps {
  readonly onClose: () => void;
  readonly commands: () => readonly PaletteCommand[];
  readonly memory: RecentMemory;
}

const listId = 'palette-options';
const optionId = (at: number): string => `palette-option-${at}`;

/** Moves the choice by the keys of a list; undefined for another key. */
function movedBy(key: string, chosen: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (chosen + 1) % count;
  if (key === 'ArrowUp') return (chosen - 1 + count) % count;
  return undefined;
}

/** Folds the texts after the dialog is on the screen and before the first letter is typed. */
function useReadyToFind(): void {
  const { replica } = useLab();
  useEffect(() => {
    const timer = setTimeout(() => thingsOf(replica));
    return () => clearTimeout(timer);
  }, [replica]);
}

function Palette({ onClose, commands, memory }: PaletteProps) {
  const { lab } = useLab();
  useReadyToFind();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const recent = useMemo(() => readRecent(memory, lab.id), [memory, lab.id]);
  const offered = useMemo(commands, [commands]);
  const options = useLive((replica) => optionsFor(replica, query, recent, offered), [query, recent, offered]);
  const { things, commands: fitting } = options;
  const count = things.length + fitting.length;
  const at = Math.min(chosen, Math.max(0, count - 1));

  const openThing = ({ kind, id }: ThingOption): void => {
    onClose();
    void navigate({ to: `/${kind}s/$id`, params: { id } });
  };
  const runCommand = (command: PaletteCommand): void => {
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const moved = movedBy(event.key, at, count);
    if (moved !== undefined) {
      event.preventDefault();
      setChosen(moved);
      document.getElementById(optionId(moved))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const thing = things[at];
      const command = fitting[at - things.length];
      if (thing) openThing(thing);
      else if (command) runCommand(command);
    }
  };
  return (
    <>
      <div className={classes.head}>
        <TextInput
          className={classes.input}
          data-autofocus
          role="combobox"
          aria-label={m.app_palette_placeholder()}
          aria-expanded={count > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={count > 0 ? optionId(at) : undefined}
          placeholder={m.app_palette_placeholder()}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={query}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <CloseButton size={44} aria-label={m.common_close()} onClick={onClose} />
      </div>
      <PaletteOptions
        listId={listId}
        optionId={optionId}
        options={options}
        chosen={at}
        query={query}
        onThing={openThing}
        onCommand={runCommand}
      />
      <VisuallyHidden role="status">{`${m.app_palette_results()}: ${count}`}</VisuallyHidden>
      <p className={classes.keys}>{m.app_palette_keys()}</p>
    </>
  );
}

export default function PaletteDialog({ opened, ...props }: PaletteProps & { readonly opened: boolean }) {
  return (
    <Modal.Root
      opened={opened}
      onClose={props.onClose}
      size="lg"
      yOffset="8vh"
      classNames={{ content: classes.content ?? '', inner: classes.inner ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={m.app_palette_title()}>
        <Modal.Body className={classes.body ?? ''}>
          <Palette {...props} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
