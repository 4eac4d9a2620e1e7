/** Where and how hard to look, frame by frame, and which of several symbols the person means. */
import type { Effort, FoundSymbol, Point } from './read-symbols.ts';

export type Area = 'centre' | 'full';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LookPlan {
  readonly area: Area;
  readonly effort: Effort;
}

export const MAX_FRAMES_PER_SECOND = 15;
const THOROUGH_EVERY = 5;
const FULL_EVERY = 15;

/** The aimed-at region: 60 % of the short side high and 1.3 times as wide, in the middle, in whole pixels. */
export const centreRegion = (width: number, height: number): Rectangle => {
  const high = Math.round(Math.min(width, height) * 0.6);
  const wide = Math.min(width, Math.round(high * 1.3));
  return { x: Math.floor((width - wide) / 2), y: Math.floor((height - high) / 2), width: wide, height: high };
};

export const regionOf = (area: Area, width: number, height: number): Rectangle =>
  area === 'full' ? { x: 0, y: 0, width, height } : centreRegion(width, height);

/** What to do with the nth look, counted from 1: mostly a cheap look at the middle, now and then a thorough or full one. */
export const planLook = (count: number): LookPlan => ({
  area: count % FULL_EVERY === 0 ? 'full' : 'centre',
  effort: count % THOROUGH_EVERY === 0 ? 'thorough' : 'fast',
});

/** Moves a symbol found in a region into the coordinates of the whole frame. */
export const inFrame = (symbol: FoundSymbol, region: Rectangle): FoundSymbol => {
  const move = ({ x, y }: Point): Point => ({ x: x + region.x, y: y + region.y });
  const [a, b, c, d] = symbol.corners;
  return { ...symbol, corners: [move(a), move(b), move(c), move(d)] };
};

const distanceTo = (symbol: FoundSymbol, aim: Point): number => {
  const middle = (axis: 'x' | 'y'): number => symbol.corners.reduce((sum, corner) => sum + corner[axis], 0) / 4;
  return Math.hypot(middle('x') - aim.x, middle('y') - aim.y);
};

/** The symbol whose middle is nearest to `aim`; undefined when there is none. */
export const nearestTo = (symbols: readonly FoundSymbol[], aim: Point): FoundSymbol | undefined =>
  symbols.reduce<FoundSymbol | undefined>(
    (best, symbol) => (best && distanceTo(best, aim) <= distanceTo(symbol, aim) ? best : symbol),
    undefined,
  );
