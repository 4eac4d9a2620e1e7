import type { NavEntry } from '../../ui/navigation.ts';

/** Something the palette can do beside opening things: a screen, an action. The composition root lists them. */
export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly icon: NavEntry['icon'];
  readonly kind: 'screen' | 'action';
  /** More words it is found by, in the language of the screen. */
  readonly words?: string;
  readonly run: () => void;
}
