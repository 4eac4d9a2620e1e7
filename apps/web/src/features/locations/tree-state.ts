/** Which locations a person opened or closed, for as long as the app runs. */
import { create } from 'zustand';

interface TreeState {
  /** Locations that differ from how they start: open down to the second level, closed below. */
  readonly toggled: ReadonlySet<string>;
  toggle(id: string): void;
}

export const useTreeState = create<TreeState>((set) => ({
  toggled: new Set<string>(),
  toggle: (id) =>
    set(({ toggled }) => {
      const next = new Set(toggled);
      if (!next.delete(id)) next.add(id);
      return { toggled: next };
    }),
}));
