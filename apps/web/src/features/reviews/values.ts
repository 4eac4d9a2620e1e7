/** Values of fields as people read them. */
import type { FieldValues } from '@tidylab/domain/merge/model';
import type { ClashRecord } from '@tidylab/domain/merge/review';
import type { Container } from '@tidylab/domain/records';
import type { UnitCode } from '@tidylab/domain/units/units';
import type { Replica } from '@tidylab/sync/replica/replica';
import { m } from '../../paraglide/messages.js';
import { stateWords } from '../lots/index.ts';
import { type Formats, nameOfLot, pathSteps } from '../movements/index.ts';
import { fieldWords } from './wording.ts';

type Write = (value: never, context: { replica: Replica; format: Formats; unit: UnitCode | null }) => string;

const amount: Write = (base: number, { format, unit }) => format.amount(base, unit);
const place: Write = (id: string, { replica }) =>
  pathSteps(replica, id)
    .map(({ name }) => name)
    .join(' › ') || m.reviews_value_unknown();

const writers: Readonly<Record<string, Write>> = {
  useStep: amount,
  minimum: amount,
  packSize: amount,
  expiry: (day: string, { format }) => format.day(day),
  locationId: place,
  parentId: place,
  itemId: (id: string, { replica }) => replica.record('item', id)?.fields.name ?? m.reviews_value_unknown(),
  lotId: (id: string, { replica }) => nameOfLot(replica, id).lotNumber ?? m.reviews_value_unknown(),
  state: (state: Container['state']) => stateWords[state](),
  deletedAt: () => m.reviews_value_deleted(),
  baseUnit: (unit: UnitCode, { format }) => format.unit(unit),
  stockUnit: (unit: UnitCode, { format }) => format.unit(unit),
};

function unitOf(replica: Replica, { kind, id }: ClashRecord): UnitCode | null {
  if (kind === 'item') return replica.record('item', id)?.fields.stockUnit ?? null;
  if (kind === 'lot') return nameOfLot(replica, id).unit;
  const lotId = kind === 'container' ? replica.record('container', id)?.fields.lotId : undefined;
  return lotId === undefined ? null : nameOfLot(replica, lotId).unit;
}

/** One value; "not set" for none. */
function valueText(field: string, value: unknown, context: Parameters<Write>[1]): string {
  if (field === 'deletedAt' && value === null) return m.reviews_value_kept();
  if (value === null || value === '') return m.reviews_value_none();
  const write = Object.hasOwn(writers, field) ? writers[field] : undefined;
  if (write) return write(value as never, context);
  if (Array.isArray(value)) return value.length === 0 ? m.reviews_value_none() : value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The values of a group in one text; each with its name where there are several. */
export function valuesText(replica: Replica, format: Formats, record: ClashRecord, values: FieldValues): string {
  const context = { replica, format, unit: unitOf(replica, record) };
  const entries = Object.entries(values);
  return entries
    .map(([field, value]) => {
      const text = valueText(field, value, context);
      return entries.length === 1 ? text : m.reviews_value_named({ field: fieldWords(field), value: text });
    })
    .join(' · ');
}

/** What a record is called, whatever of it is here. */
export function recordName(replica: Replica, { kind, id }: ClashRecord): string {
  if (kind === 'item') return replica.record('item', id)?.fields.name ?? m.reviews_record_unknown();
  if (kind === 'location') return replica.record('location', id)?.fields.name ?? m.reviews_record_unknown();
  if (kind === 'person') return replica.record('person', id)?.fields.name ?? m.reviews_record_unknown();
  if (kind === 'container') return replica.record('container', id)?.fields.label ?? m.reviews_record_unknown();
  if (kind === 'barcode') return replica.record('barcode', id)?.fields.key ?? m.reviews_record_unknown();
  const { item, lotNumber } = nameOfLot(replica, id);
  if (kind !== 'lot' || lotNumber === null) return m.reviews_record_unknown();
  return m.reviews_record_lot({ item: item ?? m.reviews_record_unknown(), lot: lotNumber });
}
