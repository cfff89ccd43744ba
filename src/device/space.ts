// How much this device lets the site keep.

/** What the site keeps of what it may, in bytes. Browsers tell it roughly. */
export type Space = { readonly usedBytes: number; readonly quotaBytes: number };

/** Left free at the end, for what is the reader's own and for what is seen meanwhile. */
const RESERVE_BYTES = 20 * 1024 * 1024;
const RESERVE_SHARE = 0.05;

/** How much is kept and may be kept; null where the browser does not tell. Never rejects. */
export async function askSpace(): Promise<Space | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { usedBytes: usage, quotaBytes: quota };
  } catch {
    return null; // An old browser, or one that keeps nothing here.
  }
}

/** How much more may be taken along; what is unknown has no bound. */
export function freeBytes(space: Space | null): number {
  if (space === null) return Infinity;
  const { usedBytes, quotaBytes } = space;
  return Math.max(0, quotaBytes - usedBytes - Math.min(RESERVE_BYTES, quotaBytes * RESERVE_SHARE));
}

/** Whether the browser promised not to clear away what is kept. */
export async function isPersisted(): Promise<boolean> {
  try {
    return await navigator.storage.persisted();
  } catch {
    return false;
  }
}

/** Asks the browser not to clear away what is kept when the disk fills up. It may ask the reader, so only on their press. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await isPersisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
