import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const STORE = 'broadsheet:settings';
const DEFAULTS = {
  theme: 'auto',
  size: '3',
  measure: 'medium',
  font: 'sans',
  leading: 'medium',
  density: 'comfortable',
  keys: 'on',
  along: '3',
  locale: 'auto',
};

beforeEach(() => {
  vi.resetModules(); // Each test is a page that was just opened.
  localStorage.clear();
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const name of Object.keys(DEFAULTS)) delete document.documentElement.dataset[name];
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.remove();
});

test('a choice stands on the page at once, and on the next page', async () => {
  const { chooseSetting } = await openPage();
  chooseSetting('theme', 'sepia');
  chooseSetting('size', '5');
  expect(shown()).toEqual({ ...DEFAULTS, theme: 'sepia', size: '5' });
  vi.resetModules();
  const { useSettings } = await openPage();
  expect(renderHook(useSettings).result.current).toEqual({ ...DEFAULTS, theme: 'sepia', size: '5' });
});

test('a reset leaves nothing of it', async () => {
  const { chooseSetting, resetSettings } = await openPage();
  chooseSetting('theme', 'eink');
  chooseSetting('leading', 'loose');
  resetSettings();
  expect(shown()).toEqual(DEFAULTS);
  vi.resetModules();
  await openPage();
  expect(shown()).toEqual(DEFAULTS);
});

test.each([
  ['no JSON', '{"theme":'],
  ['another type', '"dark"'],
  ['null', 'null'],
  ['a list', '["dark"]'],
  ['values that nobody offers', '{"theme":"hotdog","size":9,"font":null,"leading":{}}'],
  ['names that are none of ours', '{"siteLang":"xx","__proto__":{"theme":"dark"}}'],
])('storage with %s counts as nothing chosen', async (_name, stored) => {
  localStorage.setItem(STORE, stored);
  await openPage();
  expect(shown()).toEqual(DEFAULTS);
});

test('what makes sense of a stored choice is kept', async () => {
  localStorage.setItem(STORE, '{"theme":"dark","size":"enormous"}');
  await openPage();
  expect(shown()).toEqual({ ...DEFAULTS, theme: 'dark' });
});

test.each(['getItem', 'setItem'] as const)(
  'where storage refuses %s, choices last as long as the page',
  async (name) => {
    vi.spyOn(Storage.prototype, name).mockImplementation(() => {
      throw new DOMException('no', name === 'setItem' ? 'QuotaExceededError' : 'SecurityError');
    });
    const { chooseSetting, useSettings } = await openPage();
    chooseSetting('font', 'serif');
    expect(shown()).toEqual({ ...DEFAULTS, font: 'serif' });
    expect(renderHook(useSettings).result.current.font).toBe('serif');
  },
);

test.each([
  ['chooses', STORE, 'wide'],
  ['clears the storage', null, 'medium'],
])('when another tab %s, this one follows', async (_name, key, measure) => {
  const { useSettings } = await openPage();
  const { result } = renderHook(useSettings);
  if (key !== null) localStorage.setItem(key, JSON.stringify({ measure: 'wide' }));
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
  expect(result.current.measure).toBe(measure);
  expect(shown().measure).toBe(measure);
});

test('the window takes the colour of a chosen theme, and lets go of it', async () => {
  const { chooseSetting } = await openPage();
  document.body.style.backgroundColor = 'rgb(1, 2, 3)';
  chooseSetting('theme', 'dark');
  expect(document.querySelector('meta[name="theme-color"]')?.getAttribute('content')).toBe('rgb(1, 2, 3)');
  chooseSetting('theme', 'auto');
  expect(document.querySelector('meta[name="theme-color"]')).toBeNull();
  document.body.removeAttribute('style');
});

async function openPage() {
  const module = await import('#device/settings.ts');
  module.followSettings();
  return module;
}

function shown() {
  const { theme, size, measure, font, leading, density, keys, along, locale } = document.documentElement.dataset;
  return { theme, size, measure, font, leading, density, keys, along, locale };
}
