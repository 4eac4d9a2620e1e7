/**
 * The heads of POSIX ustar (IEEE 1003.1): a backup is a .tar.gz, so that what is in it can be reached without us.
 * Every member is a plain file with a name of at most 100 ASCII characters.
 */
import { assert } from '@tidylab/domain/kernel/assert';

export const blockBytes = 512;

export interface Member {
  readonly name: string;
  readonly bytes: number;
}

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

/** Fields of the head: where each begins and how long it is. */
const at = { name: [0, 100], mode: [100, 8], uid: [108, 8], gid: [116, 8], size: [124, 12], time: [136, 12] } as const;
const sumAt = 148;

const sumOf = (head: Buffer): number =>
  head.reduce((sum, byte, index) => sum + (index >= sumAt && index < sumAt + 8 ? 32 : byte), 0);

/** Sizes of 8 GiB and more do not fit the field in octal; they are written in base 256, as GNU tar does. */
function writeSize(head: Buffer, bytes: number): void {
  const [start, width] = at.size;
  if (bytes < 8 ** (width - 1)) {
    head.write(octal(bytes, width), start, 'latin1');
    return;
  }
  head.writeBigUInt64BE(BigInt(bytes), start + 4);
  head[start] = 0x80;
}

function readSize(head: Buffer): number {
  const [start, width] = at.size;
  if (head[start] === 0x80) return Number(head.readBigUInt64BE(start + 4));
  return Number.parseInt(head.toString('latin1', start, start + width), 8);
}

export function writeHead({ name, bytes }: Member, timeMs: number): Buffer {
  assert(/^[\x21-\x7e]{1,100}$/.test(name), `${name} is a name for a member`);
  const head = Buffer.alloc(blockBytes);
  head.write(name, 0, 'latin1');
  head.write(octal(0o600, 8), at.mode[0], 'latin1');
  head.write(octal(0, 8), at.uid[0], 'latin1');
  head.write(octal(0, 8), at.gid[0], 'latin1');
  writeSize(head, bytes);
  head.write(octal(Math.floor(timeMs / 1000), 12), at.time[0], 'latin1');
  head.write('0ustar\u000000', 156, 'latin1');
  head.copyWithin(257, 157, 165);
  head.fill(0, 157, 165);
  head.write(`${octal(sumOf(head), 7)} `, sumAt, 'latin1');
  return head;
}

/** The member a head announces; `end` for the block of zeros that closes an archive; undefined for anything else. */
export function readHead(head: Buffer): Member | 'end' | undefined {
  if (head.every((byte) => byte === 0)) return 'end';
  const sum = Number.parseInt(head.toString('latin1', sumAt, sumAt + 8), 8);
  const bytes = readSize(head);
  if (sum !== sumOf(head) || head[156] !== 0x30 || !Number.isSafeInteger(bytes)) return undefined;
  const name = head.toString('latin1', 0, 100);
  const end = name.indexOf('\0');
  return { name: end < 0 ? name : name.slice(0, end), bytes };
}

/** Zeros that fill the last block of a member. */
export const padding = (bytes: number): number => (blockBytes - (bytes % blockBytes)) % blockBytes;
