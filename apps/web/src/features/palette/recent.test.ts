import { expect, test } from 'vitest';
import { noteRecent, readRecent, type RecentMemory, thingAt } from './recent.ts';

function memory(): RecentMemory & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return { held, read: (key) => held.get(key) ?? null, write: (key, value) => void held.set(key, value) };
}

test('what was opened last comes first, once, and the oldest falls out', () => {
  const mind = memory();
  for (let n = 0; n < 20; n++) noteRecent(mind, 'lab', `/items/i${n}`);
  noteRecent(mind, 'lab', '/items/i15');
  const ids = readRecent(mind, 'lab').map(({ id }) => id);
  expect(ids.slice(0, 3)).toEqual(['i15', 'i19', 'i18']);
  expect(ids).toHaveLength(12);
});

test('a lab does not see what was opened in another', () => {
  const mind = memory();
  noteRecent(mind, 'one', '/lots/o1');
  expect(readRecent(mind, 'two')).toEqual([]);
});

test('lists, forms and other screens are not things', () => {
  for (const path of ['/', '/items', '/items/new', '/settings/people/p1', '/locations/a/b']) {
    expect(thingAt(path)).toBeNull();
  }
  expect(thingAt('/containers/c-1')).toEqual({ kind: 'container', id: 'c-1' });
});

test('what somebody else wrote into the memory is dropped', () => {
  const mind = memory();
  mind.held.set('tidylab.recent.lab', 'item:ok\nscript:<b>\n\nitem:');
  expect(readRecent(mind, 'lab')).toEqual([{ kind: 'item', id: 'ok' }]);
});
