/** Teaching the lab a code: a barcode record, so that the next scan of it means the item, on every device. */
import { lookupKeys } from '@tidylab/domain/barcodes/lookup-keys';
import type { RefusalCode } from '@tidylab/domain/kernel/codes';
import { uuidv7 } from '@tidylab/domain/kernel/ids';
import { refuse, type Result } from '@tidylab/domain/kernel/result';
import type { CreateRecordBody } from '@tidylab/domain/records';
import type { Op } from '@tidylab/sync/protocol/op';
import type { LabClient, StoreFailure } from '../../../store/lab-client.ts';
import { parseCode, type ScannedCode } from './read-code.ts';

/** `no-key`: nothing in the code names a thing, so there is nothing to learn. */
export type LinkFailure = RefusalCode | StoreFailure | 'no-key';

/** The key a code is learned under; undefined when it has none. */
export const keyOf = (client: LabClient, code: ScannedCode, today: string): string | undefined =>
  lookupKeys(parseCode(client.replica, code, today))[0];

export async function linkCode(
  client: LabClient,
  code: ScannedCode,
  itemId: string,
  today: string,
): Promise<Result<Op, LinkFailure>> {
  const key = keyOf(client, code, today);
  if (key === undefined) return refuse('no-key', code.text);
  const id = uuidv7(Math.floor(client.now()), client.random(10));
  const body: CreateRecordBody = {
    kind: 'barcode',
    id,
    fields: { key, targetKind: 'item', targetId: itemId, packQty: null },
  };
  return client.record({ type: 'create-record', body });
}
