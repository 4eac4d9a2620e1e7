/** Two rooms of a chemistry and biology group: parents before children. */
import type { Location } from '@tidylab/domain/records';

interface PlaceRow {
  readonly name: string;
  readonly type: Location['type'];
  readonly in: string | null;
  readonly temperature?: string;
}

export const places = {
  site: { name: 'Hopper Building', type: 'site', in: null },
  lab: { name: 'Lab 2.14', type: 'room', in: 'site' },
  flammables: { name: 'Flammables cabinet', type: 'cabinet', in: 'lab' },
  flammablesTop: { name: 'Flammables, upper tray', type: 'shelf', in: 'flammables' },
  flammablesLow: { name: 'Flammables, lower tray', type: 'shelf', in: 'flammables' },
  acids: { name: 'Acids cabinet', type: 'cabinet', in: 'lab' },
  bases: { name: 'Bases cabinet', type: 'cabinet', in: 'lab' },
  poisons: { name: 'Poisons cabinet (locked)', type: 'cabinet', in: 'lab' },
  oxidisers: { name: 'Oxidisers cabinet', type: 'cabinet', in: 'lab' },
  solids: { name: 'Solids cabinet', type: 'cabinet', in: 'lab' },
  saltsA: { name: 'Solids, shelf A', type: 'shelf', in: 'solids' },
  saltsB: { name: 'Solids, shelf B', type: 'shelf', in: 'solids' },
  bench1: { name: 'Bench 1 shelf', type: 'shelf', in: 'lab' },
  bench2: { name: 'Bench 2 shelf', type: 'shelf', in: 'lab' },
  plastics: { name: 'Plastics cabinet', type: 'cabinet', in: 'lab' },
  plasticsTop: { name: 'Plastics, upper shelf', type: 'shelf', in: 'plastics' },
  plasticsLow: { name: 'Plastics, lower shelf', type: 'shelf', in: 'plastics' },
  fridge: { name: 'Refrigerator R1', type: 'refrigerator', in: 'lab', temperature: '2–8 °C' },
  antibodies: { name: 'Box antibodies', type: 'box', in: 'fridge' },
  freezer: { name: 'Freezer F1', type: 'freezer', in: 'lab', temperature: '−20 °C' },
  enzymes: { name: 'Box enzymes', type: 'box', in: 'freezer' },
  cold: { name: 'Cold room 2.16', type: 'room', in: 'site', temperature: '4 °C' },
  coldA: { name: 'Cold room, rack A', type: 'shelf', in: 'cold' },
  coldB: { name: 'Cold room, rack B', type: 'shelf', in: 'cold' },
  serum: { name: 'Freezer F2', type: 'freezer', in: 'cold', temperature: '−20 °C' },
  deep: { name: 'Deep freezer U1', type: 'freezer', in: 'cold', temperature: '−80 °C' },
  deepBox: { name: 'Box competent cells', type: 'box', in: 'deep' },
} as const satisfies Record<string, PlaceRow>;

export type PlaceKey = keyof typeof places;

export const placeRows = Object.entries(places) as [PlaceKey, PlaceRow & { in: PlaceKey | null }][];
