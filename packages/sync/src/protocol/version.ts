/**
 * Protocol versions. The major version is in the path (`/sync/v1`), the minor here. A change of a message without a
 * new line in this table fails the hash test beside it.
 */
export const protocolMajor = 1;
export const protocolMinor = 2;

/** The oldest minor version whose pushes are accepted. Pushes are accepted for at least 12 months after a successor. */
export const protocolOldest = 1;

/** SHA-256 over the shapes of every message, op body and record, by minor version. A line that was released stays. */
export const protocolHashes: Readonly<Record<number, string>> = {
  // Hello, push, pull, live; postings, voids, records.
  1: '125045bcaf5c10e120a8759da7196c91fbe6a8db7747617942fe50a4fedd858a',
  // Records edited, deleted, undeleted; reviews resolved.
  2: 'f04c7249ab171682ec87552ecd5e8452d0edfcef4012d72885330077cbfaab20',
};

/** Version of the records' and bodies' schemas, told at hello. */
export const schemaVersion = 1;

export const limits = {
  opBytesMax: 64 * 1024,
  pushOpsMax: 200,
  pushBytesMax: 512 * 1024,
  /** Behind by more rows than this, a device takes a snapshot (SPEC F10). */
  behindRowsMax: 2_000,
  chunkRows: 1_000,
  chunkBytesTarget: 1024 * 1024,
  pageRowsMax: 500,
  pageBytesTarget: 256 * 1024,
} as const;
