import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asAddress } from '#builder/files/asAddress.ts';
import { pageFile } from '#builder/pages/pageFile.ts';
import { foldAddress } from '#shared/paths.ts';

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
  'é',
  '\ud800',
);

test('a page never leaves the site, and pages of different posts never share a file', () => {
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 6 }), { minLength: 2, maxLength: 2 }), (urls) => {
      const [one = '/', other = '/'] = urls.map((parts) => asAddress(parts.join('')));
      const [path, beside] = [pageFile(one), pageFile(other)];
      if (path !== null) {
        expect(path.endsWith('.html')).toBe(true);
        expect(path.split('/').some((name) => name === '' || name.startsWith('.') || /[\\\0]/.test(name))).toBe(false);
      }
      // Posts never share a folded address.
      if (foldAddress(one) !== foldAddress(other) && path !== null) expect(path).not.toBe(beside);
    }),
    { numRuns: 2000 },
  );
});
