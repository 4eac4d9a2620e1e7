/** Fills a running server with a large lab, through the same door as everybody. */
import { largeScenario } from '@tidylab/testkit/scenarios/large';
import type { Op } from '@tidylab/sync/protocol/op';
import { limits } from '@tidylab/sync/protocol/version';
import type { HttpDevice } from './device.ts';

const requestBytesMax = limits.pushBytesMax - 8 * 1024;

/** Requests as large as the server takes. */
function* requests(ops: Iterable<Op>): Generator<Op[]> {
  let held: Op[] = [];
  let bytes = 0;
  for (const op of ops) {
    const size = JSON.stringify(op).length + 1;
    if (held.length === limits.pushOpsMax || (held.length > 0 && bytes + size > requestBytesMax)) {
      yield held;
      held = [];
      bytes = 0;
    }
    held.push(op);
    bytes += size;
  }
  if (held.length > 0) yield held;
}

function* opsOf(device: HttpDevice, items: number, expiryYear: number): Generator<Op> {
  const { records, receipts } = largeScenario({ items, expiryYear });
  for (const { kind, id, fields } of records) yield device.op('create-record', { kind, id, fields });
  for (const entries of receipts) yield device.op('post-receive', { entries });
}

/** Pushes `items` items with their lots, barcodes and stock; the device must be an admin's or a manager's. */
export async function loadLarge(device: HttpDevice, items: number): Promise<void> {
  for (const ops of requests(opsOf(device, items, new Date().getFullYear() + 1))) {
    const { results } = await device.push(ops);
    const refused = results.find(({ status }) => status !== 'applied');
    if (results.length !== ops.length || refused)
      throw new Error(`the large lab was not taken: ${JSON.stringify(refused)}`);
  }
}
