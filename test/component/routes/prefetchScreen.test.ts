import { afterEach, expect, test, vi } from 'vitest';
import { makeQueryClient } from '#data/queryClient.ts';
import { prefetchScreen } from '#routes/routes.tsx';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  dispatchEvent(new Event('online'));
});

// main.tsx waits for it before it loads all that shows marks, starts the worker, and lets a failed screen recover.
test('what cannot come because the device has gone offline meanwhile has failed', async () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  vi.stubGlobal('fetch', async () => {
    // The connection goes with the request; the browser says so a moment later.
    setTimeout(() => {
      onLine.mockReturnValue(false);
      dispatchEvent(new Event('offline'));
    }, 10);
    throw new TypeError('Failed to fetch');
  });
  const client = makeQueryClient();
  client.mount();
  const late = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 8000));
  expect(await Promise.race([prefetchScreen(client, '/'), late])).toBeUndefined();
});
