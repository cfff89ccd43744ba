// What lists, the calendar and days say of what cannot be opened without a network.
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { showDaysHere } from '#device/daysHere.ts';
import { presentMarks, showMarks } from '#device/marks.ts';
import { fakeArchive, manyPosts } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

const HERE = '/news/2024/05/31/post-2';
/** Code of a screen is compiled when it is first loaded. */
const PATIENT = { timeout: 20_000 };
const LATER = '不在本机 · 连上后保存';

afterEach(() => {
  act(() => {
    showMarks('here', []);
    showMarks('saved', []);
    showDaysHere(null);
  });
  vi.restoreAllMocks();
});

test('a row that cannot be opened says so and can be kept for later; one that can does not', async () => {
  const user = await openReader(fakeArchive(manyPosts(5, { source: '海湾日报' })), '/');
  // The whole list has a bar with the density; what stands there before it has none.
  await screen.findByRole('button', { name: '紧凑' }, PATIENT);
  expect(screen.queryByText(LATER)).toBeNull();
  act(() => showMarks('here', ['', HERE]));
  expect(within(row('第 2 篇')).queryByText(LATER)).toBeNull();
  within(row('第 2 篇')).getByRole('link', { name: '海湾日报' });
  await user.click(await within(row('第 3 篇')).findByRole('button', { name: LATER }));
  await within(row('第 3 篇')).findByText('不在本机 · 连上后会存好');
  expect([...presentMarks().saved]).toEqual(['/news/2024/05/31/post-3.html']);
});

test('a list whose headlines are not here says so in their place, and leads to what is', async () => {
  const archive = fakeArchive(manyPosts(400));
  for (const path of archive.files.keys()) if (path.startsWith('streams/all/2024-')) archive.files.delete(path);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await openReader(archive, '/');
  const alert = within(await screen.findByRole('alert', {}, PATIENT));
  alert.getByText('这里的标题不在本机。');
  expect(alert.getByRole('link', { name: '本机有什么' }).getAttribute('href')).toBe('/offline/');
  expect(within(screen.getByRole('feed')).getAllByText('这里的标题不在本机。').length).toBeGreaterThan(0);
});

test('the calendar marks the days that are not here', async () => {
  await openReader(fakeArchive(manyPosts(60)), '/archive/?month=2024-05');
  await screen.findByRole('link', { name: '2024年5月31日星期五 · 10 篇' });
  act(() => showDaysHere(new Map([['2024-05-31', 10]])));
  screen.getByRole('link', { name: '2024年5月31日星期五 · 10 篇' });
  await screen.findByRole('link', { name: /2024年5月30日星期四 · \d+ 篇 · 不在本机/ });
});

test('a day that is not here says so, and leads to the nearest that are', async () => {
  const archive = fakeArchive(manyPosts(60));
  archive.isOffline = true;
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  vi.spyOn(console, 'error').mockImplementation(() => {}); // React says what a boundary caught.
  showDaysHere(new Map([['2024-05-29', 10]]));
  await openReader(archive, '/2024/05/30/');
  await screen.findByText('这一天不在本机。');
  const nearest = screen.getByRole('link', { name: '2024年5月29日星期三' });
  expect(nearest.getAttribute('href')).toBe('/2024/05/29/');
});

test('the line at the top leads to what is here', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await openReader(fakeArchive(manyPosts(3)), '/');
  await waitFor(() => expect(screen.getByRole('link', { name: '离线' }).getAttribute('href')).toBe('/offline/'));
});

function row(name: string): HTMLElement {
  return screen.getByRole('article', { name });
}
