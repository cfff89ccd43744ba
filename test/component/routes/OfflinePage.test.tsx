import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropDays, takeDays } from '#device/takeAlong.ts';
import { takenDays } from '#device/takenDays.ts';
import { showTaking } from '#device/takingState.ts';
import { fakeArchive, type FakePost } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';
import { fakeCaches } from '../../unit/worker/fakeCaches.ts';

const OLDER = '2024年5月30日星期四 · 3 篇 · 不在本机';

beforeEach(() => {
  vi.stubGlobal('caches', undefined);
  const workers = { controller: {}, ready: new Promise(() => {}) };
  Object.defineProperty(navigator, 'serviceWorker', { value: workers, configurable: true });
});

afterEach(async () => {
  if (takenDays().size > 0) await dropDays([...takenDays().keys()]);
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

test('a day is chosen, its size is told, and then it is here', async () => {
  const user = await open();
  await screen.findByText('这台设备上还没有存下任何一天。');
  await user.click(screen.getByRole('button', { name: OLDER }));
  await screen.findByText(/^已选 1 天，3 篇，约 .*B$/);
  await user.click(screen.getByRole('button', { name: '存到本机' }));
  await screen.findByText(/^本机有 1 天，3 篇，约 .*B$/);
  screen.getByRole('button', { name: '2024年5月30日星期四 · 3 篇 · 已在本机' });
});

test('a week, a month and a stretch of days are chosen at once, and a second press of a week takes it back', async () => {
  const user = await open();
  const week = await screen.findByRole('button', { name: '选 2024年5月27日星期一 起的一周' });
  await user.click(week);
  await screen.findByText(/^已选 3 天，9 篇/);
  await user.click(week);
  await screen.findByText('点选日期，或者选一周、一个月、一段日子。');
  await user.click(screen.getByRole('button', { name: '选整个月' }));
  await screen.findByText(/^已选 4 天，12 篇/);
  await user.type(screen.getByLabelText('从'), '2024-05-30');
  await user.type(screen.getByLabelText('到'), '2024-04-30');
  await user.click(screen.getByRole('button', { name: '选这一段' }));
  await screen.findByText(/^已选 3 天，9 篇/);
  expect(screen.getByRole('button', { name: OLDER }).getAttribute('aria-pressed')).toBe('true');
});

test('what is here can be deleted, all of it after a question', async () => {
  const user = await open();
  await user.click(await screen.findByRole('button', { name: '选整个月' }));
  await user.click(await screen.findByRole('button', { name: '存到本机' }));
  await screen.findByText(/^本机有 4 天/);
  await user.click(screen.getByRole('button', { name: /5月30日.* 已在本机/ }));
  await user.click(await screen.findByRole('button', { name: '从本机删除' }));
  await screen.findByText(/^本机有 3 天/);
  await user.click(screen.getByRole('button', { name: '全部删除' }));
  await user.click(screen.getByRole('button', { name: '保留' }));
  await user.click(screen.getByRole('button', { name: '全部删除' }));
  await user.click(screen.getByRole('button', { name: '从本机删除' }));
  await screen.findByText('这台设备上还没有存下任何一天。');
});

test('without a network it waits, says so, and goes on', async () => {
  const archive = fakeArchive(posts());
  const user = await open(archive);
  await user.click(await screen.findByRole('button', { name: OLDER }));
  archive.isOffline = true;
  await user.click(await screen.findByRole('button', { name: '存到本机' }));
  await screen.findByText('现在连不上网络，恢复之后会接着存。');
  archive.isOffline = false;
  await user.click(screen.getByRole('button', { name: '继续' }));
  await screen.findByText(/^本机有 1 天/);
});

test('what waits can be given up', async () => {
  const archive = fakeArchive(posts());
  const user = await open(archive);
  await user.click(await screen.findByRole('button', { name: OLDER }));
  archive.isOffline = true;
  await user.click(await screen.findByRole('button', { name: '存到本机' }));
  await user.click(await screen.findByRole('button', { name: '放弃' }));
  await screen.findByText('这台设备上还没有存下任何一天。');
  await waitFor(() => expect(screen.queryByRole('button', { name: '继续' })).toBeNull());
});

test('the focus stays near where a pressed button goes, and the end is said where it was awaited', async () => {
  const user = await open();
  await screen.findByText('这台设备上还没有存下任何一天。');
  await user.click(screen.getByRole('button', { name: OLDER }));
  await user.click(await screen.findByRole('button', { name: '取消选择' }));
  const chosen = screen.getByText('点选日期，或者选一周、一个月、一段日子。');
  expect(document.activeElement).toBe(chosen);
  const said = screen.getAllByRole('status');
  await user.click(screen.getByRole('button', { name: OLDER }));
  await user.click(await screen.findByRole('button', { name: '存到本机' }));
  expect(document.activeElement).toBe(chosen);
  expect(said).toContain(await screen.findByText('都存好了。'));
  await user.click(await screen.findByRole('button', { name: '全部删除' }));
  await user.click(screen.getByRole('button', { name: '保留' }));
  expect(document.activeElement).toBe(screen.getByText(/^本机有 1 天/));
  await user.click(screen.getByRole('button', { name: '全部删除' }));
  await user.click(screen.getByRole('button', { name: '从本机删除' }));
  expect(document.activeElement).toBe(await screen.findByText('这台设备上还没有存下任何一天。'));
});

test('a check tells how far it is in tenths', async () => {
  await open();
  await act(() => takeDays([{ day: '2024-05-30', count: 3, sizeBytes: 1000 }], 'reader'));
  act(() => showChecked(399));
  screen.getByText('正在检查 300 / 1,000 个文件');
  act(() => showChecked(400));
  screen.getByText('正在检查 400 / 1,000 个文件');
  act(() => showTaking({ status: 'idle' }));
});

test('a stretch of days whose calendar does not come says so', async () => {
  const archive = fakeArchive([...posts(), { date: '2023-12-30T09:00:00+08:00', address: '/2023/12/30/1.html' }]);
  const user = await open(archive);
  archive.files.delete('calendar/2023.json');
  await user.type(screen.getByLabelText('从'), '2023-12-30');
  await user.type(screen.getByLabelText('到'), '2024-05-30');
  await user.click(screen.getByRole('button', { name: '选这一段' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).not.toBe('');
  await user.click(screen.getByRole('button', { name: '选整个月' }));
  await screen.findByText(/^已选 4 天，12 篇/);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('how many of the newest days come by themselves is chosen here', async () => {
  const user = await open();
  const group = within(await screen.findByRole('group', { name: '自动存下最新的' }));
  await user.click(group.getByRole('radio', { name: '1 天' }));
  await waitFor(() => expect([...takenDays().keys()]).toEqual(['2024-05-31']));
  await user.click(group.getByRole('radio', { name: '不自动' }));
  await waitFor(() => expect([...takenDays().keys()]).toEqual([]));
});

test('a site without a worker says that nothing can be kept', async () => {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  await openReader(fakeArchive(posts()), '/offline/');
  await screen.findByText(/^这里存不了/);
  expect(screen.queryByRole('button', { name: '选整个月' })).toBeNull();
});

function showChecked(checked: number): void {
  showTaking({ status: 'checking', check: { checked, total: 1000, damaged: 0 } });
}

async function open(archive = fakeArchive(posts())) {
  fakeCaches();
  const user = await openReader(archive, '/offline/');
  // The screen's code is compiled when it is first loaded.
  await screen.findByRole('button', { name: '选整个月' }, { timeout: 20_000 });
  return user;
}

function posts(): readonly FakePost[] {
  return ['2024-05-31', '2024-05-30', '2024-05-28', '2024-05-03', '2024-04-02'].flatMap((day) =>
    [1, 2, 3].map((number) => ({
      date: `${day}T0${number}:00:00+08:00`,
      address: `/${day.replaceAll('-', '/')}/${number}.html`,
    })),
  );
}
