import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const TEXT = `<p><a href="#a-note">注</a> <a href="/渔市/">渔市的旧地址</a> <a href="/fish.html">鱼的旧地址</a></p>
  <h2 id="a-note">注释</h2>`;
const FISH = { address: '/market/', title: '鱼', tags: ['潮汐'], redirects: ['/fish.html'] };
const POSTS = [{ title: '早潮', html: TEXT, categories: ['渔市'] }, FISH, ...manyPosts(60, { categories: ['渔市'] })];

test.each([
  ['the front page', '/', '晨报'],
  ['a category', '/category/渔市/', '渔市 – 晨报'],
  ['a tag', '/tag/潮汐/', '潮汐 – 晨报'],
  ['an article', '/market/', '鱼 – 晨报'],
  ['an address where nothing lies', '/nothing/', '没有找到这一页 – 晨报'],
])('the window is named for %s', async (_name, address, title) => {
  await openReader(fakeArchive(POSTS), address);
  await waitFor(() => expect(document.title).toBe(title));
});

describe('after navigation', () => {
  let user: UserEvent;

  beforeEach(async () => {
    user = await openReader(fakeArchive(POSTS), '/');
    await user.click(await screen.findByRole('link', { name: '早潮' }));
    await screen.findByRole('heading', { level: 1, name: '早潮' });
  });

  test('the focus is on the heading, the page at its top, the window named anew', async () => {
    await waitForFocusOn('早潮');
    expect(window.scrollTo).toHaveBeenLastCalledWith(0, 0);
    expect(document.title).toBe('早潮 – 晨报');
  });

  test('by an address that gives way to a category, the focus is on its heading and the page at its top', async () => {
    vi.mocked(window.scrollTo).mockClear();
    await user.click(screen.getByRole('link', { name: '渔市的旧地址' }));
    await waitFor(() => expect(shownAddress()).toBe('/category/渔市/'));
    await screen.findByRole('heading', { level: 1, name: '渔市' });
    await waitForFocusOn('渔市');
    expect(window.scrollTo).toHaveBeenLastCalledWith(0, 0);
  });

  test('by an old address of an article, the focus is on its heading and the page at its top', async () => {
    vi.mocked(window.scrollTo).mockClear();
    await user.click(screen.getByRole('link', { name: '鱼的旧地址' }));
    await waitFor(() => expect(shownAddress()).toBe('/market/'));
    await waitForFocusOn('鱼');
    expect(window.scrollTo).toHaveBeenLastCalledWith(0, 0);
  });

  test('to what is not found, the focus is on the heading that says so', async () => {
    window.history.pushState(null, '', '/nothing/');
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
    await screen.findByRole('heading', { level: 1, name: '没有找到这一页' });
    await waitForFocusOn('没有找到这一页');
  });
});

test('a link within the text moves neither the page nor the focus away from where it leads', async () => {
  const user = await openReader(fakeArchive(POSTS), '/');
  const headline = await screen.findByRole('link', { name: '早潮' });
  scrollTo(640);
  await user.click(headline);
  const note = await screen.findByRole('link', { name: '注' });
  await waitForFocusOn('早潮');
  vi.mocked(window.scrollTo).mockClear();
  await user.click(note);
  await waitFor(() => expect(shownAddress()).toMatch(/#a-note$/));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(window.scrollTo).not.toHaveBeenCalled();
  expect(document.activeElement?.tagName).not.toBe('H1');
});

test('the first screen leaves the focus where the browser put it', async () => {
  vi.resetModules();
  const { openReader } = await import('../openReader.tsx');
  await openReader(fakeArchive(POSTS), '/');
  await screen.findByRole('heading', { level: 1, name: '晨报' });
  expect(document.activeElement).toBe(document.body);
});

test('coming back, the page is where the reader left it', async () => {
  const user = await openReader(fakeArchive(POSTS), '/');
  const headline = await screen.findByRole('link', { name: '早潮' });
  scrollTo(640);
  await user.click(headline);
  await screen.findByRole('heading', { level: 1, name: '早潮' });
  scrollTo(0);
  window.history.back();
  await screen.findByRole('heading', { level: 1, name: '晨报' });
  await waitFor(() => expect(window.scrollTo).toHaveBeenLastCalledWith(0, 640));
});

test('coming back to a page that was never scrolled, it is at its top', async () => {
  const user = await openReader(fakeArchive(POSTS), '/');
  scrollTo(0);
  await user.click(await screen.findByRole('link', { name: '早潮' }));
  await screen.findByRole('heading', { level: 1, name: '早潮' });
  scrollTo(300);
  vi.mocked(window.scrollTo).mockClear();
  window.history.back();
  await screen.findByRole('heading', { level: 1, name: '晨报' });
  await waitFor(() => expect(window.scrollTo).toHaveBeenLastCalledWith(0, 0));
});

function scrollTo(y: number): void {
  vi.stubGlobal('scrollY', y);
  window.dispatchEvent(new Event('scroll'));
}

async function waitForFocusOn(heading: string): Promise<void> {
  await waitFor(() => {
    expect([document.activeElement?.tagName, document.activeElement?.textContent]).toEqual(['H1', heading]);
  });
}
