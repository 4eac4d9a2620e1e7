/**
 * Who may do what, as sentences. Checked on every op at the server when it is received (SPEC A1), and in the app to
 * hide what cannot be done.
 */
export const roles = ['admin', 'manager', 'user'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const keepers: readonly Role[] = ['admin', 'manager'];

const sentences = new Map<string, readonly Role[]>(
  Object.entries({
    'post-receive': everyone,
    'post-consume': everyone,
    'post-transfer': everyone,
    'post-adjust': everyone,
    'post-count': everyone,
    'void-posting': everyone,
    'create-barcode': everyone,
    'create-item': keepers,
    'create-lot': everyone,
    'create-container': everyone,
    'create-location': keepers,
    'create-person': ['admin'],
  }),
);

/** `create-record` is asked for as `create-<kind>`. An unknown act is nobody's. */
export const may = (role: Role, act: string): boolean => sentences.get(act)?.includes(role) ?? false;
