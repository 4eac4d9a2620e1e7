/**
 * The kinds of record a lab holds, one line each. Adding a kind here makes the compiler and the protocol's hash test
 * name everything else that must know it.
 */
import * as z from 'zod/mini';
import { containerFields, containerMerge } from './containers/model.ts';
import { itemFields, itemMerge } from './items/model.ts';
import { locationFields } from './locations/model.ts';
import { lotFields } from './lots/model.ts';
import { barcodeFields } from './barcodes/model.ts';
import { personFields } from './people/model.ts';
import { type MergeRules, plainMerge } from './merge/rules.ts';

export const recordSchemas = {
  item: itemFields,
  lot: lotFields,
  container: containerFields,
  location: locationFields,
  barcode: barcodeFields,
  person: personFields,
} as const;

export const mergeRules: { readonly [K in keyof typeof recordSchemas]: MergeRules } = {
  item: itemMerge,
  lot: plainMerge,
  container: containerMerge,
  location: plainMerge,
  barcode: plainMerge,
  person: plainMerge,
};

export type RecordKind = keyof typeof recordSchemas;
export const recordKinds = Object.keys(recordSchemas) as RecordKind[];
export const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(recordSchemas, kind);

export type Fields<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>;

/** A record as the feed and every replica hold it. `fieldRevs` names only fields changed since revision 1. */
export interface RecordOf<K extends RecordKind> {
  readonly rev: number;
  readonly fieldRevs: { readonly [field: string]: number };
  /** The effective stamp of its deletion; null while it is there. `fieldRevs.deletedAt` is its revision. */
  readonly deletedAt: string | null;
  readonly fields: Fields<K>;
}

export type Item = Fields<'item'>;
export type Lot = Fields<'lot'>;
export type Container = Fields<'container'>;
export type Location = Fields<'location'>;
export type Barcode = Fields<'barcode'>;
export type Person = Fields<'person'>;

/** The body of `create-record`. `fields` is checked against the schema of its kind. */
export const createRecordSchema = z.object({
  kind: z.string().check(z.maxLength(40)),
  id: z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)),
  fields: z.record(z.string(), z.unknown()),
});
export type CreateRecordBody = z.infer<typeof createRecordSchema>;
