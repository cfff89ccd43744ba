// No connection hangs for longer, and with it the life of this worker.
const LIMIT_MS = 60_000;

/**
 * What the network answers; null when nothing comes. The page that asked may go meanwhile: what was on its way is kept
 * all the same, so that asking again finds it.
 */
export async function askHost(request: Request): Promise<Response | null> {
  return fetch(request, { signal: AbortSignal.timeout(LIMIT_MS) }).catch(() => null);
}
