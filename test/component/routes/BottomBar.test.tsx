import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeArchive } from '../fakeArchive.ts';
import { openReader, shownAddress } from '../openReader.tsx';

const POSTS = [{ title: '早潮', address: '/news/a.html', date: '2024-05-31T06:30:00+08:00' }];
const places = async () => within(await screen.findByRole('navigation', { name: '主要页面' }));

test('four places, of which the present one is marked', async () => {
  await openReader(fakeArchive(POSTS), '/');
  const bar = await places();
  expect(bar.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['最新', '栏目', '归档']);
  expect(bar.getByRole('link', { name: '最新' }).getAttribute('aria-current')).toBe('page');
  expect(bar.getByRole('link', { name: '归档' }).hasAttribute('aria-current')).toBe(false);
});

test('a place opens its screen, and is then the present one', async () => {
  const user = await openReader(fakeArchive(POSTS), '/');
  await user.click((await places()).getByRole('link', { name: '归档' }));
  expect(shownAddress()).toBe('/archive/');
  expect((await places()).getByRole('link', { name: '归档' }).getAttribute('aria-current')).toBe('page');
});

test('the fourth opens the palette', async () => {
  const user = await openReader(fakeArchive(POSTS), '/');
  await user.click((await places()).getByRole('button', { name: '前往' }));
  await screen.findByRole('dialog', { name: '前往' });
});

test('nothing lies over an article', async () => {
  await openReader(fakeArchive(POSTS), '/news/a.html');
  await screen.findByRole('heading', { level: 1, name: '早潮' });
  expect(screen.queryByRole('navigation', { name: '主要页面' })).toBeNull();
});
