import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tryCalmly } from '#device/tryCalmly.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const fails = () => vi.fn<() => Promise<boolean>>().mockRejectedValue(new Error('no'));

test('tries become rare, but not rarer than every ten seconds', async () => {
  const attempt = fails();
  const end = tryCalmly(attempt, () => {});
  const counts: number[] = [];
  for (const seconds of [2, 4, 8, 10, 10, 10]) {
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    counts.push(attempt.mock.calls.length);
  }
  expect(counts).toEqual([1, 2, 3, 4, 5, 6]);
  end();
  await vi.advanceTimersByTimeAsync(60_000);
  window.dispatchEvent(new Event('online'));
  expect(attempt).toHaveBeenCalledTimes(6);
});

test('a try that hangs for long is followed soon', async () => {
  const attempt = vi.fn(() => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 10_000)));
  const end = tryCalmly(attempt, () => {}, { firstMs: 0 });
  await vi.advanceTimersByTimeAsync(22_000);
  expect(attempt).toHaveBeenCalledTimes(3);
  end();
});

test('it ends when it worked', async () => {
  const done = vi.fn();
  const attempt = vi.fn(async () => true);
  tryCalmly(attempt, done);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([attempt.mock.calls.length, done.mock.calls.length]).toEqual([1, 1]);
});

test('nothing is tried while nobody sees it', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const attempt = fails();
  const end = tryCalmly(attempt, () => {});
  await vi.advanceTimersByTimeAsync(60_000);
  expect(attempt).not.toHaveBeenCalled();
  hidden.mockRestore();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(attempt).toHaveBeenCalledOnce();
  end();
});
