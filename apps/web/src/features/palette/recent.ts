/** What was opened lately on this device, newest first; kept as text, read with care. */
import type { ThingKind } from './search.ts';

export interface RecentThing {
  readonly kind: ThingKind;
  readonly id: string;
}

export interface RecentMemory {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

const recentMax = 12;
const pattern = /^(item|location|container|lot):([\w-]{1,80})$/;
const keyFor = (labId: string): string => `tidylab.recent.${labId}`;

export function readRecent(memory: RecentMemory, labId: string): readonly RecentThing[] {
  const lines = (memory.read(keyFor(labId)) ?? '').split('\n').slice(0, recentMax);
  return lines.flatMap((line) => {
    const [, kind, id] = pattern.exec(line) ?? [];
    return kind === undefined || id === undefined ? [] : [{ kind: kind as ThingKind, id }];
  });
}

/** The thing that an address shows; null when it is another screen. */
export function thingAt(pathname: string): RecentThing | null {
  const [, kind, id] = /^\/(item|location|container|lot)s\/([\w-]{1,80})$/.exec(pathname) ?? [];
  return kind === undefined || id === undefined || id === 'new' ? null : { kind: kind as ThingKind, id };
}

export function noteRecent(memory: RecentMemory, labId: string, pathname: string): void {
  const thing = thingAt(pathname);
  if (!thing) return;
  const others = readRecent(memory, labId).filter(({ kind, id }) => kind !== thing.kind || id !== thing.id);
  const lines = [thing, ...others].slice(0, recentMax).map(({ kind, id }) => `${kind}:${id}`);
  memory.write(keyFor(labId), lines.join('\n'));
}
