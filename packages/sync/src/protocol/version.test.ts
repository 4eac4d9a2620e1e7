import { canonical, type Json } from '@tidylab/domain/kernel/json';
import { postingSchemas, voidSchema } from '@tidylab/domain/ledger/model';
import { deleteRecordSchema, editRecordSchema, resolveReviewSchema } from '@tidylab/domain/merge/model';
import { createRecordSchema, recordSchemas } from '@tidylab/domain/records';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { messages } from './messages.ts';
import { sha256Hex } from './op.ts';
import { protocolHashes, protocolMinor, protocolOldest } from './version.ts';

type Schemas = Readonly<Record<string, z.ZodMiniType>>;

/** Everything whose shape two versions of TidyLab must agree about. */
const spoken: Readonly<Record<string, Schemas>> = {
  messages,
  bodies: {
    ...postingSchemas,
    'void-posting': voidSchema,
    'create-record': createRecordSchema,
    'edit-record': editRecordSchema,
    'delete-record': deleteRecordSchema,
    'undelete-record': deleteRecordSchema,
    'resolve-review': resolveReviewSchema,
  },
  records: recordSchemas,
};

function hashOf(groups: Readonly<Record<string, Schemas>>): string {
  const shapes = Object.entries(groups).map(([group, schemas]) => [
    group,
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema) as Json])),
  ]);
  return sha256Hex(canonical(Object.fromEntries(shapes) as Json));
}

test('a message, body or record that changes needs a new minor version of the protocol', () => {
  const hash = hashOf(spoken);
  expect(
    protocolHashes[protocolMinor],
    `The shape of a message, a body or a record changed. Devices of version ${protocolMinor} are out there: a change may ` +
      `only add optional members. Raise protocolMinor to ${protocolMinor + 1} in protocol/version.ts and add the line\n` +
      `  ${protocolMinor + 1}: '${hash}',\nwith a comment that says what changed. Never change the line of a version that was released.`,
  ).toBe(hash);
});

test('every version from the oldest that may push to this one has its hash, and no two share one', () => {
  const versions = Object.keys(protocolHashes).map(Number);
  expect(versions).toEqual(Array.from({ length: protocolMinor - protocolOldest + 1 }, (_, at) => protocolOldest + at));
  expect(new Set(Object.values(protocolHashes)).size).toBe(versions.length);
});

test('the hash sees a member that is added, taken away, or bound otherwise, in any of the groups', () => {
  const hash = hashOf(spoken);
  for (const [group, schemas] of Object.entries(spoken)) {
    for (const name of Object.keys(schemas)) {
      const changed = z.extend(z.object({}), { extra: z.optional(z.string()) });
      expect(hashOf({ ...spoken, [group]: { ...schemas, [name]: changed } })).not.toBe(hash);
    }
  }
});
