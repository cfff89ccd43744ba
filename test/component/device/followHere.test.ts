import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { loadManifest } from '#data/archiveClient.ts';
import { onSilence } from '#data/silence.ts';
import { nearestDays } from '#device/daysHere.ts';
import { followHere } from '#device/followHere.ts';
import { presentMarks } from '#device/marks.ts';
import { takeDays } from '#device/takeAlong.ts';
import { fakeArchive } from '../fakeArchive.ts';
import { fakeCaches } from '../../unit/worker/fakeCaches.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

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

test('while the device is online but the host does not answer it is known, too, until the host answers again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const archive = fakeArchive([{ address: '/news/2024/05/31/a.html' }]);
  let isOut = false;
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    if (isOut) throw new TypeError('Failed to fetch');
    return url === '/' ? new Response('<meta name="broadsheet-base" content="/">') : archive.fetch(url);
  });
  fakeCaches();
  await takeDays([{ day: '2024-05-31', count: 1, sizeBytes: 1000 }], 'reader');
  followHere();

  // One file that is missing from a host that answers is no sign of anything.
  vi.stubGlobal(
    'fetch',
    vi.fn(fetch).mockImplementationOnce(async () => new Response('', { status: 503 })),
  );
  await expect(loadManifest()).rejects.toThrow('503');
  await vi.advanceTimersByTimeAsync(0);
  await vi.waitFor(() => expect(asked.at(-1)).toBe('/'));
  expect(presentMarks().here.size).toBe(0);

  isOut = true;
  await expect(loadManifest()).rejects.toThrow('no answer');
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitFor(() => expect([...presentMarks().here]).toEqual(['', '/news/2024/05/31/a']));
  isOut = false;
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitFor(() => expect(presentMarks().here.size).toBe(0));
});

test('a kept copy that stands in for the host’s answer is a sign that it may be gone', async () => {
  const heard = vi.fn<() => void>();
  onSilence(heard);
  const archive = fakeArchive([{}]);
  vi.stubGlobal('fetch', archive.fetch);
  await loadManifest();
  expect(heard).not.toHaveBeenCalled();
  vi.stubGlobal('fetch', async (url: string) => {
    const answer = await archive.fetch(url);
    return new Response(answer.body, { headers: { 'x-stands-in': '1' } });
  });
  await loadManifest();
  expect(heard).toHaveBeenCalledOnce();
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
