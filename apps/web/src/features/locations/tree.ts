/** The tree of locations as rows: what is open is followed by its children, each with how much stands in it and below. */
import type { Location } from '@tidylab/domain/records';
import type { BalanceValue } from '@tidylab/sync/protocol/kinds';
import type { Replica } from '@tidylab/sync/replica/replica';
import { foldText } from '../../ui/data-grid/search-text.ts';

export interface LocationNode {
  readonly id: string;
  readonly location: Location;
  /** 0 at a root. */
  readonly depth: number;
  readonly childCount: number;
  readonly open: boolean;
  /** Containers and loose lots that stand at it and below it. */
  readonly below: number;
}

/** Things that stand at each location itself: containers, and loose lots with a balance. */
function standingAt(replica: Replica): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { deletedAt, fields } of replica.records('container').values()) {
    if (deletedAt === null && fields.locationId !== null) add(fields.locationId);
  }
  for (const value of replica.all('balance').values()) {
    const { place, qty } = value as BalanceValue;
    if (qty !== 0 && place.startsWith('l:')) add(place.slice(2));
  }
  return counts;
}

interface Tree {
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** Without a parent, or with one that is not here. */
  readonly roots: readonly string[];
}

function treeOf(replica: Replica): Tree {
  const locations = replica.records('location');
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  for (const [id, { deletedAt, fields }] of locations) {
    if (deletedAt !== null) continue;
    const parent = fields.parentId === null ? undefined : locations.get(fields.parentId);
    if (!parent || parent.deletedAt !== null || fields.parentId === null) {
      roots.push(id);
      continue;
    }
    const siblings = children.get(fields.parentId);
    if (siblings) siblings.push(id);
    else children.set(fields.parentId, [id]);
  }
  const order = (ids: string[]): string[] =>
    ids.sort((a, b) => compareNames(locations.get(a)?.fields, locations.get(b)?.fields));
  for (const ids of children.values()) order(ids);
  return { children, roots: order(roots) };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const compareNames = (a: Location | undefined, b: Location | undefined): number =>
  collator.compare(a?.name ?? '', b?.name ?? '');

/** @param isOpen which locations show their children. A cycle, which only a merge can leave, is shown from its first member. */
export function locationRows(
  replica: Replica,
  isOpen: (id: string, depth: number) => boolean,
): readonly LocationNode[] {
  const { children, roots } = treeOf(replica);
  const standing = standingAt(replica);
  const sums = new Map<string, number>();
  const sumOf = (id: string, above: ReadonlySet<string>): number => {
    const known = sums.get(id);
    if (known !== undefined) return known;
    const path = new Set(above).add(id);
    const below = (children.get(id) ?? []).filter((child) => !path.has(child));
    const sum = below.reduce((total, child) => total + sumOf(child, path), standing.get(id) ?? 0);
    sums.set(id, sum);
    return sum;
  };
  const rows: LocationNode[] = [];
  const shown = new Set<string>();
  const visit = (id: string, depth: number): void => {
    const location = replica.record('location', id)?.fields;
    if (!location || shown.has(id)) return;
    shown.add(id);
    const kids = children.get(id) ?? [];
    const open = kids.length > 0 && isOpen(id, depth);
    rows.push({ id, location, depth, childCount: kids.length, open, below: sumOf(id, new Set()) });
    if (open) for (const child of kids) visit(child, depth + 1);
  };
  for (const root of roots) visit(root, 0);
  for (const cyclic of unreachable(children, roots)) visit(cyclic, 0);
  return rows;
}

/** The first member of each cycle: no root leads there. */
function unreachable(children: ReadonlyMap<string, readonly string[]>, roots: readonly string[]): readonly string[] {
  const reached = new Set<string>();
  const reach = (first: string): void => {
    const queue = [first];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      queue.push(...(children.get(id) ?? []));
    }
  };
  for (const root of roots) reach(root);
  const firsts: string[] = [];
  for (const id of [...children.keys()].sort()) {
    if (reached.has(id)) continue;
    firsts.push(id);
    reach(id);
  }
  return firsts;
}

/** Locations whose names hold all the words, as a flat list. */
export function findLocations(replica: Replica, words: readonly string[]): readonly LocationNode[] {
  const all = locationRows(replica, () => true);
  const found = all.filter(({ location }) => words.every((word) => foldText(location.name).includes(word)));
  return found.map((row) => ({ ...row, depth: 0, open: false, childCount: 0 }));
}
