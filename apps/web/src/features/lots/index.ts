/** The public face of lots. */
export { type Expiry, expiryOf, soonDays } from './expiry.ts';
