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

// A tab that is opened in the background and looked at later, or a frame that a long task keeps from coming.
test('a frame that comes after it was called all the same does not call it again', () => {
  vi.useFakeTimers();
  const frames = new Map<number, () => void>();
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => frames.set(1, paint).size);
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
  const callback = vi.fn<() => void>();
  afterPaint(callback);
  vi.runAllTimers();
  for (const paint of frames.values()) paint();
  vi.runAllTimers();
  expect(callback).toHaveBeenCalledTimes(1);
});
