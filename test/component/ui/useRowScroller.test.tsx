import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useRowScroller } from '#ui/useRowScroller.ts';

const EXTENT = { bounds: { start: 0, end: 1000 }, most: 32 };

function rangesFrom(beginning: { readonly position: number; readonly offset?: number }) {
  return renderHook(() => useRowScroller(EXTENT, beginning).range);
}

test('who comes back to a row is shown only those around it at first, and all the others after that', async () => {
  const { result } = rangesFrom({ position: 500, offset: 200 });
  const { start, end } = result.current;
  expect(end - start).toBeLessThan(16);
  expect(start).toBeLessThan(500);
  expect(end).toBeGreaterThan(500);
  await waitFor(() => expect(result.current.end - result.current.start).toBe(32));
  expect(result.current.start).toBeLessThanOrEqual(start);
  expect(result.current.end).toBeGreaterThanOrEqual(end);
});

test('a list that is opened anew has all of its rows at once: those of its page stood there before', async () => {
  const { result } = rangesFrom({ position: 0 });
  expect(result.current).toEqual({ start: 0, end: 32 });
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(result.current).toEqual({ start: 0, end: 32 });
});
