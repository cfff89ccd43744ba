/** How long a host may be silent. The page that asked waits a little longer. */
export const SILENCE_MS = 8000;

/**
 * What the network answers; null when nothing comes. A slow line may take its time, as long as something comes. The page
 * that asked may go meanwhile: what was on its way is kept all the same, so that asking again finds it. A host that falls
 * silent, before or in its answer, is told of.
 */
export async function askHost(request: Request, onSilence?: () => void): Promise<Response | null> {
  const limit = new AbortController();
  const giveUp = () => {
    limit.abort();
    onSilence?.();
  };
  const wait = () => setTimeout(giveUp, SILENCE_MS);
  let timer = wait();
  const end = () => clearTimeout(timer);
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform: (part, stream) => {
      end();
      timer = wait();
      stream.enqueue(part);
    },
    flush: end,
  });
  try {
    const { body, ok, status, headers } = await fetch(request, { signal: limit.signal });
    if (ok && body) return new Response(body.pipeThrough(watch), { status, headers });
    end();
    return new Response(null, { status, headers });
  } catch {
    end();
    return null;
  }
}
