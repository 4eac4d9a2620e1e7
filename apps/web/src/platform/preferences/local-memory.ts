/** Small texts in localStorage. Where the browser blocks it, or it is full, nothing is kept and nothing fails. */
export const localMemory = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Blocked or full: see above.
    }
  },
};
