/**
 * What changed in one kind of the replica since it was last looked at. Parts are replaced, never edited, so a part
 * that is the same object is unchanged; looking through 100,000 of them takes a few milliseconds.
 */
export class Watched<T> {
  #keys: string[] = [];
  #values: T[] = [];

  /**
   * The parts that are new or were replaced; null when some went away or moved, and all must be looked at again.
   * Either way the next call compares with what is there now.
   */
  take(parts: ReadonlyMap<string, T>): ReadonlyMap<string, T> | null {
    const changed = new Map<string, T>();
    if (parts.size < this.#keys.length) return this.#restart(parts);
    let at = 0;
    for (const [key, value] of parts) {
      if (at < this.#keys.length && this.#keys[at] !== key) return this.#restart(parts);
      if (this.#values[at] !== value) changed.set(key, value);
      this.#keys[at] = key;
      this.#values[at] = value;
      at++;
    }
    return changed;
  }

  #restart(parts: ReadonlyMap<string, T>): null {
    this.#keys = [...parts.keys()];
    this.#values = [...parts.values()];
    return null;
  }
}
