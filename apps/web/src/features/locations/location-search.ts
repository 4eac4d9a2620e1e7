/** What the address of the form for a new location carries. */
export interface NewLocationSearch {
  readonly parent?: string;
}

export const newLocationSearch = ({ parent }: Record<string, unknown>): NewLocationSearch =>
  typeof parent === 'string' && parent !== '' ? { parent: parent.slice(0, 36) } : {};
