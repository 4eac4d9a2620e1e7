import { expect, test } from 'vitest';
import type { Count } from './act.ts';
import { balance, ids, scanLab } from './scan-lab.build.ts';
import { countedIn, emptyShelf, goTo, reviewShelf, withCount, withoutPosting } from './shelf.ts';

const place = `l:${ids.shelf}`;
const act: Count = {
  kind: 'count',
  lotId: ids.lotSalt,
  itemId: ids.salt,
  place,
  placeId: ids.shelf,
  qty: 3,
  step: 1,
  warnings: [],
};
const posted = (postingId: string, qty: number, expected: number | null) => ({ postingId, qty, expected });
const shelf = emptyShelf(ids.shelf);

test('the last count of a bucket holds, and what stood before it when it is voided', () => {
  const twice = withCount(withCount(shelf, act, posted('p1', 3, 5)), act, posted('p2', 4, 3));
  expect(countedIn(twice, ids.lotSalt, place)).toBe(4);
  const once = withoutPosting(twice, 'p2');
  expect(countedIn(once, ids.lotSalt, place)).toBe(3);
  expect(countedIn(withoutPosting(once, 'p1'), ids.lotSalt, place)).toBeNull();
});

test('the review compares with what the book said before the first count, and names what was not seen', () => {
  const replica = scanLab([
    balance(ids.lotSalt, place, 4),
    balance(ids.lotA, `c:${ids.bottle}`, 70),
    balance(ids.lotA, `l:${ids.box}`, 8),
    balance(ids.lotB, `c:${ids.drum}`, 9),
  ]);
  const twice = withCount(withCount(shelf, act, posted('p1', 3, 5)), act, posted('p2', 4, 3));
  const review = reviewShelf(replica, twice);
  expect(review.differences).toMatchObject([{ lotId: ids.lotSalt, counted: 4, book: 5 }]);
  expect(review.agreed).toBe(0);
  // What stands in a box on the shelf stands on the shelf; the drum is in the cellar.
  expect(review.notSeen.map((row) => [row.place, row.book])).toEqual([
    [`c:${ids.bottle}`, 70],
    [`l:${ids.box}`, 8],
  ]);
});

test('a count as the book says is no difference', () => {
  const replica = scanLab([balance(ids.lotSalt, place, 5)]);
  expect(reviewShelf(replica, withCount(shelf, act, posted('p1', 5, 5)))).toEqual({
    differences: [],
    notSeen: [],
    agreed: 1,
  });
});

test('going to another place is done with the one before, and coming back goes on with it', () => {
  const there = goTo(goTo([], ids.shelf), ids.cellar);
  expect(there.map(({ placeId, isDone }) => [placeId, isDone])).toEqual([
    [ids.cellar, false],
    [ids.shelf, true],
  ]);
  expect(goTo(there, ids.shelf).find(({ placeId }) => placeId === ids.shelf)?.isDone).toBe(false);
});
