import { expect, test } from 'vitest';
import { isShelfOf, shelfName } from '#shared/shelves.ts';

test.each([
  ['its own', 'https://news.example/', true],
  ['that of a site below it', 'https://news.example/paper/', false],
  ['that of another origin', 'https://other.news.example/', false],
])('a site knows its caches: %s', (_name, scope, isOwn) => {
  expect(isShelfOf(shelfName('taken', scope), 'https://news.example/')).toBe(isOwn);
});
