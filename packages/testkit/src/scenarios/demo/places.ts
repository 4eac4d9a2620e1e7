/** The two rooms of the scenario `lab`, with the cabinets, refrigerators and boxes that four hundred products need. */
import { places as labPlaces } from '../lab/places.ts';
import type { Location } from '@tidylab/domain/records';

interface PlaceRow {
  readonly name: string;
  readonly type: Location['type'];
  readonly in: string | null;
  readonly temperature?: string;
}

const places = {
  ...labPlaces,
  solventsA: { name: 'Solvents cabinet (ventilated)', type: 'cabinet', in: 'lab' },
  solventsB: { name: 'Flammables cabinet 2', type: 'cabinet', in: 'lab' },
  acidsLow: { name: 'Acids, lower tray', type: 'shelf', in: 'acids' },
  saltsC: { name: 'Solids, shelf C', type: 'shelf', in: 'solids' },
  saltsD: { name: 'Solids, shelf D', type: 'shelf', in: 'solids' },
  organics: { name: 'Organics cabinet', type: 'cabinet', in: 'lab' },
  organicsA: { name: 'Organics, shelf A', type: 'shelf', in: 'organics' },
  organicsB: { name: 'Organics, shelf B', type: 'shelf', in: 'organics' },
  organicsC: { name: 'Organics, shelf C', type: 'shelf', in: 'organics' },
  organicsD: { name: 'Organics, shelf D', type: 'shelf', in: 'organics' },
  reactives: { name: 'Water-reactives cabinet', type: 'cabinet', in: 'lab' },
  kits: { name: 'Kits shelf', type: 'shelf', in: 'lab' },
  fridge2: { name: 'Refrigerator R2', type: 'refrigerator', in: 'lab', temperature: '2–8 °C' },
  fridge2Antibiotics: { name: 'Box antibiotics', type: 'box', in: 'fridge2' },
  freezer3: { name: 'Freezer F3', type: 'freezer', in: 'lab', temperature: '−20 °C' },
  freezerEnzymes: { name: 'Box restriction and PCR', type: 'box', in: 'freezer3' },
  freezerNucleic: { name: 'Box nucleic acids', type: 'box', in: 'freezer3' },
  freezerAntibodies: { name: 'Box frozen antibodies', type: 'box', in: 'freezer3' },
  freezerCulture: { name: 'Box culture supplements', type: 'box', in: 'serum' },
  mediaFridge: { name: 'Refrigerator R3 (media)', type: 'refrigerator', in: 'cold', temperature: '2–8 °C' },
  deepBoxB: { name: 'Box expression strains', type: 'box', in: 'deep' },
  deepBoxC: { name: 'Box cell lines', type: 'box', in: 'deep' },
  plastics2: { name: 'Plastics cabinet 2', type: 'cabinet', in: 'lab' },
  plasticsA: { name: 'Plastics 2, shelf A', type: 'shelf', in: 'plastics2' },
  plasticsB: { name: 'Plastics 2, shelf B', type: 'shelf', in: 'plastics2' },
  plasticsC: { name: 'Plastics 2, shelf C', type: 'shelf', in: 'plastics2' },
  plasticsD: { name: 'Plastics 2, shelf D', type: 'shelf', in: 'plastics2' },
  culture: { name: 'Cell culture bench', type: 'shelf', in: 'lab' },
} as const satisfies Record<string, PlaceRow>;

export type DemoPlaceKey = keyof typeof places;

export const isDemoPlace = (key: string): key is DemoPlaceKey => Object.hasOwn(places, key);

export const demoPlaces = Object.entries(places) as [DemoPlaceKey, PlaceRow & { in: DemoPlaceKey | null }][];
