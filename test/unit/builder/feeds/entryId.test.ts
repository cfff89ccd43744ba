import { expect, test } from 'vitest';
import { entryIdOf, ownId } from '#builder/feeds/entryId.ts';
import { asAddress } from '#builder/files/asAddress.ts';

// A post's address and slug, and Jekyll's id, as absolute_url writes it.
test.each([
  ['with the usual permalink', '/gangkou/2024/05/30/tide.html', 'tide', '/gangkou/2024/05/30/tide'],
  ['with a pretty one', '/2024/05/30/tide/', 'tide', '/2024/05/30/tide'],
  ['with a Chinese name', '/2024/05/30/%E6%BD%AE.html', '潮', '/2024/05/30/%E6%BD%AE'],
  ['with a slug that the address folds', '/2024/05/30/Tide-v2.html', 'Tide: v2', '/2024/05/30/Tide:%20v2'],
  ['with a percent sign in its name', '/2024/05/30/100.html', '100%', '/2024/05/30/100%25'],
  ['with a permalink of its own', '/special/folder/', 'tide', '/special/tide'],
  ['with one that is Chinese', '/专题/两会/', 'tide', '/%E4%B8%93%E9%A2%98/tide'],
  ['with one of one name', '/tide.html', 'spring', '/spring'],
  ['at the front page', '/', 'tide', '/tide'],
  ['that is no page', '/2024/05/30/tide.txt', 'tide', '/2024/05/30/tide'],
])('a post %s is known by Jekyll’s id', (_name, url, slug, id) => {
  const address = asAddress(url);
  expect(entryIdOf({ address, ...ownId({ url, slug }, address) })).toBe(id);
});

test('a post that lies elsewhere than Jekyll would have it keeps its id', () => {
  const address = '/2024/05/30/tide/';
  expect(entryIdOf({ address, ...ownId({ url: '/special/same.html', slug: 'tide' }, address) })).toBe('/special/tide');
});

test('an id that the address shows is not written down', () => {
  expect(ownId({ url: '/2024/05/30/潮.html', slug: '潮' }, '/2024/05/30/%E6%BD%AE.html')).toEqual({});
  expect(ownId({ url: '/a/', slug: 'x'.repeat(2000) }, '/a/')).toEqual({});
});
