/**
 * Currencies of ISO 4217 by their code, and the one that a lab most likely uses: by the region of the browser's
 * language, or where that names none by its time zone.
 */
const euroRegions = 'AT BE HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES'.split(' ');

const currencyOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(euroRegions.map((region) => [region, 'EUR'])),
  AE: 'AED',
  AR: 'ARS',
  AU: 'AUD',
  BG: 'EUR',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CN: 'CNY',
  CO: 'COP',
  CZ: 'CZK',
  DK: 'DKK',
  EG: 'EGP',
  GB: 'GBP',
  HK: 'HKD',
  HU: 'HUF',
  ID: 'IDR',
  IL: 'ILS',
  IN: 'INR',
  IS: 'ISK',
  JP: 'JPY',
  KE: 'KES',
  KR: 'KRW',
  LI: 'CHF',
  MX: 'MXN',
  MY: 'MYR',
  NG: 'NGN',
  NO: 'NOK',
  NZ: 'NZD',
  PE: 'PEN',
  PH: 'PHP',
  PK: 'PKR',
  PL: 'PLN',
  RO: 'RON',
  RS: 'RSD',
  SA: 'SAR',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TR: 'TRY',
  TW: 'TWD',
  UA: 'UAH',
  US: 'USD',
  VN: 'VND',
  ZA: 'ZAR',
};

/** Zones whose city says another currency than the euro's Europe or the dollar's America. */
const zones: readonly [pattern: RegExp, currency: string][] = [
  [/^Europe\/London$/, 'GBP'],
  [/^Europe\/(?:Zurich|Vaduz)$/, 'CHF'],
  [/^Europe\/Stockholm$/, 'SEK'],
  [/^Europe\/Oslo$/, 'NOK'],
  [/^Europe\/Copenhagen$/, 'DKK'],
  [/^Europe\/Warsaw$/, 'PLN'],
  [/^Europe\/Prague$/, 'CZK'],
  [/^Europe\/Budapest$/, 'HUF'],
  [/^Europe\//, 'EUR'],
  [/^Asia\/Tokyo$/, 'JPY'],
  [/^Asia\/(?:Kolkata|Calcutta)$/, 'INR'],
  [/^Asia\/Shanghai$/, 'CNY'],
  [/^Australia\//, 'AUD'],
  [/^Pacific\/Auckland$/, 'NZD'],
  [/^America\/(?:Toronto|Vancouver|Montreal|Edmonton|Winnipeg|Halifax)$/, 'CAD'],
  [/^America\/Sao_Paulo$/, 'BRL'],
  [/^America\/Mexico_City$/, 'MXN'],
];

const fallback = 'USD';

/** A language without a region, as "en" or "de", says little of where the lab is: then the zone decides. */
export function guessCurrency(language: string, timeZone: string): string {
  const [, region = ''] = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/.exec(language) ?? [];
  return currencyOf[region] ?? zones.find(([pattern]) => pattern.test(timeZone))?.[1] ?? fallback;
}

/** As a list to choose from, each with its name in the language of the app. */
export function currencies(language: string, guessed: string): { value: string; label: string }[] {
  const listed = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('currency') : [];
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  return [...new Set([guessed, ...Object.values(currencyOf), ...listed])]
    .sort()
    .map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }));
}
