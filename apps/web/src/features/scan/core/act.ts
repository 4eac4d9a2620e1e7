/**
 * What one scan records, by mode, and what it is decided in the light of. An act is a plan: nothing is written yet, and
 * the same act may be recorded again (one more of it).
 */
import type { Place } from '@tidylab/domain/ledger/model';
import type { Lot } from '@tidylab/domain/records';
import type { UnitCode } from '@tidylab/domain/units/units';
import type { ScanMode } from './modes.ts';

export type Warning =
  | { readonly code: 'expired'; readonly day: string }
  /** `left`: base units that the book had before. */
  | { readonly code: 'below-zero'; readonly left: number }
  /** It was taken from another place than the sticky one, or counted where the book does not have it. */
  | { readonly code: 'elsewhere' };

interface OfLot {
  readonly lotId: string;
  readonly itemId: string;
  readonly warnings: readonly Warning[];
}

export interface Take extends OfLot {
  readonly kind: 'use';
  /** `c:<container>` or `l:<location>`. */
  readonly from: Place;
  /** Base units. */
  readonly qty: number;
}

export interface Receive extends OfLot {
  readonly kind: 'receive';
  /** The sticky location. */
  readonly placeId: string;
  /** Base units in all. */
  readonly qty: number;
  /** A lot that is recorded with it; null: it is known. */
  readonly newLot: Lot | null;
  /** New vessels to make, each with an equal part of `qty`; 0: loose stock, or into `containerId`. */
  readonly vessels: number;
  /** The labelled vessel it goes into. */
  readonly containerId: string | null;
}

export type Thing =
  | { readonly kind: 'container'; readonly id: string }
  /** A location of type box, with all that is in it. */
  | { readonly kind: 'box'; readonly id: string }
  | {
      readonly kind: 'loose';
      readonly lotId: string;
      readonly itemId: string;
      /** Where it stands, a location. */
      readonly placeId: string;
      /** Base units. */
      readonly qty: number;
    };

export interface Move {
  readonly kind: 'move';
  readonly toId: string;
  /** Where each stood before is kept beside it, for Undo. */
  readonly things: readonly Moved[];
  readonly warnings: readonly Warning[];
}

export interface Moved {
  readonly thing: Thing;
  readonly backTo: string | null;
}

export interface Count extends OfLot {
  readonly kind: 'count';
  /** The bucket. */
  readonly place: Place;
  /** The sticky location that is being counted. */
  readonly placeId: string;
  /** What is asserted unless the person changes it, base units. */
  readonly qty: number;
  /** What − and + change it by. */
  readonly step: number;
}

export type Act = Take | Receive | Move | Count;

/** An amount that a person set for every scan. */
export interface SetAmount {
  readonly base: number;
  readonly unit: UnitCode;
}

export interface ScanContext {
  readonly mode: ScanMode;
  /** The sticky place of every mode but Move. */
  readonly placeId: string | null;
  /** The sticky target of Move. */
  readonly targetId: string | null;
  /** What waits for its target in Move, oldest first. */
  readonly basket: readonly Thing[];
  readonly amount: SetAmount | null;
  /** The lab's calendar date, YYYY-MM-DD. */
  readonly today: string;
  /** What was counted in a bucket in this session at the sticky place; null: not yet. */
  readonly counted: (lotId: string, place: Place) => number | null;
  /** The id that a lot not recorded yet will have: the same one each time the same lot is asked for. */
  readonly lotIdFor: (itemId: string, number: string) => string;
}

export function sameThing(a: Thing, b: Thing): boolean {
  if (a.kind === 'loose') return b.kind === 'loose' && a.lotId === b.lotId && a.placeId === b.placeId;
  return a.kind === b.kind && a.id === b.id;
}
