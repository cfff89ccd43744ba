import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

beforeEach(() => vi.setSystemTime(new Date('2024-05-31T12:00:00+08:00')));
afterEach(() => vi.useRealTimers());

const THREE_DAYS = [
  { title: '早潮', date: '2024-05-31T06:30:00+08:00', categories: ['渔市'], digest: '鱼价回落。', source: '港报' },
  { title: '夜航', date: '2024-05-30T22:10:00+08:00', categories: ['渔市'] },
  { title: '灯塔', date: '2024-05-30T08:05:00+08:00', categories: ['航道'] },
  { title: '旧闻', date: '2023-12-01T08:00:00+08:00' },
];

test('the newest stand under their days, and the first of them as the lead', async () => {
  await openReader(fakeArchive(THREE_DAYS), '/');
  await screen.findByRole('heading', { level: 1, name: '晨报' });
  const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
  expect(headings).toEqual(['晨报', '早潮', '昨天2024年5月30日星期四', '夜航', '灯塔', '2023年12月1日星期五', '旧闻']);
});

test.each(['/index.html', '/INDEX.HTML'])('%s is the front page', async (address) => {
  await openReader(fakeArchive(THREE_DAYS), address);
  await screen.findByRole('heading', { level: 1, name: '晨报' });
  expect(shownAddress()).toBe('/');
});

test('the lead says its section, digest, source and time', async () => {
  await openReader(fakeArchive(THREE_DAYS), '/');
  const lead = within((await screen.findAllByRole('article'))[0] ?? document.body);
  expect(lead.getByRole('link', { name: '早潮' }).getAttribute('href')).toBe('/news/2024/05/31/post-1.html');
  for (const text of ['渔市', '鱼价回落。', '港报', '2024年5月31日 06:30']) lead.getByText(text);
});

test('the sections stand there with their sizes, the largest first', async () => {
  await openReader(fakeArchive(THREE_DAYS), '/');
  const sections = within(await screen.findByRole('navigation', { name: '栏目' }));
  const names = sections.getAllByRole('link').map(({ textContent }) => textContent);
  expect(names).toEqual(['最新', '渔市 2', '航道 1', '全部栏目']);
  expect(sections.getByRole('link', { name: '最新' }).getAttribute('aria-current')).toBe('page');
  expect(sections.getByRole('link', { name: '渔市 2' }).hasAttribute('aria-current')).toBe(false);
});

test('the masthead says the day and what lies in the archive', async () => {
  await openReader(fakeArchive(THREE_DAYS), '/');
  await screen.findByText('2024年5月31日星期五');
  screen.getByText('2023年12月至今，共 4 篇');
});

test('a row says its clock, and its source before its section', async () => {
  const row = { title: '夜航', date: '2024-05-30T22:10:00+08:00', categories: ['渔市'], source: '港报' };
  await openReader(fakeArchive([...THREE_DAYS.slice(0, 1), row]), '/');
  const shown = within((await screen.findAllByRole('article'))[1] ?? document.body);
  shown.getByText('22:10');
  shown.getByText('港报');
  shown.getByText('渔市');
});

test('a row says both its sections', async () => {
  const row = { title: '夜航', date: '2024-05-30T22:10:00+08:00', categories: ['渔市', '航道', '天气'] };
  await openReader(fakeArchive([...THREE_DAYS.slice(0, 1), row]), '/');
  const shown = within((await screen.findAllByRole('article'))[1] ?? document.body);
  shown.getByText('渔市');
  shown.getByText('航道');
  expect(shown.queryByText('天气')).toBeNull();
});

test('a row without a clock among others leaves its place free', async () => {
  const untimed = { title: '夜航', date: '2024-05-30T22:10:00+08:00', time: '2024-05-30' };
  await openReader(fakeArchive([...THREE_DAYS.slice(0, 1), untimed, ...THREE_DAYS.slice(2)]), '/');
  const [, row, timed] = await screen.findAllByRole('article');
  const [own, others] = [row?.lastElementChild, timed?.lastElementChild];
  expect(own?.querySelector('time')).toBeNull();
  expect(own?.hasAttribute('data-untimed')).toBe(others?.hasAttribute('data-untimed'));
});

test('a row that lies under another day than its time shows says which day the time is of', async () => {
  const late = { title: '补报', date: '2024-05-30T09:00:00+08:00', time: '2024-05-28T23:00', day: '2024-05-30' };
  await openReader(fakeArchive([...THREE_DAYS.slice(0, 1), late]), '/');
  await screen.findByText('2024年5月28日星期二');
  screen.getByRole('heading', { level: 2, name: /昨天/ });
});

test('an archive without posts says so', async () => {
  await openReader(fakeArchive([]), '/');
  await screen.findByText('这里还没有文章。');
  expect(screen.queryByRole('navigation', { name: '栏目' })).toBeNull();
});

test('the front page stands as soon as the manifest is there', async () => {
  const archive = fakeArchive(manyPosts(400));
  const waiting = vi.fn<typeof fetch>(() => new Promise(() => {}));
  const whole = archive.fetch;
  await openReader({ ...archive, fetch: (url) => (/manifest/.test(String(url)) ? whole(url) : waiting(url)) }, '/');
  await screen.findByText('第 20 篇');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a headline opens its article, and going back shows the list again', async () => {
  const user = await openReader(fakeArchive(THREE_DAYS), '/');
  await user.click(await screen.findByRole('link', { name: '夜航' }));
  await screen.findByRole('heading', { level: 1, name: '夜航' });
  expect(shownAddress()).toBe('/news/2024/05/30/post-2.html');
  window.history.back();
  await screen.findByRole('heading', { level: 1, name: '晨报' });
});

test('a finger on a headline already asks for the article', async () => {
  const archive = fakeArchive(THREE_DAYS);
  const user = await openReader(archive, '/');
  await user.hover(await screen.findByRole('link', { name: '夜航' }));
  await vi.waitFor(() => expect(archive.asked).toContainEqual(expect.stringMatching(/^posts\//)));
  expect(shownAddress()).toBe('/');
});

test('where the reader saves data, it does not', async () => {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'connection'));
  const archive = fakeArchive(THREE_DAYS);
  const user = await openReader(archive, '/');
  await user.hover(await screen.findByRole('link', { name: '夜航' }));
  await screen.findByText('已经到底了');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(archive.asked.filter((path) => path.startsWith('days/'))).toEqual([]);
});
