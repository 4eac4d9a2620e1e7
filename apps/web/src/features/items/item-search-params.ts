/** What the addresses of the form and of an item's screen carry from a scan: the key of the code, and the lot it names. */
export interface ScannedSearch {
  /** A lookup key such as `gtin:09506000134352`; the new item is known by it from then on. */
  readonly key?: string;
  readonly lot?: string;
  /** YYYY-MM-DD. */
  readonly expiry?: string;
  readonly catalogue?: string;
}

const keyPattern = /^(?:gtin|hibc|raw|own):[\s\S]{1,210}$/;

/** What an address asks for; what it does not know, it drops. */
export function scannedSearch(raw: Record<string, unknown>): ScannedSearch {
  const text = (name: keyof ScannedSearch, max: number): string | undefined => {
    const value = raw[name];
    return typeof value === 'string' && value !== '' && value.length <= max ? value : undefined;
  };
  const [key, lot, expiry, catalogue] = [text('key', 220), text('lot', 80), text('expiry', 10), text('catalogue', 80)];
  return {
    ...(key !== undefined && keyPattern.test(key) ? { key } : {}),
    ...(lot === undefined ? {} : { lot }),
    ...(expiry === undefined ? {} : { expiry }),
    ...(catalogue === undefined ? {} : { catalogue }),
  };
}

/** The search of the form for a new lot of this item. */
export const newLotOf = (item: string, { lot, expiry }: ScannedSearch): Record<string, string> => ({
  item,
  ...(lot === undefined ? {} : { lot }),
  ...(expiry === undefined ? {} : { expiry }),
});
