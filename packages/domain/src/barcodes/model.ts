/** A barcode: one key, as `lookupKeys` of a scan gives it, and one thing it means. A key may mean several things; then the person is asked. */
import * as z from 'zod/mini';

export const barcodeFields = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(220)),
  targetKind: z.enum(['item', 'lot', 'container', 'location']),
  targetId: z.string().check(z.maxLength(36)),
  /** Base units in what carries this code, for example a pack of six. */
  packQty: z.nullable(z.number().check(z.int(), z.positive())),
});
