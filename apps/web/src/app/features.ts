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

// Named one by one: a face passed on whole would bring every part it exports into the first download.
const features: readonly Feature[] = [
  { screens: home.screens, nav: home.nav },
  { screens: scan.screens, nav: scan.nav },
  { screens: items.screens, nav: items.nav },
  { screens: locations.screens, nav: locations.nav },
  { screens: lots.screens, nav: lots.nav },
  { screens: containers.screens, nav: containers.nav },
  { screens: movements.screens, nav: movements.nav },
  { screens: reviews.screens, nav: reviews.nav },
  { screens: settings.screens, nav: settings.nav },
  { screens: people.screens },
  { screens: help.screens, nav: help.nav },
];

/** Screens for those who are signed in. */
export const screens: readonly Screen[] = features.flatMap((feature) => feature.screens);

/** Screens before that: each is open in one state of the start only. */
export const entryScreens: readonly Screen[] = [...setup.screens, ...signIn.screens, ...people.entryScreens];

export const nav: readonly NavEntry[] = features
  .flatMap((feature) => feature.nav ?? [])
  .toSorted((a, b) => a.order - b.order);
