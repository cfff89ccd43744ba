import { afterEach, expect, test, vi } from 'vitest';
import { afterPaint } from '#ui/afterPaint.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('it calls back after the next frame, once', () => {
  vi.useFakeTimers();
  const callback = vi.fn<() => void>();
  afterPaint(callback);
  vi.advanceTimersToNextFrame();
  vi.runAllTimers();
  expect(callback).toHaveBeenCalledTimes(1);
});

test('in a window that paints nothing it calls back all the same', () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const callback = vi.fn<() => void>();
  afterPaint(callback);
  vi.runAllTimers();
  expect(callback).toHaveBeenCalledTimes(1);
});

test('what is taken back is not called', () => {
  vi.useFakeTimers();
  const callback = vi.fn<() => void>();
  afterPaint(callback)();
  vi.runAllTimers();
  expect(callback).not.toHaveBeenCalled();
});
