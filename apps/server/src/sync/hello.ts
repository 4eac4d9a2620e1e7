/** Hello (SPEC H1): what a device must know before its first push or pull of a session, and after every surprise. */
import { writeCursor } from '@tidylab/sync/protocol/cursor';
import type { HelloReply, HelloRequest } from '@tidylab/sync/protocol/messages';
import { protocolMinor, protocolOldest } from '@tidylab/sync/protocol/version';
import type { ChangeLog } from './change-log.ts';
import { scopeId } from './scope.ts';

export function hello(log: ChangeLog, lab: string, dev: string, request: HelloRequest, nowMs: number): HelloReply {
  const device = log.device(dev);
  const { seq, chain } = log.head();
  return {
    proto: protocolMinor,
    lab,
    time: nowMs,
    epochs: log.epochs(),
    device: device && device.op !== null ? { n: device.n, op: device.op } : null,
    grants: log.grants(dev),
    scopeId,
    head: writeCursor(seq, chain),
    floor: log.floor(),
    upgradeRequired: request.proto < protocolOldest,
  };
}
