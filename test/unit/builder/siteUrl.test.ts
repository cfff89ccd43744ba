import { expect, test } from 'vitest';
import { absoluteUrl, evenPath, knownUrl, linkFrom, linkUrl, originOf, permanentId } from '#builder/siteUrl.ts';
import { siteOf } from './sites.ts';

test.each([
  ['https://news.example', 'https://news.example'],
  ['https://News.Example:443/', 'https://news.example'],
  ['http://localhost:4000', 'http://localhost:4000'],
  ['https://news.example/blog/?a#b', 'https://news.example/blog'],
  ['https://港口.example', 'https://xn--6orv52d.example'],
  ['news.example', ''],
  ['javascript:alert(1)', ''],
  ['ftp://news.example', ''],
  ['', ''],
])('a site with the url %s begins its addresses with "%s"', (url, origin) => {
  expect(originOf({ url })).toBe(origin);
});

// What Jekyll's absolute_url makes of these.
test.each([
  ['plain', '/2024/05/30/tide.html', '/2024/05/30/tide.html'],
  ['Chinese', '/港口/潮.html', '/%E6%B8%AF%E5%8F%A3/%E6%BD%AE.html'],
  ['Chinese, encoded', '/%e6%b8%af/x', '/%E6%B8%AF/x'],
  ['blanks and marks that may stand', "/a b/c++ & d's (v2):@$!*,;=.html", "/a%20b/c++%20&%20d's%20(v2):@$!*,;=.html"],
  ['encoded without need', '/%41%2Db/', '/A-b/'],
  ['a slash in a name', '/a%2Fb/', '/a%2Fb/'],
  ['a question mark in a name', '/a%3Fb', '/a%3Fb'],
  ['a bare percent sign', '/100%', '/100%25'],
  ['bytes that are no UTF-8', '/%ff/', '/%25ff/'],
  ['an accent apart', '/cafe\u0301/', '/caf%C3%A9/'],
  ['marks of HTML', '/<a>"b"/', '/%3Ca%3E%22b%22/'],
  ['half a character', '/a\ud800b/', '/ab/'],
])('a path that is %s', (_name, path, even) => {
  expect(evenPath(path)).toBe(even);
  expect(evenPath(even)).toBe(even);
});

test('addresses follow the base of this publish, names that of the posts', () => {
  const moved = siteOf('url: https://news.example\nbaseurl: /old\n', { base: '/new/' });
  expect(absoluteUrl('/tide.html', moved)).toBe('https://news.example/new/tide.html');
  expect(permanentId('/tide', moved)).toBe('https://news.example/old/tide');
  expect(absoluteUrl('/', moved)).toBe('https://news.example/new/');
});

test('without a url addresses hold on the site’s own host', () => {
  expect(absoluteUrl('/tide.html', siteOf('baseurl: /news'))).toBe('/news/tide.html');
});

test('a path of the url goes before the base, for addresses as for the pictures of articles', () => {
  const site = siteOf('url: https://news.example/sub/\nbaseurl: /paper\n');
  expect(knownUrl('/潮.html', site)).toBe('https://news.example/sub/paper/%E6%BD%AE.html');
  expect(knownUrl('/潮.html', site)).toBe(absoluteUrl('/潮.html', site));
  expect(linkUrl('/paper/pics/1.png', site)).toBe('https://news.example/sub/paper/pics/1.png');
  expect(linkFrom(originOf(site), '/paper/pics/1.png')).toBe('https://news.example/sub/paper/pics/1.png');
});

test.each([
  ['https://p.example/潮.jpg', 'https://p.example/%E6%BD%AE.jpg'],
  ['//p.example/a.jpg', 'https://p.example/a.jpg'],
  ['data:image/gif;base64,R0lG', null],
  ['mailto:a@b.example', null],
  ['pier.jpg', null],
])('the picture %s elsewhere is found at %s', (href, url) => {
  expect(linkUrl(href, siteOf('url: https://news.example'))).toBe(url);
});

test('without a url nothing is known to hold anywhere', () => {
  expect([knownUrl('/tide.html', siteOf()), linkUrl('/pier.jpg', siteOf())]).toEqual([null, null]);
});
