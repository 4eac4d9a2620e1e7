/** A location as it stands in the form. */
import type { Location } from '@tidylab/domain/records';

export interface LocationDraft {
  readonly name: string;
  readonly type: Location['type'];
  readonly parentId: string | null;
  readonly temperature: string;
}

export const draftOfLocation = ({ name, type, parentId, temperature }: Location): LocationDraft => ({
  name,
  type,
  parentId,
  temperature: temperature ?? '',
});

export type LocationFields = Omit<Location, 'code'>;

/** Null: it has no name. */
export function readLocation(draft: LocationDraft): LocationFields | null {
  const name = draft.name.trim();
  const temperature = draft.temperature.trim();
  if (name === '') return null;
  return { name, type: draft.type, parentId: draft.parentId, temperature: temperature === '' ? null : temperature };
}

const insideOf: Readonly<Record<Location['type'], Location['type']>> = {
  site: 'room',
  room: 'cabinet',
  freezer: 'shelf',
  refrigerator: 'shelf',
  cabinet: 'shelf',
  shelf: 'box',
  box: 'position',
  position: 'position',
};

/** What usually stands inside: a first guess that saves a tap. */
export const usualTypeInside = (parent: Location['type'] | undefined): Location['type'] =>
  parent === undefined ? 'room' : insideOf[parent];
