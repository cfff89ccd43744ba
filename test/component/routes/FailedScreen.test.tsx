import { gzipSync } from 'node:zlib';
import { render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loadMessages } from '#messages/messages.ts';
import { FaultNote } from '#routes/FaultNote.tsx';
import { MessagesProvider } from '#ui/MessagesContext.ts';
import { type FakeArchive, fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

const ADDRESS = '/news/2024/05/31/post-1.html';
const TITLE = '第 1 篇';
const FAILED = '这一页没能打开';

let archive: FakeArchive;

beforeEach(() => {
  archive = fakeArchive(manyPosts(3, { categories: ['渔市'], tags: ['潮汐'] }));
  // React says in the console what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => vi.restoreAllMocks();
});

describe('without network', () => {
  test.each([
    ['the front page', '/', '晨报'],
    ['a category', '/category/渔市/', '渔市'],
    ['a tag', '/tag/潮汐/', '潮汐'],
    ['an article', ADDRESS, TITLE],
  ])('%s says that it failed, and another try opens it', async (_name, address, title) => {
    archive.isOffline = true;
    const user = await openReader(archive, address);
    const notice = within(await screen.findByRole('alert'));
    screen.getByRole('heading', { level: 1, name: FAILED });
    notice.getByText(/数据没有取到/);
    archive.isOffline = false;
    await user.click(notice.getByRole('button', { name: '再试一次' }));
    await screen.findByRole('heading', { level: 1, name: title });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('another try that fails as well says so again', async () => {
    archive.isOffline = true;
    const user = await openReader(archive, ADDRESS);
    await user.click(await screen.findByRole('button', { name: '再试一次' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await screen.findByRole('heading', { level: 1, name: FAILED });
  });

  test.each([
    ['once it is there again', () => {}],
    ['at once when the device says that it is', () => window.dispatchEvent(new Event('online'))],
  ])('the screen comes back by itself, %s', async (_name, tell) => {
    archive.isOffline = true;
    await openReader(archive, ADDRESS);
    await screen.findByRole('heading', { level: 1, name: FAILED });
    archive.isOffline = false;
    tell();
    await screen.findByRole('heading', { level: 1, name: TITLE }, { timeout: 10_000 });
    await screen.findByRole('link', { name: '晨报' });
  });

  test('while it stays away, the screen does not change with each try', async () => {
    archive.isOffline = true;
    await openReader(archive, ADDRESS);
    const heading = await screen.findByRole('heading', { level: 1, name: FAILED });
    window.dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heading.isConnected).toBe(true);
  });

  test('a device that knows it is offline says so', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    archive.isOffline = true;
    await openReader(archive, '/');
    await screen.findByText('现在连不上网络。恢复连接之后请再试一次。');
  });

  test('an article fails alone: the way home opens', async () => {
    const user = await openReader(archive, '/');
    await screen.findByRole('link', { name: TITLE });
    archive.isOffline = true;
    await user.click(screen.getByRole('link', { name: TITLE }));
    const notice = within(await screen.findByRole('alert'));
    await user.click(notice.getByRole('link', { name: '首页' }));
    await screen.findByRole('heading', { level: 1, name: '晨报' });
  });

  test('the way home asks anew for what had failed', async () => {
    archive.isOffline = true;
    const user = await openReader(archive, ADDRESS);
    const notice = within(await screen.findByRole('alert'));
    archive.isOffline = false;
    await user.click(notice.getByRole('link', { name: '首页' }));
    await screen.findByRole('heading', { level: 1, name: '晨报' });
  });

  test('an article that failed is asked for anew when the reader comes back to it', async () => {
    const user = await openReader(archive, '/');
    await screen.findByRole('link', { name: TITLE });
    archive.isOffline = true;
    await user.click(screen.getByRole('link', { name: TITLE }));
    await user.click(within(await screen.findByRole('alert')).getByRole('link', { name: '首页' }));
    await screen.findByRole('heading', { level: 1, name: '晨报' });
    archive.isOffline = false;
    window.history.back();
    await screen.findByRole('heading', { level: 1, name: TITLE });
  });

  test('after another try the bar above is whole again', async () => {
    archive.isOffline = true;
    const user = await openReader(archive, ADDRESS);
    archive.isOffline = await screen.findByRole('alert').then(() => false);
    await user.click(screen.getByRole('button', { name: '再试一次' }));
    await screen.findByRole('heading', { level: 1, name: TITLE });
    await screen.findByRole('link', { name: '晨报' });
  });

  test('the window is named for the failure', async () => {
    const user = await openReader(archive, '/');
    await screen.findByRole('link', { name: TITLE });
    archive.isOffline = true;
    await user.click(screen.getByRole('link', { name: TITLE }));
    await waitFor(() => expect(document.title).toContain(FAILED));
  });
});

const offline = (host: FakeArchive) => void (host.isOffline = true);
const busy = (host: FakeArchive) => answering(host, () => new Response('', { status: 503 }));
const login = (host: FakeArchive) => answering(host, loginPage);

describe('which file failed is said in the reader’s language:', () => {
  test.each([
    ['zh-Hans', '没有取到 /data/manifest.json：服务器没有回应。', offline],
    ['zh-Hant', '沒有取到 /data/manifest.json：伺服器沒有回應。', offline],
    ['en', '/data/manifest.json did not come: the server gave no answer.', offline],
    ['zh-Hans', '没有取到 /data/manifest.json：服务器返回 503。', busy],
    ['zh-Hans', '没有取到 /data/manifest.json：收到的是别的网页。', login],
    ['zh-Hans', '没有 /data/manifest.json 这个文件。', () => {}],
  ] as const)('%s, %s', async (locale, said, change) => {
    archive.files.delete('manifest.json');
    await openReader(change(archive) ?? archive, '/', locale);
    await screen.findByText(said);
  });

  test('a fault of the program says that nobody expected it, and then what it says itself', async () => {
    render(
      <MessagesProvider value={await loadMessages('zh-Hans')}>
        <FaultNote error={new TypeError('x is not a function')} />
      </MessagesProvider>,
    );
    const note = screen.getByText(/^出现了意料之外的错误。/);
    expect(within(note).getByText('x is not a function').lang).toBe('en');
  });
});

describe('a page in the place of data', () => {
  const PAGE = '<!doctype html><meta name="broadsheet-base" content="/"><title>晨报</title>';

  test.each([
    ['an article', '/news/2024/05/31/nothing.html'],
    ['a category', '/category/nothing/'],
    ['a tag', '/tag/nothing/'],
    ['an address of one segment', '/nothing/'],
  ])('is no answer: %s is not found', async (_name, address) => {
    const host = answering(
      archive,
      () => new Response(`\n${PAGE}`, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    );
    await openReader(host, address);
    await screen.findByRole('heading', { level: 1, name: '没有找到这一页' });
  });

  test('is no answer whatever the host calls it', async () => {
    const host = answering(archive, () => new Response(PAGE, { headers: { 'content-type': 'application/json' } }));
    await openReader(host, '/news/2024/05/31/nothing.html');
    await screen.findByRole('heading', { level: 1, name: '没有找到这一页' });
  });
});

const loginPage = () =>
  new Response('<!doctype html><h1>Please log in</h1>', { headers: { 'content-type': 'text/html' } });

test('a page of somebody else, such as a hotel’s, is not a missing page', async () => {
  await openReader(answering(archive, loginPage), '/category/nothing/');
  await screen.findByRole('heading', { level: 1, name: FAILED });
});

test('a host that is out of order is not a missing page', async () => {
  await openReader(
    answering(archive, () => new Response('', { status: 503 })),
    '/category/nothing/',
  );
  await screen.findByRole('heading', { level: 1, name: FAILED });
  expect(screen.queryByText('没有找到这一页')).toBeNull();
});

describe('damage', () => {
  test.each([
    ['the manifest', /^manifest\.json$/, '/'],
    ['a day', /^days\//, ADDRESS],
    ['the head of a category', /^streams\/category\/.*head\.json$/, '/category/渔市/'],
  ])('of %s is said, and never looks like an empty screen', async (_name, path, address) => {
    replace(path, () => new TextEncoder().encode('{"format":1}'));
    await openReader(archive, address);
    await screen.findByRole('heading', { level: 1, name: FAILED });
    await within(screen.getByRole('alert')).findByText(/^\/data\/.*\.json 的内容在“.+”处有误。$/);
  });

  test.each([
    ['that are others than their name says', () => gzipSync('{"format":1,"day":"2024-05-31","articles":[]}')],
    ['whose gzip is broken off', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    ['that are no JSON', () => new TextEncoder().encode('nonsense')],
  ])('of articles %s is an error, not an empty article', async (_name, damage) => {
    replace(/^posts\//, damage);
    await openReader(archive, ADDRESS);
    await screen.findByRole('heading', { level: 1, name: FAILED });
    expect(screen.queryByRole('article')).toBeNull();
    // A damaged copy in the browser's cache is asked for once more, past that cache.
    expect(archive.asked.filter((path) => path.startsWith('posts/'))).toHaveLength(2);
  });
});

test.each([
  ['the manifest', /^manifest\.json$/, '/'],
  ['a day', /^days\//, ADDRESS],
  ['the head of a category', /^streams\/category\/.*head\.json$/, '/category/渔市/'],
])('data of a newer format, in %s, is said to be newer', async (_name, path, address) => {
  replace(path, () => new TextEncoder().encode('{"format":2}'));
  await openReader(archive, address);
  await screen.findByText('本站的数据比这一页的程序更新。重新载入页面即可继续阅读。');
});

function replace(path: RegExp, make: (bytes: Uint8Array) => Uint8Array): void {
  for (const [file, bytes] of archive.files) if (path.test(file)) archive.files.set(file, make(bytes));
}

/** A host that has the archive's files, and another answer than 404 for the rest. */
function answering(archive: FakeArchive, other: () => Response): FakeArchive {
  const fetch: typeof globalThis.fetch = async (url) => {
    const answer = await archive.fetch(url);
    return answer.status === 404 ? other() : answer;
  };
  return { ...archive, fetch };
}
