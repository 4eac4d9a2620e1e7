/** What the browser says of this origin's storage, and asking it to keep it. */
interface Report {
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  readonly persisted: boolean | null;
}

/** Undefined outside a secure context. */
const manager = (): StorageManager | undefined => (navigator as { storage?: StorageManager }).storage;

export async function readStorage(): Promise<Report> {
  const storage = manager();
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const persisted = await storage?.persisted?.().catch(() => undefined);
  return { usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null, persisted: persisted ?? null };
}

/** Browsers answer by how much the app is used, or ask the person. A no is an answer, not an error. */
export async function askToKeepStorage(): Promise<Report> {
  await manager()
    ?.persist?.()
    .catch(() => false);
  return readStorage();
}
