import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// main.tsx loads what follows the host after the first screen is drawn; that screen's files came as kept copies before.
test('a silence that came before anybody followed the host is heard, too', async () => {
  vi.resetModules();
  const [{ noteSilence }, { followHost, isHostAway }] = await Promise.all([
    import('#data/silence.ts'),
    import('#device/hostState.ts'),
  ]);
  vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch')));
  noteSilence();
  const changed = vi.fn<() => void>();
  followHost(changed);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(fetch).toHaveBeenCalled();
  expect(isHostAway()).toBe(true);
  expect(changed).toHaveBeenCalledOnce();
});

test('a host that answers, however slowly its page comes, is not away', async () => {
  vi.resetModules();
  const [{ noteSilence }, { followHost, isHostAway }] = await Promise.all([
    import('#data/silence.ts'),
    import('#device/hostState.ts'),
  ]);
  // A line of a few KB a second: something comes all the time, the whole page after nine seconds.
  vi.stubGlobal('fetch', async (_url: string, { signal }: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start: (page) => {
        page.enqueue(new TextEncoder().encode('<meta name="broadsheet-base" content="/">'));
        const more = setInterval(() => page.enqueue(new TextEncoder().encode('.')), 500);
        setTimeout(() => (clearInterval(more), signal?.aborted || page.close()), 9000);
        signal?.addEventListener('abort', () => (clearInterval(more), page.error(signal.reason)));
      },
    });
    return new Response(body);
  });
  followHost(() => {});
  noteSilence();
  await new Promise((resolve) => setTimeout(resolve, 8800));
  expect(isHostAway()).toBe(false);
});
