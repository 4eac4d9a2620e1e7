/** The features of the app. What is not listed here is in no navigation and at no address. */
import * as containers from '../features/containers/index.ts';
import * as help from '../features/help/index.ts';
import * as home from '../features/home/index.ts';
import * as items from '../features/items/index.ts';
import * as locations from '../features/locations/index.ts';
import * as lots from '../features/lots/index.ts';
import * as movements from '../features/movements/index.ts';
import * as people from '../features/people/index.ts';
import * as reviews from '../features/reviews/index.ts';
import * as scan from '../features/scan/index.ts';
import * as settings from '../features/settings/index.ts';
import * as setup from '../features/setup/index.ts';
import * as signIn from '../features/sign-in/index.ts';
import type { NavEntry, Screen } from '../ui/navigation.ts';

interface Feature {
  readonly screens: readonly Screen[];
  readonly nav?: readonly NavEntry[];
}

const features: readonly Feature[] = [
  home,
  scan,
  items,
  locations,
  lots,
  containers,
  movements,
  reviews,
  settings,
  people,
  help,
];

/** Screens for those who are signed in. */
export const screens: readonly Screen[] = features.flatMap((feature) => feature.screens);

/** Screens before that: each is open in one state of the start only. */
export const entryScreens: readonly Screen[] = [...setup.screens, ...signIn.screens, ...people.entryScreens];

export const nav: readonly NavEntry[] = features
  .flatMap((feature) => feature.nav ?? [])
  .toSorted((a, b) => a.order - b.order);
