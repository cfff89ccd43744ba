import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asAddress } from '#builder/files/asAddress.ts';
import { pageFile } from '#builder/pages/pageFile.ts';
import {
  ARCHIVE_PATH,
  dayPath,
  directoryPath,
  foldAddress,
  isReserved,
  isScreen,
  slugOf,
  streamPath,
} from '#shared/paths.ts';

test.each([
  ['/', 'index.html'],
  ['/a/b.html', 'a/b.html'],
  ['/a/b/', 'a/b/index.html'],
  ['/a/b', 'a/b.html'],
  ['/pier.gif', 'pier.gif.html'],
  ['/a/1.2/', 'a/1.2/index.html'],
  ['/%E6%B8%AF%E5%8F%A3/tide.html', '港口/tide.html'],
  ['/cafe%CC%81/', 'café/index.html'],
  ['/100%25/', '100%/index.html'],
  ['/a%20b+c/', 'a b+c/index.html'],
])('%s lies at %s', (address, path) => {
  expect(pageFile(address)).toBe(path);
});

test.each([
  ['an empty segment', '/a//b/'],
  ['a way up', '/a/%2e%2e/b/'],
  ['a hidden folder', '/a/.git/'],
  ['an encoded slash', '/category/a%2Fb/'],
  ['a backslash', '/a%5Cb/'],
  ['a NUL', '/a%00b/'],
  ['bytes that are no text', '/%FF/'],
  ['a folder called like a page', '/a.html/b/'],
  ['a question', '/a?b'],
  ['no path', 'a/b'],
  ['a name of more than 255 bytes', `/${'%E6%B8%AF'.repeat(86)}/`],
  ['the name of its folder’s page', '/a/index'],
  ['the name of home', '/index'],
  ['the name of its folder’s page in capitals', '/a/INDEX'],
  ['an ending in capitals, which the file of another may have', '/a/b.HTML'],
  ['an ending that makes it longer', `/${'a'.repeat(251)}`],
])('%s gives no page', (_name, address) => {
  expect(pageFile(address)).toBeNull();
});

test('a file where a folder of the page would be is in its way, and a folder where it would lie', () => {
  const beside = { isFile: (path: string) => path === 'x/Tide', isFolder: (path: string) => path === 'x/b.html' };
  expect(pageFile('/x/Tide/a/', beside)).toBeNull();
  expect(pageFile('/x/b/', beside)).toBe('x/b/index.html');
  expect(pageFile('/x/b', beside)).toBeNull();
});

const part = fc.constantFrom(
  'a',
  'B',
  '/',
  '..',
  '.',
  '%',
  '%2f',
  '%2e',
  '%00',
  '%ff',
  '\\',
  '?',
  '#',
  '潮',
  '.html',
  '.HTML',
  'index',
  'Σ',
  'é',
  '\ud800',
);

const endings = fc.oneof(
  fc.constantFrom('', '/', '.html', '.HTML', '/index', '/index.html', '/INDEX', '.HTML.html', 'Σ', 'Σ.html'),
  fc.array(part, { maxLength: 3 }).map((parts) => parts.join('')),
);
const urlParts = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));

test('a page never leaves the site, and addresses that fold differently never share a file', () => {
  fc.assert(
    fc.property(urlParts, endings, endings, (start, ...ends) => {
      const [one = '/', other = '/'] = ends.map((end) => asAddress(start + end));
      const [path, beside] = [pageFile(one), pageFile(other)];
      if (path !== null) {
        expect(path.endsWith('.html')).toBe(true);
        expect(path.split('/').some((name) => name === '' || name.startsWith('.') || /[\\\0]/.test(name))).toBe(false);
      }
      if (foldAddress(one) !== foldAddress(other) && path !== null) expect(path).not.toBe(beside);
    }),
    { numRuns: 5000 },
  );
});

test('a screen’s page shares its file only with that of the article that has its address', () => {
  const kind = fc.constantFrom('category' as const, 'tag' as const, 'source' as const);
  const screen = fc.oneof(
    fc.tuple(kind, urlParts).map(([of, name]) => streamPath(of, slugOf(name.replace(/\p{Surrogate}/gu, '')))),
    kind.map(directoryPath),
    fc.constantFrom('/', ARCHIVE_PATH, dayPath('2024-05-31')),
  );
  fc.assert(
    fc.property(screen, endings, (address, end) => {
      const article = asAddress(decodeURIComponent(address).replace(/\/$/, '') + end);
      const path = pageFile(address);
      if (path === null || path !== pageFile(article)) return;
      const folded = foldAddress(article);
      expect(folded).toBe(foldAddress(address));
      expect(isScreen(folded) || isReserved(folded)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
