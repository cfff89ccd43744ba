import { expect, test } from 'vitest';
import { isOwnHost, resolveLinks } from '#builder/article/links.ts';
import { siteOf } from '../sites.ts';
import { runStep } from './drafts.ts';

// The post's own address is /gangkou/2024/05/30/tide.html.
const fields = { categories: 'gangkou' };
const AT_ROOT = 'url: https://news.example\nbroadsheet: { hosts: [old.example] }';
const IN_FOLDER = `${AT_ROOT}\nbaseurl: /news`;

function resolved(href: string, config: string): string | undefined {
  return /href="([^"]*)"/.exec(runStep(resolveLinks, `<a href="${href}">x</a>`, { config, fields }).html)?.[1];
}

test.each([
  ['a relative address', 'other.html', '/gangkou/2024/05/30/other.html', '/news/gangkou/2024/05/30/other.html'],
  ['an address that climbs', '../../a', '/gangkou/2024/a', '/news/gangkou/2024/a'],
  ['a path', '/a?b=1#c', '/a?b=1#c', '/a?b=1#c'],
  ['a path under the base', '/news/a', '/news/a', '/news/a'],
  ['the site’s own host', 'https://news.example/a', '/a', '/a'],
  ['the host without scheme', '//news.example/category/x.html', '/category/x.html', '/category/x.html'],
  ['an old host', 'http://old.example/a', '/a', '/a'],
  ['another host', 'https://b.example/a', 'https://b.example/a', 'https://b.example/a'],
  ['another host without scheme', '//b.example/a', 'https://b.example/a', 'https://b.example/a'],
  ['a path that looks like a host', 'https://news.example//evil.example', '/evil.example', '/evil.example'],
  ['the same under the base', '//news.example/news//evil.example', '/news//evil.example', '/news//evil.example'],
  ['Chinese', '/港口/', '/%E6%B8%AF%E5%8F%A3/', '/%E6%B8%AF%E5%8F%A3/'],
  ['mail', 'mailto:a@b.example', 'mailto:a@b.example', 'mailto:a@b.example'],
  ['blanks around it', ' /a ', '/a', '/a'],
  ['no address at all', 'http://[', undefined, undefined],
])('%s', (_name, href, atRoot, inFolder) => {
  expect([resolved(href, AT_ROOT), resolved(href, IN_FOLDER)]).toEqual([atRoot, inFolder]);
});

test('where the site lies elsewhere than its posts believe, their addresses follow', () => {
  const html = '<a href="/news/a">1</a><a href="b">2</a><a href="/c">3</a><img src="https://news.example/news/d.png">';
  const given = { config: IN_FOLDER, overrides: { base: '/preview/' }, fields };
  expect(runStep(resolveLinks, html, given).html).toBe(
    '<a href="/preview/a">1</a><a href="/preview/gangkou/2024/05/30/b">2</a><a href="/c">3</a><img src="/preview/d.png">',
  );
});

test('moving a site makes no path a host', () => {
  const given = { config: IN_FOLDER, overrides: { base: '/' }, fields };
  expect(runStep(resolveLinks, '<a href="/news//evil.example/a">x</a>', given).html).toBe(
    '<a href="/evil.example/a">x</a>',
  );
});

test('pictures are resolved like links', () => {
  const html = '<img src="pier.png"><img src="https://news.example/pier.png">';
  expect(runStep(resolveLinks, html, { config: AT_ROOT, fields }).html).toBe(
    '<img src="/gangkou/2024/05/30/pier.png"><img src="/pier.png">',
  );
});

test.each(['\\\\', '//', '/%', '/a?b'])('relative links of a post at %j still lead into the site', (permalink) => {
  const given = { config: AT_ROOT, fields: { permalink: `'${permalink}'` } };
  expect(runStep(resolveLinks, '<a href="/tide">x</a>', given).html).toBe('<a href="/tide">x</a>');
});

test('without a host of its own a site still has relative links', () => {
  expect(resolved('a', '')).toBe('/gangkou/2024/05/30/a');
  expect(resolved('https://news.example/a', '')).toBe('https://news.example/a');
});

test('hosts are compared whole', () => {
  const site = siteOf(AT_ROOT);
  const hosts = ['news.example', 'old.example', 'old.example.evil.example', 'example', ''];
  expect(hosts.map((host) => isOwnHost(host, site))).toEqual([true, true, false, false, false]);
});
