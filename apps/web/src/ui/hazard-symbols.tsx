/** The symbols of the nine GHS pictograms, drawn for this app on a field of 100 × 100 inside the diamond. */
import type { ReactNode } from 'react';

export const pictogramCodes = [
  'GHS01',
  'GHS02',
  'GHS03',
  'GHS04',
  'GHS05',
  'GHS06',
  'GHS07',
  'GHS08',
  'GHS09',
] as const;
export type PictogramCode = (typeof pictogramCodes)[number];

export const isPictogram = (code: string): code is PictogramCode =>
  (pictogramCodes as readonly string[]).includes(code);

const flame =
  'M51 20C54 31 67 38 67 53c0 10-7 16-17 16s-17-7-17-17c0-7 4-12 8-16 0 5 2 8 5 8 4-6 1-16 5-24Zm-1 29c-1 5-6 6-6 11 0 3 2 6 6 6s7-3 7-6c0-5-5-6-7-11Z';

export const hazardSymbols: Readonly<Record<PictogramCode, ReactNode>> = {
  GHS01: (
    <>
      <circle cx="45" cy="58" r="13" />
      <path d="m52 44 3-22 6 15 9-10-4 13 14-1-12 7 11 6-14 0 6 11-11-8Z" />
      <path d="m30 48-10-4 9-1-4-8 9 6ZM33 72l-6 5 2-9Z" />
    </>
  ),
  GHS02: (
    <>
      <path fillRule="evenodd" d={flame} />
      <path d="M33 73h34v4H33Z" />
    </>
  ),
  GHS03: (
    <>
      <g transform="translate(20.5 4.5) scale(.59 .62)">
        <path fillRule="evenodd" d={flame} />
      </g>
      <circle cx="50" cy="59" r="12" fill="none" stroke="currentColor" strokeWidth="5" />
      <path d="M33 75h34v4H33Z" />
    </>
  ),
  GHS04: (
    <g transform="translate(-1 3) rotate(-38 50 50)">
      <rect x="20" y="41" width="46" height="18" rx="9" />
      <path d="M67 45h7v-3h6v16h-6v-3h-7Z" />
    </g>
  ),
  GHS05: (
    <>
      <path d="m25 35 19-11 4 7-19 11ZM75 35 56 24l-4 7 19 11Z" />
      <path d="M27 46h3v6h-3ZM33 49h3v6h-3ZM70 46h3v6h-3ZM64 47h3v6h-3Z" />
      <path d="M24 60h8l2 4h5l2-4h6v11H24Z" />
      <path d="M52 69c3-7 6-10 12-10l6 1 9 2v5l-10 3c-6 2-11 2-17-1Zm8-9 4 4h4l2-4Z" />
    </>
  ),
  GHS06: (
    <>
      <path
        fillRule="evenodd"
        d="M50 22c12 0 18 7 18 16 0 6-3 10-7 12v7H39v-7c-4-2-7-6-7-12 0-9 6-16 18-16Zm-8 12a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm16 0a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm-8 10-3 5h6Z"
      />
      <path d="m28 61 44 16M72 61 28 77" fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
    </>
  ),
  GHS07: (
    <>
      <path d="M43 24h14l-4 34h-6Z" />
      <circle cx="50" cy="69" r="6.5" />
    </>
  ),
  GHS08: (
    <g transform="translate(6 5) scale(.88)">
      <path
        fillRule="evenodd"
        d="M50 20a10 10 0 0 1 7 17c-1 2-1 4 2 5 10 3 15 9 15 34H26c0-25 5-31 15-34 3-1 3-3 2-5a10 10 0 0 1 7-17Zm0 26-3 9-8-4 4 8-9 3 9 3-4 8 8-4 3 9 3-9 8 4-4-8 9-3-9-3 4-8-8 4Z"
      />
    </g>
  ),
  GHS09: (
    <>
      <path
        d="M38 66V32m0 26-9-9m9 1 10-11m-10 3-8-8m8-2 7-6"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M18 66c8-4 13-3 20 0 5 2 8 1 10 0l-2 5c-6 2-12 0-16 0Z" />
      <path fillRule="evenodd" d="M46 68c6-8 15-9 21-3l7-6v18l-7-6c-6 5-15 5-21-3Zm7-3a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z" />
    </>
  ),
};
