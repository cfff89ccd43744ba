import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bareSlugInAddress,
  categoryPath,
  chunkFile,
  dayFile,
  dayInAddress,
  dayPartFile,
  displacedPath,
  foldAddress,
  headFile,
  isReserved,
  isScreen,
  linksFile,
  linksPartFile,
  periodChain,
  periodFile,
  periodsOf,
  slugOf,
  streamInAddress,
  streamPath,
  streamKey,
} from '#shared/paths.ts';
import { fnv1a64, spreadDigits } from '#shared/hash.ts';

// Text with its combining marks, surrogate pairs and percent signs, but no lone surrogates: no address can hold those.
const anyText = fc.string({ unit: 'grapheme', maxLength: 20 });
const anySegment = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom('%', '2', 'f', 'F', 'e', '.', '~', '港', ' ') }),
);

describe('folding', () => {
  test.each([
    ['as Jekyll writes it', '/gangkou/2024/05/31/Spring-Tide.html'],
    ['in lower case', '/gangkou/2024/05/31/spring-tide.html'],
    ['in capitals', '/GANGKOU/2024/05/31/SPRING-TIDE.HTML'],
    ['without its ending', '/gangkou/2024/05/31/spring-tide'],
    ['with a closing slash', '/gangkou/2024/05/31/spring-tide/'],
    ['with index.html', '/gangkou/2024/05/31/spring-tide/index.html'],
    ['with doubled slashes', '//gangkou//2024/05/31/spring-tide//'],
    ['without the first slash', 'gangkou/2024/05/31/spring-tide'],
    ['with encoded letters', '/%67angkou/2024/05/31/spring%2Dtide/'],
  ])('an address %s is the same address', (_name, address) => {
    expect(foldAddress(address)).toBe('/gangkou/2024/05/31/spring-tide');
  });

  test.each([
    ['Chinese, encoded', '/%E6%B8%AF%E5%8F%A3/%e6%bd%ae/', '/港口/潮'],
    ['a letter and its accent apart', '/cafe\u0301/', '/café'],
    ['the same, encoded', '/cafe%CC%81/', '/café'],
    ['a bare percent sign', '/100%/', '/100%'],
    ['bytes that are no UTF-8', '/%d6%d0-%E6%B8%AF/', '/%d6%d0-港'],
    ['the front page', '/', '/'],
    ['nothing', '', '/'],
    ['the front page by its file', '/index.html', '/'],
    ['a name that only ends like one', '/about-index.html', '/about-index'],
    ['a slash in a name', '/a%2Fb/', '/a/b'],
  ])('%s: %s is %s', (_name, address, folded) => {
    expect(foldAddress(address)).toBe(folded);
  });

  test('any address folds to one that begins with a slash and does not end in one', () => {
    fc.assert(fc.property(anySegment, (text) => /^\/(?:[^]*[^/])?$/.test(foldAddress(text))));
  });

  test('an address of plain characters folds like the same one percent-encoded', () => {
    const plain = fc.array(fc.constantFrom('a', 'z', '0', '_', '~', '-', '.', '/', 'index', '.html'));
    fc.assert(
      fc.property(plain, (parts) => {
        const encoded = parts.map((part) =>
          part.replace(/[a-z0-9_~-]/, (first) => `%${first.charCodeAt(0).toString(16)}`),
        );
        expect(foldAddress(parts.join(''))).toBe(foldAddress(encoded.join('')));
      }),
    );
  });

  test('any path, encoded or not, in capitals or not, folds alike', () => {
    const path = fc.array(fc.string({ unit: fc.constantFrom('a', 'Z', '9', '港', 'é', '-', ' '), minLength: 1 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(path, (segments) => {
        const folded = foldAddress(`/${segments.join('/')}/`);
        expect(foldAddress(folded)).toBe(folded);
        expect(foldAddress(`/${segments.map(encodeURIComponent).join('/')}.html`)).toBe(folded);
        expect(foldAddress(`/${segments.join('/').toUpperCase()}/index.html`)).toBe(folded);
      }),
    );
  });
});

test.each([
  ['/gangkou/2024/05/31/tide.html', '2024-05-31'],
  ['/2024/05/31/', '2024-05-31'],
  ['/2024/05/31', '2024-05-31'],
  ['/a/2024/05/31/2023/01/02/b/', '2024-05-31'],
  ['/2024/02/30/tide/', null],
  ['/2024/5/31/tide/', null],
  ['/2024/05/31st/', null],
  ['/2024/05/', null],
  ['/tide/', null],
])('the day in %s is %s', (address, day) => {
  expect(dayInAddress(address)).toBe(day);
});

describe('streams', () => {
  test('the address of any category or tag gives its slug back', () => {
    const slug = anyText.map(slugOf).filter((text) => text !== '' && !/^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(slug, (text) => {
        expect(streamInAddress(categoryPath(text))).toEqual({ kind: 'category', slug: text });
        expect(streamInAddress(streamPath('tag', text))).toEqual({ kind: 'tag', slug: text });
      }),
    );
  });

  test('a slug of dots keeps its stream, though no address can hold it', () => {
    for (const slug of ['.', '..']) {
      expect(new URL(categoryPath(slug), 'http://x.invalid').pathname).toBe(categoryPath(slug));
      const found = streamInAddress(categoryPath(slug));
      expect(streamKey(found?.slug ?? '')).toBe(streamKey(slug));
    }
  });

  test.each([
    ['/category/haiwanribao.html', { kind: 'category', slug: 'haiwanribao' }],
    ['/category/Haiwan', { kind: 'category', slug: 'haiwan' }],
    ['/category/haiwan/index.html', { kind: 'category', slug: 'haiwan' }],
    ['/tag/%E6%B8%AF%E5%8F%A3/', { kind: 'tag', slug: '港口' }],
    ['/tag/a%2Fb/', { kind: 'tag', slug: 'a/b' }],
    ['/tag/', null],
    ['/category/a/b/', null],
    ['/Category/a/', { kind: 'category', slug: 'a' }],
    ['/TAG/A.HTML', { kind: 'tag', slug: 'a' }],
    ['/a/category/b/', null],
  ])('%s asks for %j', (address, stream) => {
    expect(streamInAddress(address)).toEqual(stream);
  });

  test.each([
    ['/gangkou/', 'gangkou'],
    ['/Gangkou.html', 'gangkou'],
    ['/GANGKOU.HTML', 'gangkou'],
    ['/%E6%B8%AF%E5%8F%A3', '港口'],
    ['/', null],
    ['/a/b/', null],
  ])('%s may mean the category %s', (address, slug) => {
    expect(bareSlugInAddress(address)).toBe(slug);
  });

  test('slugs are folded by case and Unicode form only', () => {
    expect(slugOf('Cafe\u0301 Noir')).toBe('café noir');
    expect(slugOf('港口　快讯')).toBe('港口　快讯');
  });

  test.each([
    ['plain', 'gangkou-2', 'gangkou-2'],
    ['Chinese', '港口', `~${fnv1a64('港口')}`],
    ['with a blank', 'a b', `~${fnv1a64('a b')}`],
    ['that climbs', '../x', `~${fnv1a64('../x')}`],
    ['of 60 characters', 'x'.repeat(60), 'x'.repeat(60)],
    ['of 61 characters', 'x'.repeat(61), `~${fnv1a64('x'.repeat(61))}`],
    ['that is a key', '~0123456789abcdef', '~0123456789abcdef'],
    ['that looks like a key', '~0123', `~${fnv1a64('~0123')}`],
  ])('the key of a slug %s is a plain file name', (_name, slug, key) => {
    expect(streamKey(slug)).toBe(key);
  });
});

test.each([
  ['the front page', '/', true, false],
  ['the page for missing addresses', '/404', true, false],
  ['the worker', '/sw.js', true, false],
  ['a data file', '/data/manifest.json', true, false],
  ['a script', '/broadsheet/main.js', true, false],
  ['a dot file', '/.well-known/x', true, false],
  ['what a host reads', '/_redirects', true, false],
  ['the front page by its name', '/index', true, false],
  ['a part of the sitemap', '/sitemap-2024-05-30-part2.xml', true, false],
  ['the feed of a category', '/category/港口/feed.xml', true, false],
  ['the feed of a tag', '/tag/tide/feed.xml', true, false],
  ['a feed of nothing of ours', '/news/feed.xml', false, false],
  ['a post about data', '/database', false, false],
  ['a category', '/category/gangkou', false, true],
  ['a post in a category folder', '/category/gangkou/tide', false, false],
  ['the archive', '/archive', false, true],
  ['what is taken along', '/offline', false, true],
  ['a day', '/2024/05/31', false, true],
  ['a post of a day', '/2024/05/31/tide', false, false],
  ['no day', '/2024/02/31', false, false],
  ['an article', '/gangkou/2024/05/31/tide', false, false],
])('%s is told from other addresses', (_name, folded, reserved, screen) => {
  expect([isReserved(folded), isScreen(folded)]).toEqual([reserved, screen]);
});

test('a displaced post opens under its day, whatever its file is called', () => {
  expect(displacedPath('2024-05-31', 'tide')).toBe('/2024/05/31/tide/');
  expect(foldAddress(displacedPath('2024-05-31', '100% 潮?#'))).toBe('/2024/05/31/100% 潮?#');
});

test('data files have the names that the format gives them', () => {
  expect(headFile('all', '')).toBe('streams/all/head.json');
  expect(headFile('category', 'gangkou')).toBe('streams/category/gangkou/head.json');
  expect(periodFile('tag', '港口', '2024-05')).toBe(`streams/tag/~${fnv1a64('港口')}/2024-05.json`);
  expect(dayFile('2024-05-31')).toBe('days/2024/05/31.json');
  expect(chunkFile('ab12')).toBe('posts/ab/ab12');
  const hash = spreadDigits('/tide');
  expect(dayPartFile('2024-05-31', '/tide')).toBe(`days/2024/05/31/${hash.slice(0, 1)}.json`);
  expect(linksFile('/tide')).toBe(`links/${hash.slice(0, 2)}.json`);
  expect(linksPartFile('/tide')).toBe(`links/${hash.slice(0, 2)}/${hash.slice(2, 4)}.json`);
});

describe('periods', () => {
  const date = fc
    .date({ min: new Date('1971-01-01T00:00:00Z'), max: new Date('9998-01-01T00:00:00Z'), noInvalidDate: true })
    .map((at) => at.toISOString());

  test('the chain of the smallest period of any post names all periods the post lies in', () => {
    fc.assert(
      fc.property(date, anyText, (iso, address) => {
        const periods = periodsOf(iso, address);
        for (const [index, period] of periods.entries())
          expect(periodChain(period)).toEqual(periods.slice(0, index + 1));
      }),
    );
  });

  test('a post lies in year, month, day, hour, and in parts of the hour by its folded address', () => {
    const periods = periodsOf('2024-05-31T09:55:06+08:00', '/Tide.html');
    expect(periods.slice(0, 6)).toEqual([
      '2024',
      '2024-05',
      '2024-05-31',
      '2024-05-31T09',
      '2024-05-31T09~f',
      '2024-05-31T09~f6',
    ]);
    expect(periods.at(-1)).toBe('2024-05-31T09~f6712a75');
  });

  test.each(['', '24', '2024-5', '2024-05-31T9', '2024-05-31T09~', '2024-05-31T09~g', '2024~a', '2024-05-31T09:55'])(
    '"%s" is no period',
    (text) => expect(periodChain(text)).toBeNull(),
  );
});
