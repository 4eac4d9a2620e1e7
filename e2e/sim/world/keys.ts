/** Keys of devices, made once for a process: making them costs more than a run. Signatures are not part of a trace. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { signedBytes, type UnsignedOp } from '@tidylab/sync/protocol/op';

export interface DeviceKey {
  readonly spki: string;
  sign(op: UnsignedOp): string;
}

const made: DeviceKey[] = [];

function makeKey(): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  return { spki, sign: (op) => signatureOf(op, privateKey) };
}

const signatureOf = (op: UnsignedOp, key: KeyObject): string =>
  sign('sha256', signedBytes(op), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');

export function deviceKey(index: number): DeviceKey {
  while (made.length <= index) made.push(makeKey());
  return made[index] as DeviceKey;
}
