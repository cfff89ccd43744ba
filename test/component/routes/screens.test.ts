import { afterEach, expect, test, vi } from 'vitest';
import { ArchivePage } from '#routes/screens.ts';

afterEach(() => vi.useRealTimers());

test('a screen whose code is there leaves no timer running, which would keep what writes pages from ending', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await ArchivePage.load();
  expect(vi.getTimerCount()).toBe(0);
});
