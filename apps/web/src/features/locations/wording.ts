import type { Location } from '@tidylab/domain/records';
import { m } from '../../paraglide/messages.js';

export const typeWords: Readonly<Record<Location['type'], () => string>> = {
  site: () => m.items_location_site(),
  room: () => m.items_location_room(),
  freezer: () => m.items_location_freezer(),
  refrigerator: () => m.items_location_refrigerator(),
  cabinet: () => m.items_location_cabinet(),
  shelf: () => m.items_location_shelf(),
  box: () => m.items_location_box(),
  position: () => m.items_location_position(),
};
