import { expect, test } from 'vitest';
import type { FoundSymbol } from './read-symbols.ts';
import { centreRegion, inFrame, nearestTo, planLook, regionOf } from './region.ts';

const symbolAt = (x: number, y: number, text = 'A'): FoundSymbol => ({
  text,
  symbology: ']d2',
  format: 'DataMatrix',
  corners: [
    { x: x - 10, y: y - 10 },
    { x: x + 10, y: y - 10 },
    { x: x + 10, y: y + 10 },
    { x: x - 10, y: y + 10 },
  ],
});

test('the region is 60 % of the short side high, 1.3 times as wide, and in the middle', () => {
  expect(centreRegion(1280, 720)).toEqual({ x: 359, y: 144, width: 562, height: 432 });
  expect(centreRegion(720, 1280)).toEqual({ x: 79, y: 424, width: 562, height: 432 });
});

test('the region never leaves the frame', () => {
  for (const [width, height] of [
    [10, 10],
    [640, 640],
    [1, 1000],
  ] as const) {
    const region = centreRegion(width, height);
    expect(region.x).toBeGreaterThanOrEqual(0);
    expect(region.x + region.width).toBeLessThanOrEqual(width);
  }
  expect(regionOf('full', 8, 9)).toEqual({ x: 0, y: 0, width: 8, height: 9 });
});

test('of fifteen looks one is at the full frame and three are thorough, the full one among them', () => {
  const plans = Array.from({ length: 15 }, (_, i) => planLook(i + 1));
  expect(plans.filter((plan) => plan.effort === 'thorough')).toHaveLength(3);
  expect(plans.filter((plan) => plan.area === 'full')).toEqual([{ area: 'full', effort: 'thorough' }]);
});

test('of several symbols the one under the aimer is meant', () => {
  const [left, near] = [symbolAt(100, 300, 'left'), symbolAt(660, 380, 'near')];
  expect(nearestTo([left, near], { x: 640, y: 360 })).toBe(near);
  expect(nearestTo([], { x: 640, y: 360 })).toBeUndefined();
});

test('corners found in a region are moved to where they are in the frame', () => {
  const moved = inFrame(symbolAt(50, 60), { x: 359, y: 144, width: 562, height: 432 });
  expect(moved.corners[0]).toEqual({ x: 399, y: 194 });
});
