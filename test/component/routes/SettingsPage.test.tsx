import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetOwn } from '#device/forgetOwn.ts';
import { presentMarks } from '#device/marks.ts';
import { markRead } from '#device/readMarks.ts';
import { savePosts } from '#device/savedPosts.ts';
import type { Headline } from '#shared/post.ts';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const ROW: Headline = { address: '/news/2024/05/31/post-1.html', title: '第 1 篇', time: '2024-05-31' };

beforeEach(forgetOwn);
afterEach(() => vi.restoreAllMocks());

async function openSettings() {
  const user = await openReader(fakeArchive(manyPosts(1)), '/settings/');
  await screen.findByRole('heading', { level: 1, name: '设置' });
  return user;
}

function fact(name: string): string {
  return screen.getByText(name, { exact: false, selector: 'dt, dt *' }).closest('div')?.textContent ?? '';
}

/** Catches the file that an export hands out. */
function catchFile(): Promise<Blob> {
  return new Promise((resolve) => {
    vi.stubGlobal('URL', Object.assign(class extends URL {}, { createObjectURL: caught, revokeObjectURL: () => {} }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    function caught(content: Blob): string {
      resolve(content);
      return 'blob:caught';
    }
  });
}

test('the reading settings lead to it', async () => {
  const user = await openReader(fakeArchive(manyPosts(1)), '/');
  await user.click(await screen.findByRole('button', { name: '阅读设置' }));
  await user.click(await screen.findByRole('link', { name: '全部设置 ›' }));
  await screen.findByRole('heading', { level: 1, name: '设置' });
  expect(shownAddress()).toBe('/settings/');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('settings are chosen there, single keys with them, and it leads to what is saved and what is offline', async () => {
  const user = await openSettings();
  await user.click(screen.getByRole('radio', { name: '米黄' }));
  await user.click(screen.getByRole('checkbox', { name: /^单键/ }));
  expect(document.documentElement.dataset).toMatchObject({ theme: 'sepia', keys: 'off' });
  expect(screen.getByRole('link', { name: '收藏的文章 ›' }).getAttribute('href')).toBe('/saved/');
  expect(screen.getByRole('link', { name: '随身读 ›' }).getAttribute('href')).toBe('/offline/');
});

test('it says how much is kept, and counts anew what was forgotten', async () => {
  await markRead([ROW.address, '/b']);
  await savePosts([{ address: ROW.address, savedAt: 1, headline: ROW }]);
  const user = await openSettings();
  await waitFor(() => expect(fact('已读')).toContain('2 篇'));
  expect(fact('收藏的文章')).toContain('1 篇');
  await user.click(screen.getByRole('button', { name: '清除已读标记' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '清除已读标记' }));
  await screen.findByText('已读标记已清除。');
  await waitFor(() => expect(fact('已读')).toContain('0 篇'));
  expect(fact('收藏的文章')).toContain('1 篇');
});

test('everything is deleted only when that was said twice', async () => {
  await markRead([ROW.address]);
  await savePosts([{ address: ROW.address, savedAt: 1, headline: ROW }]);
  const user = await openSettings();
  await user.click(screen.getByRole('button', { name: '全部删除' }));
  const dialog = await screen.findByRole('dialog', { name: '全部删除' });
  await user.click(within(dialog).getByRole('button', { name: '保留' }));
  expect(presentMarks().isRead?.(ROW)).toBe(true);
  await user.click(screen.getByRole('button', { name: '全部删除' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '全部删除' }));
  await screen.findByText('已全部删除。');
  expect(presentMarks().isRead).toBeNull();
  expect(presentMarks().saved).toEqual(new Set());
});

test('an export brings everything back after it was deleted', async () => {
  await markRead([ROW.address]);
  await savePosts([{ address: ROW.address, savedAt: 1, headline: ROW }]);
  const user = await openSettings();
  const exporting = catchFile();
  await user.click(screen.getByRole('button', { name: '导出' }));
  const blob = await exporting;
  expect(JSON.parse(await blob.text())).toMatchObject({ title: '晨报', site: `${location.origin}/` });
  const file = new File([blob], 'own.json', { type: 'application/json' });
  await screen.findByText(/^已导出为 broadsheet-localhost-.*\.json。$/);
  await forgetOwn();
  await user.upload(screen.getByLabelText('导入…', { selector: 'input' }), file);
  await screen.findByText('已导入：已读标记 1 条，收藏 1 篇。');
  expect(presentMarks().isRead?.(ROW)).toBe(true);
  expect(presentMarks().saved).toEqual(new Set([ROW.address]));
});

const NAMED = { site: 'https://harbour.example/news/', title: '港口报' };

/** A file that another reader exported, in which one article was read. */
function fileOf(facts: { readonly site: string; readonly title?: string }): File {
  const exportedAt = '2026-11-28T12:00:00.000Z';
  const own = { settings: {}, read: [{ address: ROW.address, readAt: 1 }], watermarks: [], saved: [], places: [] };
  return new File([JSON.stringify({ format: 1, exportedAt, ...facts, ...own })], 'own.json');
}

test.each([
  ['the name and address in it', NAMED, '港口报（harbour.example/news/）'],
  ['the address where it has no name', { site: NAMED.site }, 'harbour.example/news/'],
  ['what stands there where that is no address', { site: 'x'.repeat(200) }, `${'x'.repeat(100)}…`],
])('of a file of another site is said %s, and it is imported when the reader says so', async (_name, facts, said) => {
  const user = await openSettings();
  await user.upload(screen.getByLabelText('导入…', { selector: 'input' }), fileOf(facts));
  const dialog = within(await screen.findByRole('dialog', { name: '导入其他网站的文件？' }));
  expect(dialog.getByText(/^own\.json 是从/).textContent).toContain(`是从 ${said} 导出的`);
  expect(presentMarks().isRead?.(ROW) ?? false).toBe(false);
  await user.click(dialog.getByRole('button', { name: '仍要导入' }));
  await screen.findByText('已导入：已读标记 1 条，收藏 0 篇。');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(presentMarks().isRead?.(ROW)).toBe(true);
});

test.each(['不导入', '关闭'])('and left alone when they say so: %s', async (button) => {
  const user = await openSettings();
  await user.upload(screen.getByLabelText('导入…', { selector: 'input' }), fileOf(NAMED));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: button }));
  await screen.findByText('own.json 未导入。现有数据没有改动。');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(presentMarks().isRead?.(ROW) ?? false).toBe(false);
});

test('a file of this site that an older release wrote, by whatever protocol, is imported as before', async () => {
  const user = await openSettings();
  const file = fileOf({ site: `https://${location.host}` });
  await user.upload(screen.getByLabelText('导入…', { selector: 'input' }), file);
  await screen.findByText('已导入：已读标记 1 条，收藏 0 篇。');
});

test.each([
  ['is no JSON', '<html>', '或者已损坏'],
  ['is of another program', '{"format":1}', '或者在“site”处已损坏'],
  ['a newer release wrote', '{"format":2}', '它由更新的版本导出'],
])('a file that %s is refused, and nothing has changed', async (_name, text, said) => {
  await markRead([ROW.address]);
  const user = await openSettings();
  await user.upload(
    screen.getByLabelText('导入…', { selector: 'input' }),
    new File([text], 'own.json', { type: 'application/json' }),
  );
  expect((await screen.findByRole('alert')).textContent).toContain(said);
  expect(presentMarks().isRead?.(ROW)).toBe(true);
});

test('the browser is asked to keep it, and what it answers is said', async () => {
  let isPersistent = false;
  const persist = vi.fn<() => Promise<boolean>>().mockResolvedValueOnce(false);
  const storage = {
    estimate: async () => ({ usage: 12_345_678, quota: 1e9 }),
    persisted: async () => isPersistent,
    persist,
  };
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
  const user = await openSettings();
  await waitFor(() => expect(fact('占用空间')).toMatch(/12\s?MB/));
  await user.click(screen.getByRole('button', { name: '请浏览器保留' }));
  await screen.findByText(/^浏览器暂时没有同意/);
  persist.mockImplementation(async () => (isPersistent = true));
  await user.click(screen.getByRole('button', { name: '请浏览器保留' }));
  await screen.findByText('浏览器会保留这些数据。');
  Object.defineProperty(navigator, 'storage', { value: undefined, configurable: true });
});

test('each language has its own words for it', async () => {
  await openReader(fakeArchive(manyPosts(1)), '/settings/', 'en');
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  await screen.findByRole('heading', { name: 'Move and back up' });
});

// The last: storage that failed once counts as failed until the page is loaded anew.
test('where nothing is kept it says so, there and once at the foot of lists', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  const user = await openSettings();
  await markRead([ROW.address]);
  const notice = await screen.findByText('这个浏览器不保存数据：已读标记和收藏只保留到关闭本页为止。');
  await screen.findByText('这个浏览器不保存数据。关闭本页之前，请先导出。');
  await user.click(within(notice.closest('output') ?? document.body).getByRole('button', { name: '关闭' }));
  await user.click(screen.getAllByRole('link', { name: '最新' })[0] ?? document.body);
  await screen.findByRole('feed');
  await markRead(['/b']);
  expect(screen.queryByText(/^这个浏览器不保存数据：/)).toBeNull();
  expect(warn).toHaveBeenCalledTimes(1);
});
