/** Rows that no form writes: of other versions, damaged, or moved to another n. They must not block their stream. */
import { uuidv5, uuidv7 } from '@tidylab/domain/kernel/ids';
import { stampAfter } from '@tidylab/domain/kernel/stamp';
import type { Op } from '@tidylab/sync/protocol/op';
import { outboxKey, outboxN } from '@tidylab/sync/protocol/stored';
import type { Device } from '../world/device.ts';
import { laterType, poisonType } from '../world/poison.ts';
import { labId, type World } from '../world/world.ts';

const receive = (what: string) => ({
  entries: [{ what: uuidv5(what), from: 'v:supplier', to: `l:${uuidv5('place 3')}`, qty: 3 }],
});

export const noSignature = 'A'.repeat(86);

export function plant(world: World, device: Device): void {
  const { random } = world;
  const rows = device.disk.rows();
  const last = rows.at(-1);
  const before = last ? (JSON.parse(last.payload.data) as Op) : undefined;
  const now = device.clock.now();
  const n = last ? outboxN(last.n) + 1 : 1;
  const fresh = {
    id: uuidv7(Math.max(0, now), random.bytes(10)),
    dev: device.dev,
    n,
    user: random.pick(device.users),
    lab: labId,
    hlc: stampAfter(now, before?.hlc),
    v: 1,
    type: 'post-receive',
    body: receive('lot 1') as Record<string, unknown>,
  };
  const moved = (): Op | undefined => {
    const known = rows
      .filter((row) => row.result?.status === 'applied')
      .map((row) => JSON.parse(row.payload.data) as Op);
    const harmless = known.filter((op) => op.type === 'create-record' || op.type === 'void-posting');
    return harmless.length > 0 ? random.pick(harmless) : undefined;
  };
  const make = random.pick<() => Omit<Op, 'sig'> & { sig?: string }>([
    () => ({ ...fresh, type: laterType, body: { item: 'one', grams: 3 } }),
    () => ({ ...fresh, sig: noSignature }),
    () => ({ ...fresh, type: poisonType, body: receive('lot 2') }),
    () => ({ ...fresh, v: 0 }),
    () => ({ ...(moved() ?? fresh), n }),
    () => ({ ...(moved() ?? fresh), n }),
  ]);
  const { sig, ...unsigned } = make();
  const op: Op = { ...unsigned, sig: sig ?? device.key.sign(unsigned) };
  world.note(`plant ${device.dev} ${n} ${op.type}@${op.v} ${op.id}`);
  device.disk.plant({
    n: outboxKey(n),
    id: op.id,
    state: 'pending',
    sentAt: null,
    result: null,
    payload: { alg: 'none', kid: '', data: JSON.stringify(op) },
  });
}
