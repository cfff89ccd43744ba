import { describe, expect, test } from 'vitest';
import { decodeChunk, decodeDay, decodeHead, decodeLinks, decodeManifest, decodePeriod } from '#wire/decode.ts';
import { FormatError, NewerFormatError } from '#wire/errors.ts';

const URL = '/data/some.json';
const HASH = 'ab'.repeat(32);
const HEADLINE = { address: '/news/2024/05/30/a.html', title: '早市', time: '2024-05-30T06:30' };
const ARTICLE = { ...HEADLINE, date: '2024-05-30T06:30:00+08:00', html: '<p>正文</p>' };
const MANIFEST = {
  format: 1,
  site: { title: '晨报', timezone: 'Asia/Shanghai' },
  generation: 'a',
  publishedAt: '2024-05-31T06:32:00Z',
  count: 1,
  newest: [HEADLINE],
  sections: [{ slug: '港口', name: '港口', count: 1 }],
  volumes: [],
};
const HEAD = {
  format: 1,
  kind: 'tag',
  slug: 'a',
  name: 'A',
  count: 1,
  newest: [],
  years: [{ period: '2024', count: 1 }],
};
const DAY = { format: 1, day: '2024-05-30', chunks: [HASH], posts: { '/news/2024/05/30/a': 0 } };

describe('a right file comes through', () => {
  test.each([
    ['a manifest', decodeManifest, MANIFEST],
    ['a manifest of an empty archive', decodeManifest, { ...MANIFEST, count: 0, newest: [], sections: [] }],
    ['a head', decodeHead, HEAD],
    ['a leaf', decodePeriod, { format: 1, period: '2024-05-30T06~a', headlines: [HEADLINE] }],
    ['a divided period', decodePeriod, { format: 1, period: '2024', parts: [{ period: '2024-05', count: 9 }] }],
    ['a day', decodeDay, { ...DAY, redirects: { '/old': '/news/2024/05/30/a.html' } }],
    ['a split day', decodeDay, { format: 1, day: '2024-05-30', parts: 16 }],
    ['links', decodeLinks, { format: 1, days: { '/old': '2024-05-30' } }],
    ['split links', decodeLinks, { format: 1, split: true }],
    ['a time without a clock', decodePeriod, leafWith({ time: '2024-05-30' })],
    [
      'an article with all there may be',
      decodeChunk,
      chunkWith({
        day: '2024-05-30',
        categories: ['港口'],
        tags: [],
        source: '海岸通讯社',
        size: 12,
        lang: 'en',
        digest: '提要',
        original: { href: 'https://example.org/a' },
        reporters: '陈',
        captions: [{ mark: '图1', text: '码头' }],
      }),
    ],
  ])('%s', (_name, decode, file) => expect(decode(file, URL)).toEqual(file));
});

test('fields that this release does not know are left out', () => {
  const file = { ...HEAD, mood: 'good', newest: [{ ...HEADLINE, weather: ['rain'] }] };
  expect(decodeHead(file, URL)).toEqual({ ...HEAD, newest: [HEADLINE] });
});

test('a zone that this device does not know is read as UTC', () => {
  const site = { title: '晨报', timezone: 'Mars/Olympus_Mons' };
  expect(decodeManifest({ ...MANIFEST, site }, URL).site.timezone).toBe('UTC');
});

describe('a wrong file is refused, and the field named', () => {
  test.each([
    ['a page instead of data', decodeManifest, '<!doctype html>', ''],
    ['no format', decodeManifest, { ...MANIFEST, format: undefined }, 'format'],
    ['a format before the first', decodeManifest, { ...MANIFEST, format: 0 }, 'format'],
    ['no title', decodeManifest, { ...MANIFEST, newest: [HEADLINE, { ...HEADLINE, title: null }] }, 'newest[1].title'],
    [
      'a section without a name',
      decodeManifest,
      { ...MANIFEST, sections: [{ slug: 'a', count: 1 }] },
      'sections[0].name',
    ],
    ['volumes, which this release cannot read', decodeManifest, { ...MANIFEST, volumes: [{ url: '/b/' }] }, 'volumes'],
    ['a publish at no time', decodeManifest, { ...MANIFEST, publishedAt: 'today' }, 'publishedAt'],
    ['a list for an object', decodeManifest, { ...MANIFEST, site: [] }, 'site'],
    ['a negative count', decodeHead, { ...HEAD, count: -1 }, 'count'],
    ['an unknown kind', decodeHead, { ...HEAD, kind: 'mood' }, 'kind'],
    ['a period that is a path', decodeHead, { ...HEAD, years: [{ period: '../2024', count: 1 }] }, 'years[0].period'],
    ['an address on another host', decodePeriod, leafWith({ address: '//example.org/' }), 'headlines[0].address'],
    ['the same with a backslash', decodePeriod, leafWith({ address: '/\\example.org/' }), 'headlines[0].address'],
    ['a day that is none', decodePeriod, leafWith({ time: '2024-02-30T06:30' }), 'headlines[0].time'],
    ['a clock that is none', decodePeriod, leafWith({ time: '2024-05-30T24:00' }), 'headlines[0].time'],
    ['null for an absent field', decodePeriod, leafWith({ digest: null }), 'headlines[0].digest'],
    [
      'an original that runs script',
      decodeChunk,
      chunkWith({ original: { href: 'javascript:alert(1)' } }),
      'articles[0].original.href',
    ],
    ['a chunk name that is a path', decodeDay, { ...DAY, chunks: ['../../a'] }, 'chunks[0]'],
    ['a post in no chunk', decodeDay, { ...DAY, posts: { '/a': 1 } }, 'posts./a'],
    ['a redirect to another host', decodeDay, { ...DAY, redirects: { '/a': 'https://example.org/' } }, 'redirects./a'],
    ['a link to no day', decodeLinks, { format: 1, days: { '/a': 'today' } }, 'days./a'],
    ['links split in an unknown way', decodeLinks, { format: 1, split: 2 }, 'split'],
  ])('%s', (_name, decode, file, field) => {
    const error = errorOf(() => decode(file, URL));
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ url: URL, field });
  });
});

test('a newer format is told apart from damage', () => {
  const error = errorOf(() => decodeManifest({ format: 2, news: true }, URL));
  expect(error).toBeInstanceOf(NewerFormatError);
  expect(error).toMatchObject({ url: URL, message: expect.stringContaining('format 2') });
});

test('a long wrong value is cut short in the message', () => {
  const error = errorOf(() => decodeHead({ ...HEAD, kind: 'x'.repeat(5000) }, URL));
  expect(error).toMatchObject({ message: expect.stringMatching(/^.{1,200}$/) });
});

test('an address named like a part of every object is one like any other', () => {
  const json = '{"format":1,"days":{"__proto__":"2024-05-30","constructor":"2024-05-29"}}';
  const links = decodeLinks(JSON.parse(json), URL);
  expect('days' in links && Object.entries(links.days)).toEqual([
    ['__proto__', '2024-05-30'],
    ['constructor', '2024-05-29'],
  ]);
});

function leafWith(fields: object): object {
  return { format: 1, period: '2024', headlines: [{ ...HEADLINE, ...fields }] };
}

function chunkWith(fields: object): object {
  return { format: 1, day: '2024-05-30', articles: [{ ...ARTICLE, ...fields }] };
}

function errorOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
