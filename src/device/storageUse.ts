/** How much of this device a site takes, and whether the browser has promised to keep it. */
export type StorageUse = { readonly usedBytes: number; readonly isPersistent: boolean };

// The types say that there is always one; outside secure contexts there is none.
const storage = (): StorageManager | undefined => navigator.storage as StorageManager | undefined;

/** What the browser tells of it; null where it tells nothing. Sites of one host share their storage. Never rejects. */
export async function readStorageUse(): Promise<StorageUse | null> {
  try {
    const [estimate, isPersistent] = await Promise.all([storage()?.estimate(), storage()?.persisted()]);
    return estimate?.usage === undefined ? null : { usedBytes: estimate.usage, isPersistent: isPersistent === true };
  } catch {
    return null;
  }
}

/** Asks the browser not to clear the site's storage when space is short. Says whether it promises that. Never rejects. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await storage()?.persist()) ?? false;
  } catch {
    return false;
  }
}
