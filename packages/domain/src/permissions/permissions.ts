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
    'edit-barcode': everyone,
    'edit-item': keepers,
    'edit-lot': everyone,
    'edit-container': everyone,
    'edit-location': keepers,
    'edit-person': ['admin'],
    'delete-barcode': everyone,
    'delete-item': keepers,
    'delete-lot': keepers,
    'delete-container': keepers,
    'delete-location': keepers,
    'delete-person': ['admin'],
    'resolve-review': keepers,
    'resolve-own-review': everyone,
  }),
);

/** Everything that can be asked of `may`, for screens that show the rules. */
export const acts: readonly string[] = [...sentences.keys()];

/**
 * `create-record` is asked for as `create-<kind>`, and so are `edit-record` and `delete-record`; who may delete may
 * undelete. A review is one's own when it is about one's own change. An unknown act is nobody's.
 */
export const may = (role: Role, act: string): boolean => sentences.get(act)?.includes(role) ?? false;
