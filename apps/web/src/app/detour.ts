/** Which address is open in which state of the start, and where the others lead. */
const doors = { setup: '/setup', 'signed-out': '/sign-in' } as const;

/** A door remembers where one was going; from there on it is a whole address. */
type Detour = { readonly to: string; readonly search: { readonly to?: string } } | { readonly href: string };

export const isDoor = (pathname: string): boolean => pathname === doors.setup || pathname === doors['signed-out'];

/** Joining with a code is open to everybody once there is a lab; it says so to who is signed in already. */
export const isOpenToAll = (pathname: string): boolean => pathname === '/join';

/** An address of this app that may be gone back to; anything else is Home. */
const ownAddress = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');

/**
 * Where someone is sent who asks for `href`, or null when they may stay.
 * @param back what a door remembered.
 */
export function detour(state: string, pathname: string, href: string, back: unknown): Detour | null {
  if (state === 'setup' || state === 'signed-out') {
    const door = doors[state];
    if (pathname === door || (state === 'signed-out' && isOpenToAll(pathname))) return null;
    return { to: door, search: isDoor(pathname) || href === '/' ? {} : { to: href } };
  }
  return state === 'ready' && isDoor(pathname) ? { href: ownAddress(back) } : null;
}
