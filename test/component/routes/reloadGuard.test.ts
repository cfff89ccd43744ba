import { beforeEach, expect, test, vi } from 'vitest';
import { takeReload } from '#routes/reloadGuard.ts';

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;
const NOW = Date.UTC(2026, 10, 28);

beforeEach(() => sessionStorage.clear());

test('a page is loaded anew once, and again after ten minutes', () => {
  expect([takeReload(1, NOW), takeReload(1, NOW + 9 * MINUTE_MS), takeReload(1, NOW + 11 * MINUTE_MS)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('more often on proof, but not for ever', () => {
  expect([1, 3, 3, 3, 3].map((most) => takeReload(most, NOW))).toEqual([true, true, true, false, false]);
});

test('a clock that is set back by a year does not end it for a year', () => {
  expect([takeReload(1, NOW), takeReload(1, NOW - YEAR_MS), takeReload(1, NOW - YEAR_MS)]).toEqual([true, true, false]);
});

test('where nothing can be noted, never', () => {
  const refused = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  expect(takeReload(1, NOW)).toBe(false);
  refused.mockRestore();
});
