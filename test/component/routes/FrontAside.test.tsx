import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeArchive, fakeArchive, type FakePost } from '../fakeArchive.ts';
import { openReader } from '../openReader.tsx';

const POSTS: readonly FakePost[] = [
  { title: '早潮', date: '2024-05-31T06:30:00+08:00', categories: ['渔市'] },
  { title: '夜航', date: '2024-05-30T22:10:00+08:00', categories: ['渔市'] },
];
const FRONT = {
  format: 1,
  sections: [
    {
      slug: '渔市',
      name: '渔市',
      count: 1204,
      newest: [
        { address: '/a.html', title: '早潮', time: '2024-05-31T06:30' },
        { address: '/b.html', title: '夜航', time: '2024-05-30T22:10' },
        { address: '/c.html', title: '灯塔', time: '2024-05-02T08:05' },
      ],
    },
  ],
  day: '2024-05-30',
  mentions: [{ mention: { code: '601002', market: '1', name: '湾区航运' }, count: 9 }],
};

beforeEach(() => vi.setSystemTime(new Date('2024-05-31T12:00:00+08:00')));
afterEach(() => vi.useRealTimers());

function archiveWith(front: unknown): FakeArchive {
  const archive = fakeArchive(POSTS);
  archive.files.set('front.json', new TextEncoder().encode(JSON.stringify(front)));
  return archive;
}

/** A window with room for two columns. */
function widen(): void {
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: true }));
}

const aside = async () => within(await screen.findByRole('complementary', { name: '速览' }));

test('the sections stand beside the stream with their newest', async () => {
  widen();
  await openReader(archiveWith(FRONT), '/');
  const shown = await aside();
  const heading = await shown.findByRole('heading', { name: '渔市 1,204 篇 ›' });
  expect(within(heading).getByRole('link').getAttribute('href')).toBe(`/category/${encodeURIComponent('渔市')}/`);
  expect(shown.getAllByRole('listitem').slice(0, 3)).toMatchObject(
    ['06:30早潮', '昨天夜航', '5/2灯塔'].map((textContent) => ({ textContent })),
  );
  expect(shown.getByRole('link', { name: '夜航' }).getAttribute('href')).toBe('/b.html');
});

test('what its day mentions most stands there with how often, and the day', async () => {
  widen();
  await openReader(archiveWith(FRONT), '/');
  const shown = await aside();
  await shown.findByRole('heading', { name: '最多提及昨天' });
  expect(shown.getByText('湾区航运').dataset['code']).toBe('601002');
  shown.getByText('9 篇');
});

test('a day that mentions nothing has no such heading', async () => {
  widen();
  await openReader(archiveWith({ ...FRONT, mentions: [] }), '/');
  const shown = await aside();
  await shown.findByRole('heading', { name: /渔市/ });
  expect(shown.queryByText('最多提及')).toBeNull();
});

test('the calendar leads to the archive', async () => {
  widen();
  await openReader(archiveWith(FRONT), '/');
  const link = await (await aside()).findByRole('link', { name: /归档/ });
  expect(link.getAttribute('href')).toBe('/archive/');
});

test.each([
  ['missing', null],
  ['of another shape', { format: 1, sections: 'none' }],
])('a file that is %s costs a line, and the stream reads on', async (_name, front) => {
  widen();
  const archive = archiveWith(front);
  if (front === null) archive.files.delete('front.json');
  await openReader(archive, '/');
  await (await aside()).findByText(/数据没有取到/);
  screen.getByRole('link', { name: '夜航' });
});

test('on a phone it is folded, and asked for when it is opened', async () => {
  const archive = archiveWith(FRONT);
  const user = await openReader(archive, '/');
  const line = await (await aside()).findByText('速览');
  expect(archive.asked).not.toContain('front.json');
  await user.click(line);
  await (await aside()).findByRole('heading', { name: /渔市/ });
});
