/** Addresses that never leave the computer. */
import { isIPv4 } from 'node:net';

/** True for `localhost`, ::1 and all of 127.0.0.0/8. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

/** The address as it stands in a browser's address bar. */
export const webAddress = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
