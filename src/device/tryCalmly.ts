const SHORTEST_MS = 1000;

/** How long to wait before the first try, and at most between two. */
type Waits = { readonly firstMs?: number; readonly longestMs?: number };

/**
 * Tries until it works, less and less often, while the page can be seen, and at once when a connection or the reader
 * comes back. A try that took long is followed sooner. Gives what ends that.
 */
export function tryCalmly(
  attempt: () => Promise<boolean>,
  onDone: () => void,
  { firstMs = 2000, longestMs = 10_000 }: Waits = {},
): () => void {
  let waitMs = 2000;
  let isTrying = false;
  let hasEnded = false;
  let timer = setTimeout(run, firstMs);
  const runNow = () => void run();
  addEventListener('online', runNow);
  document.addEventListener('visibilitychange', runNow);
  return end;

  async function run(): Promise<void> {
    if (isTrying || hasEnded || document.hidden) return;
    clearTimeout(timer);
    isTrying = true;
    const startMs = performance.now();
    const isDone = await attempt().catch(() => false);
    isTrying = false;
    if (hasEnded) return;
    if (isDone) {
      end();
      return onDone();
    }
    waitMs = Math.min(waitMs * 2, longestMs);
    timer = setTimeout(run, Math.max(SHORTEST_MS, waitMs - (performance.now() - startMs)));
  }

  function end(): void {
    hasEnded = true;
    clearTimeout(timer);
    removeEventListener('online', runNow);
    document.removeEventListener('visibilitychange', runNow);
  }
}
