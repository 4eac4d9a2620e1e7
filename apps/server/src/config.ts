/** Limits and lifetimes of the server, in milliseconds or bytes. Settings of a lab live in the lab. */
const minute = 60_000;
const day = 24 * 60 * minute;

export const config = {
  port: 4100,
  host: '127.0.0.1',
  data: '.tidylab/data',
  demoData: '.tidylab/demo',
  /** The format of the data folder that this version writes. */
  dataFormat: 1,
  sessionIdleMs: 12 * 60 * minute,
  sessionAbsoluteMs: 30 * day,
  /** How long a person may record on a device without a full sign-in there: the offline grace. */
  grantMs: 30 * day,
  /** The device cookie outlives its grants: what waits is sent and parked, never stranded. */
  deviceCookieMs: 400 * day,
  /** How long a one-time code to join with waits for its person. */
  joinCodeMs: 7 * day,
  /** The server's own copies: how often, when the first one, when again after one that failed, how many stay. */
  copyEveryMs: day,
  copyFirstMs: 5 * minute,
  copyRetryMs: 60 * minute,
  copyTickMs: minute,
  copiesKept: { days: 7, weeks: 4 },
  /** With less room than this on its disk, the server says that it is not ready. */
  diskFreeBytesMin: 64 * 1024 * 1024,
  apiBodyBytes: 1024 * 1024,
  /** How long open requests may go on after the server was asked to stop. */
  stopGraceMs: 300,
  requestTimeoutMs: 60_000,
  headersTimeoutMs: 15_000,
} as const;
