/**
 * What a feature says of its screens to the app. A feature's `index.ts` exports `screens: Screen[]` and
 * `nav: NavEntry[]`; the pages behind them are imported only when they are opened.
 */
import type {} from '@tanstack/react-router';
import type { ComponentType } from 'react';

export interface NavEntry {
  /** The path it opens, such as `/items`. */
  readonly to: string;
  /** Read at each render, so that a change of language shows. */
  readonly label: () => string;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;
  /** Left to right in the bottom bar, top to bottom in the rail: Home 0, Scan 10, Items 20, Locations 30, Movements 40. */
  readonly order: number;
  /** In the phone's bottom bar too, not only in the rail and the menu. `main` is the big button in the middle. */
  readonly bar?: 'main' | 'yes' | 'no';
  /** After the label: how many of them wait. Draws nothing when none does. */
  readonly badge?: ComponentType;
}

export interface Screen {
  /** The router's pattern, such as `/items/$id`. */
  readonly path: string;
  /** `() => import('./pages/items-page.tsx')`; the module's default export is the page. */
  readonly page: () => Promise<{ default: ComponentType }>;
  /**
   * Makes the typed search params from what the address holds. Never throws: what it does not know, it drops.
   * Texts stay texts, even those that look like numbers; `true` and `false` arrive as booleans.
   */
  readonly validateSearch?: (raw: Record<string, unknown>) => Record<string, unknown>;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Asks the screen that is opened to put the cursor into its search field instead of its heading. */
    focusSearch?: boolean;
  }
}
