import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeArchive, manyPosts } from './fakeArchive.ts';

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('scrollTo', vi.fn<typeof window.scrollTo>());
  const root = document.createElement('div');
  root.id = 'root';
  document.body.replaceChildren(root);
});

afterEach(() => {
  delete document.documentElement.dataset['siteLang'];
  localStorage.clear();
  document.head.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each([
  ['the site’s', 'zh-CN', ['en-GB'], 'zh-CN', '已经到底了'],
  ['the site’s, as operating systems write it', 'zh_TW', ['en'], 'zh-TW', '已經到底了'],
  ['the browser’s where the site names none', undefined, ['fr', 'zh-HK', 'en'], 'zh-TW', '已經到底了'],
  ['the browser’s where the site’s is not spoken', 'fr', ['de', 'zh-CN', 'en'], 'zh-CN', '已经到底了'],
  ['English where neither is spoken', 'fr', ['de'], 'en', 'That is everything.'],
])('the interface speaks %s', async (_name, siteLang, wanted, lang, end) => {
  if (siteLang !== undefined) document.documentElement.dataset['siteLang'] = siteLang;
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(wanted);
  await whole(await start('/'));
  await screen.findByText(end);
  expect(document.documentElement.lang).toBe(lang);
});

test('the interface speaks the language that was chosen, before the site’s', async () => {
  localStorage.setItem('broadsheet:settings', '{"locale":"zh-Hant"}');
  document.documentElement.dataset['siteLang'] = 'en';
  await whole(await start('/'));
  await screen.findByText('已經到底了');
  expect(document.documentElement.lang).toBe('zh-TW');
});

test('a site below a path asks for its data there and leads within it', async () => {
  const meta = document.createElement('meta');
  meta.name = 'broadsheet-base';
  meta.content = '/paper/';
  document.head.append(meta);
  const fetch = await start('/paper/');
  const headline = await screen.findByRole('link', { name: '第 1 篇' });
  expect(headline.getAttribute('href')).toBe('/paper/news/2024/05/31/post-1.html');
  headline.click();
  await waitFor(() => expect(window.location.pathname).toBe('/paper/news/2024/05/31/post-1.html'));
  await screen.findByRole('heading', { level: 1, name: '第 1 篇' });
  expect(fetch.mock.calls.map(([url]) => String(url)).filter((url) => !url.startsWith('/paper/data/'))).toEqual([]);
});

async function start(address: string) {
  const fetch = vi.fn<typeof globalThis.fetch>(fakeArchive(manyPosts(30)).fetch);
  vi.stubGlobal('fetch', fetch);
  window.history.replaceState(null, '', address);
  await import('#main.tsx');
  return fetch;
}

/** Waits until nothing more is asked for, which another test might take for its own. */
async function whole(fetch: Awaited<ReturnType<typeof start>>): Promise<void> {
  await waitFor(() => expect(fetch.mock.calls.map(([url]) => String(url))).toContain('/data/streams/all/2024.json'));
}
