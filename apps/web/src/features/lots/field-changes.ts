/** What a form changed of a record, and what takes it back. */
import { canonical, type Json } from '@tidylab/domain/kernel/json';

export interface FieldChanges<T> {
  readonly changes: Partial<T>;
  /** The same fields as they were. */
  readonly inverse: Partial<T>;
  readonly count: number;
}

export function changesBetween<T extends object>(before: T, after: Partial<T>): FieldChanges<T> {
  const changes: Partial<T> = {};
  const inverse: Partial<T> = {};
  let count = 0;
  for (const name of Object.keys(after) as (keyof T)[]) {
    if (canonical(before[name] as Json) === canonical(after[name] as Json)) continue;
    changes[name] = after[name] as T[keyof T];
    inverse[name] = before[name];
    count++;
  }
  return { changes, inverse, count };
}
