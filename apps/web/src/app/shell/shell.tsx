import type { ReactNode } from 'react';
import { DemoBanner } from '../../features/demo/index.ts';
import { m } from '../../paraglide/messages.js';
import { PaletteHost } from '../../features/palette/index.ts';
import { localMemory } from '../../platform/preferences/local-memory.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { TopHeader } from './top-header.tsx';
import { UpdateBar } from './update-bar.tsx';
import { useCommands } from './use-commands.ts';
import { useRecent } from './use-recent.ts';

/** A rail at the left from 768 px on; below that a bar within the thumb's reach. */
export function Shell({ children }: { children: ReactNode }) {
  const commands = useCommands();
  useRecent();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main" onClick={(event) => skipTo(event)}>
        {m.app_skip()}
      </a>
      <TopHeader />
      <Rail />
      <main id="main" className={classes.main} tabIndex={-1}>
        <div className={classes.page}>
          <DemoBanner />
          {children}
        </div>
      </main>
      <UpdateBar />
      <BottomBar />
      <PaletteHost commands={commands} memory={localMemory} />
    </div>
  );
}

/** Moves the focus without a fragment in the address, which the router would take for a place. */
function skipTo(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
