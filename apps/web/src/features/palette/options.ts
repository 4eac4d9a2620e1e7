/** What the palette offers for a query: things of the inventory, then commands; without a query, what was opened lately. */
import { pathOf } from '@tidylab/sync/replica/queries';
import type { Replica } from '@tidylab/sync/replica/replica';
import { foldText, queryWords } from '../../ui/data-grid/search-text.ts';
import type { PaletteCommand } from './command.ts';
import type { RecentThing } from './recent.ts';
import { findThings, keyOf, type ThingKind, thingsOf } from './search.ts';

export interface ThingOption {
  readonly key: string;
  readonly kind: ThingKind;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

export interface Options {
  readonly things: readonly ThingOption[];
  readonly commands: readonly PaletteCommand[];
}

const thingsMax = 20;
const commandsMax = 8;
const commandsAtFirst = 40;

const pathWords = (replica: Replica, locationId: string | null): string =>
  pathOf(replica, locationId)
    .map(({ location }) => location.name)
    .join(' › ');

const itemNameOf = (replica: Replica, lotId: string): string => {
  const lot = replica.record('lot', lotId);
  return (lot && replica.record('item', lot.fields.itemId)?.fields.name) ?? '';
};

const join = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

/** How a thing is shown; null when it is gone. */
function describe(replica: Replica, { kind, id }: RecentThing): ThingOption | null {
  const record = replica.record(kind, id);
  if (!record || record.deletedAt !== null) return null;
  const at = { key: keyOf({ kind, id }), kind, id };
  if (kind === 'item') {
    const item = replica.record('item', id)?.fields;
    return item ? { ...at, title: item.name, detail: join(item.cas, item.catalogNumber) } : null;
  }
  if (kind === 'location') {
    const location = replica.record('location', id)?.fields;
    return location ? { ...at, title: location.name, detail: pathWords(replica, location.parentId) } : null;
  }
  if (kind === 'container') {
    const container = replica.record('container', id)?.fields;
    if (!container) return null;
    const detail = join(itemNameOf(replica, container.lotId), pathWords(replica, container.locationId));
    return { ...at, title: container.label, detail };
  }
  const lot = replica.record('lot', id)?.fields;
  return lot ? { ...at, title: lot.lotNumber, detail: join(itemNameOf(replica, id), lot.expiry) } : null;
}

const describeAll = (replica: Replica, found: readonly RecentThing[]): ThingOption[] =>
  found.flatMap((thing) => describe(replica, thing) ?? []);

function fits({ label, words }: PaletteCommand, asked: readonly string[]): boolean {
  const text = foldText(`${label} ${words ?? ''}`);
  return asked.every((word) => text.includes(word));
}

export function optionsFor(
  replica: Replica,
  query: string,
  recent: readonly RecentThing[],
  commands: readonly PaletteCommand[],
): Options {
  const asked = queryWords(query);
  if (asked.length === 0) {
    return { things: describeAll(replica, recent).slice(0, 5), commands: commands.slice(0, commandsAtFirst) };
  }
  const found = findThings(thingsOf(replica), asked, new Set(recent.map(keyOf)), thingsMax);
  return {
    things: describeAll(replica, found),
    commands: commands.filter((command) => fits(command, asked)).slice(0, commandsMax),
  };
}
