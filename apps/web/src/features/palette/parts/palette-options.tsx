import { IconBarcode, IconBottle, IconFlask, IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { PaletteCommand } from '../command.ts';
import type { Options, ThingOption } from '../options.ts';
import classes from './palette.module.css';

const kinds = {
  item: { icon: IconFlask, word: () => m.app_palette_item() },
  location: { icon: IconMapPin, word: () => m.app_palette_location() },
  container: { icon: IconBottle, word: () => m.app_palette_container() },
  lot: { icon: IconBarcode, word: () => m.app_palette_lot() },
} as const;

interface OptionProps {
  readonly id: string;
  readonly chosen: boolean;
  readonly icon: PaletteCommand['icon'];
  readonly title: string;
  readonly detail?: string;
  readonly word: string;
  readonly onPick: () => void;
}

/** Keys are the field's: it keeps the focus and names the chosen option. */
function Option({ id, chosen, icon: Icon, title, detail = '', word, onPick }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={(event) => (event.key === 'Enter' ? onPick() : undefined)}
    >
      <Icon size={20} stroke={1.7} aria-hidden />
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        {detail === '' ? null : <span className={classes.detail}>{detail}</span>}
      </span>
      <span className={classes.kind}>{word}</span>
    </div>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={classes.group}>
      <div className={classes.label} aria-hidden>
        {label}
      </div>
      {children}
    </div>
  );
}

interface PaletteOptionsProps {
  readonly listId: string;
  readonly optionId: (at: number) => string;
  readonly options: Options;
  readonly chosen: number;
  readonly query: string;
  readonly onThing: (thing: ThingOption) => void;
  readonly onCommand: (command: PaletteCommand) => void;
}

export function PaletteOptions(props: PaletteOptionsProps) {
  const { listId, optionId, options, chosen, query, onThing, onCommand } = props;
  const { things, commands } = options;
  const isEmpty = things.length + commands.length === 0;
  return (
    <div className={classes.scroll} tabIndex={-1}>
      {isEmpty ? (
        <EmptyState title={m.app_palette_nothing({ query })}>{m.app_palette_nothing_text()}</EmptyState>
      ) : null}
      <div id={listId} role="listbox" aria-label={m.app_palette_results()} hidden={isEmpty}>
        {things.length > 0 ? (
          <Group label={query.trim() === '' ? m.app_palette_recent() : m.app_palette_found()}>
            {things.map((thing, at) => (
              <Option
                key={thing.key}
                id={optionId(at)}
                chosen={at === chosen}
                icon={kinds[thing.kind].icon}
                title={thing.title}
                detail={thing.detail}
                word={kinds[thing.kind].word()}
                onPick={() => onThing(thing)}
              />
            ))}
          </Group>
        ) : null}
        {commands.length > 0 ? (
          <Group label={m.app_palette_commands()}>
            {commands.map((command, at) => (
              <Option
                key={command.id}
                id={optionId(things.length + at)}
                chosen={things.length + at === chosen}
                icon={command.icon}
                title={command.label}
                word={command.kind === 'screen' ? m.app_palette_screen() : m.app_palette_action()}
                onPick={() => onCommand(command)}
              />
            ))}
          </Group>
        ) : null}
      </div>
    </div>
  );
}
