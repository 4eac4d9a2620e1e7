/** Amounts that may be nothing, as a count may find. */
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { ok, type Result } from '@tidylab/domain/kernel/result';
import { parseQuantity } from '@tidylab/domain/units/quantity';

/** As `parseQuantity`, and 0 is an answer. */
export const parseCounted = (text: string, unit: string): Result<number, RefusalCode> =>
  /^\s*0+(?:[.,]0*)?\s*$/.test(text) ? ok(0) : parseQuantity(text, unit);

/** An optional amount: nothing typed is null. */
export const parseOptional = (text: string, unit: string): Result<number | null, RefusalCode> =>
  text.trim() === '' ? ok(null) : parseQuantity(text, unit);
