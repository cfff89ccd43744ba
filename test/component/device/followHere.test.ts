import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { nearestDays } from '#device/daysHere.ts';
import { followHere } from '#device/followHere.ts';
import { presentMarks } from '#device/marks.ts';
import { takeDays } from '#device/takeAlong.ts';
import { fakeArchive } from '../fakeArchive.ts';
import { fakeCaches } from '../../unit/worker/fakeCaches.ts';

afterEach(() => vi.restoreAllMocks());

test('without a network it is known what opens, and with one nothing is marked', async () => {
  const dates = ['2024-05-31', '2024-05-30'];
  const archive = fakeArchive(dates.map((day) => ({ date: `${day}T09:00:00+08:00`, address: `/${day}/A.html` })));
  vi.stubGlobal('fetch', archive.fetch);
  fakeCaches();
  await takeDays([{ day: '2024-05-30', count: 1, sizeBytes: 1000 }], 'reader');
  followHere();
  expect(presentMarks().here.size).toBe(0);
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  dispatchEvent(new Event('offline'));
  await vi.waitFor(() => expect([...presentMarks().here]).toEqual(['', '/2024-05-30/a']));
  onLine.mockReturnValue(true);
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(presentMarks().here.size).toBe(0));
});

test('a network that is back before all is found marks nothing', async () => {
  fakeCaches();
  const saw = vi.fn(() => presentMarks().here.size);
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const open = caches.open.bind(caches);
  vi.spyOn(caches, 'open').mockImplementation(async (name) => {
    await released;
    return open(name);
  });
  followHere();
  onLine.mockReturnValue(true);
  dispatchEvent(new Event('online'));
  release?.();
  const stop = setInterval(saw, 1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  clearInterval(stop);
  expect(Math.max(...saw.mock.results.map(({ value }) => Number(value)))).toBe(0);
});

test('the nearest days that open lie on either side; without a day, it is the newest', () => {
  const here = new Map([
    ['2024-05-01', 1],
    ['2024-05-10', 0],
    ['2024-05-20', 2],
    ['2024-05-25', 2],
  ]);
  expect(nearestDays(here, '2024-05-12')).toEqual(['2024-05-01', '2024-05-20']);
  expect(nearestDays(here, '2024-06-12')).toEqual(['2024-05-25']);
  expect(nearestDays(here, null)).toEqual(['2024-05-25']);
});
