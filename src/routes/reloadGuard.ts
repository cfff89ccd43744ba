const STORE = 'broadsheet:reloads';
const LAPSE_MS = 10 * 60_000;

/**
 * Whether this page may be loaded anew without the reader's word: when that happened fewer than `most` times in the last
 * ten minutes, and then it counts as done. Where nothing can be noted, never: it might go on for ever.
 */
export function takeReload(most: number, nowMs = Date.now()): boolean {
  try {
    const noted: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
    // A clock that was set back has no future to wait for.
    const recent = (Array.isArray(noted) ? noted : []).filter((ms) => Math.abs(nowMs - Number(ms)) < LAPSE_MS);
    if (recent.length >= most) return false;
    sessionStorage.setItem(STORE, JSON.stringify([...recent, nowMs]));
    return true;
  } catch {
    return false;
  }
}
