/** The zones the browser knows, the guessed one among them even where it lists none. */
export const guessedZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function timeZones(): string[] {
  const listed = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([guessedZone(), 'UTC', ...listed])].sort((a, b) => a.localeCompare(b));
}
