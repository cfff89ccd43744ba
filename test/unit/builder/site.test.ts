import { describe, expect, test } from 'vitest';
import { Report } from '#builder/report.ts';
import { baseOf, readSite, type Overrides, type Site } from '#builder/site.ts';
import { makeFolder } from './folders.ts';

function read(config: string, overrides: Overrides = {}): { site: Site; found: string[] } {
  const report = new Report();
  const site = readSite(makeFolder({ '_config.yml': config }), overrides, report);
  return { site, found: report.problems.map(({ file, found }) => `${file}: ${found}`) };
}

test('without a file everything has Jekyll’s default', () => {
  const report = new Report();
  expect(readSite(makeFolder(), {}, report)).toMatchObject({
    title: 'Broadsheet',
    timezone: 'UTC',
    url: '',
    base: '/',
    permalink: '/:categories/:year/:month/:day/:title:output_ext',
    collectionsDir: '',
    future: false,
    unpublished: false,
    markdownExtensions: ['markdown', 'mkdown', 'mkdn', 'mkd', 'md'],
    settings: {
      folders: ['_posts'],
      names: 'posts',
      images: 'all',
      digest: 'first paragraph',
      liquid: true,
      nav: null,
    },
  });
  expect(report.problems).toEqual([]);
});

test('a site is as its file says', () => {
  const config = `\uFEFFtitle: 澜浦潮信
description: 港口的消息
locale: zh_CN
timezone: Asia/Shanghai
url: https://news.example/
baseurl: news/
markdown_ext: md,text
`;
  expect(read(config)).toMatchObject({
    site: {
      title: '澜浦潮信',
      description: '港口的消息',
      lang: 'zh-CN',
      timezone: 'Asia/Shanghai',
      url: 'https://news.example',
      base: '/news/',
      writtenBase: '/news/',
      markdownExtensions: ['md', 'text'],
    },
    found: [],
  });
});

test('a file that cannot be read is reported, and everything has its default', () => {
  const report = new Report();
  expect(readSite(makeFolder({ '_config.yml/x': '' }), {}, report).title).toBe('Broadsheet');
  expect(report.problems).toMatchObject([{ file: '_config.yml', found: expect.stringContaining('cannot be read') }]);
});

test('the command line goes before the file, and posts keep the base they were written for', () => {
  const { site } = read('baseurl: /news', { base: '/', future: true });
  expect([site.base, site.writtenBase, site.future]).toEqual(['/', '/news/', true]);
});

test.each([
  ['', '/'],
  ['/', '/'],
  ['news', '/news/'],
  ['/a/b/', '/a/b/'],
  ['//a//', '/a/'],
  ['新闻', '/%E6%96%B0%E9%97%BB/'],
  ['/%E6%96%B0%E9%97%BB', '/%E6%96%B0%E9%97%BB/'],
  ['a b?c#d', '/a%20b%3Fc%23d/'],
  ['a/../b', '/b/'],
])('the base "%s" is %s', (path, base) => {
  expect(baseOf(path)).toBe(base);
});

test('a language that is none is left out', () => {
  expect(read('lang: "><script>"').site).not.toHaveProperty('lang');
});

describe('what cannot be used is reported, and its default taken', () => {
  test.each([
    ['unreadable YAML', 'title: "a"b"', '_config.yml: unreadable YAML', { title: 'Broadsheet' }],
    ['an unknown zone', 'timezone: Asia/Lanpu', 'timezone "Asia/Lanpu" is unknown', { timezone: 'UTC' }],
  ])('%s', (_name, config, found, site) => {
    const reported = read(config);
    expect(reported.site).toMatchObject(site);
    expect(reported.found).toEqual([expect.stringContaining(found)]);
  });

  test.each([
    ['a setting that is none', 'preste: x', 'broadsheet.preste is no setting', {}],
    ['an unknown preset', 'preset: lanpu', 'broadsheet.preset is "lanpu"', { folders: ['_posts'] }],
    ['a pattern that is none', "nav: '['", 'broadsheet.nav is no regular expression', { nav: null }],
    ['a pattern in a rule', "source: { text: '(' }", 'broadsheet.source.text', { source: { brackets: false } }],
    [
      'an ending that is no pattern',
      "source: { tagSuffix: '(' }",
      'broadsheet.source.tagSuffix',
      { source: { brackets: false } },
    ],
    ['a selector that is none', 'remove: ["p[", .ad]', '"p[" is no CSS selector', { remove: ['.ad'] }],
    ['a selector in a rule', 'source: { select: "p[" }', '"p[" is no CSS selector', { source: { brackets: false } }],
    ['a host with a blank', 'images: ["a.example script-src"]', 'broadsheet.images names "a.example s', { images: [] }],
    [
      'a host that ends the policy',
      'images: ["a.example;", b.example]',
      'names "a.example;"',
      { images: ['b.example'] },
    ],
    ['a host with a path', 'hosts: [a.example/x]', 'broadsheet.hosts names', { hosts: [] }],
    ['any host under one', 'images: ["*.example"]', 'names "*.example"', { images: [] }],
    ['a digest that is none', 'digest: qoute', 'broadsheet.digest is "qoute"', { digest: 'first paragraph' }],
    ['times that are none', 'zonelessTimes: local', 'broadsheet.zonelessTimes', { zonelessTimes: 'utc' }],
    ['headings that are none', 'headings: long', 'broadsheet.headings is "long"', { hasShortHeadings: false }],
    ['Liquid that is neither on nor off', 'liquid: of', 'broadsheet.liquid is neither', { liquid: true }],
    ['brackets that are neither', 'source: { brackets: 1 }', 'broadsheet.source.brackets', {}],
    ['a rule that is none', 'source: p.media', 'broadsheet.source is no mapping', { source: { brackets: false } }],
    ['half of a rule', "original: { match: 'x(.)' }", 'broadsheet.original.address is missing', { original: null }],
    ['an unknown key of source', 'source: { selct: p }', 'broadsheet.source.selct is no setting', {}],
    ['an unknown key of chart', 'chart: { name: x }', 'broadsheet.chart.name is no setting', {}],
    ['an unknown key of mentions', 'mentions: { link: x }', 'broadsheet.mentions.link is no setting', {}],
    ['an unknown key of pictures', 'pictures: { big: x }', 'broadsheet.pictures.big is no setting', {}],
    ['an unknown key of original', 'original: { from: x }', 'broadsheet.original.from is no setting', {}],
    ['names that are neither', 'names: posts', 'broadsheet.names', { names: 'posts' }],
  ])('%s', (_name, setting, found, settings) => {
    const reported = read(`broadsheet: { ${setting} }`);
    expect(reported.site.settings).toMatchObject(settings);
    expect(reported.found).toEqual([expect.stringContaining(found)]);
  });
});

describe('a preset', () => {
  test('stands for its lines', () => {
    const { site, found } = read('broadsheet: { preset: eastmoney }');
    expect(found).toEqual([]);
    expect(site.settings).toMatchObject({
      folders: ['_posts', 'old_post'],
      names: 'tags',
      digest: 'quote',
      liquid: false,
      source: { select: 'p.em_media', brackets: true },
      zonelessTimes: 'site',
    });
    expect(site.settings.nav?.test('[返回首页')).toBe(true);
  });

  test('each line of which can be set otherwise', () => {
    const { site } = read('broadsheet: { preset: eastmoney, liquid: true, folders: posts/, images: [] }');
    expect(site.settings).toMatchObject({ liquid: true, folders: ['posts'], images: [], digest: 'quote' });
  });
});

test('what a preset turns on, false turns off', () => {
  const { site, found } = read('broadsheet: { preset: eastmoney, headings: false, digest: false }');
  expect([site.settings.hasShortHeadings, site.settings.digest, found]).toEqual([false, 'first paragraph', []]);
});

test.each([
  ['all', 'all'],
  ['[A.Example, "b.example:8080"]', ['a.example', 'b.example:8080']],
  ['[图片.example]', ['xn--wcsw84d.example']],
  ['[a.example, b.example]', ['a.example', 'b.example']],
  ['a.example', ['a.example']],
  ['[]', []],
])('pictures may come from %s', (setting, images) => {
  expect(read(`broadsheet: { images: ${setting} }`).site.settings.images).toEqual(images);
});

test('hosts are compared in lower case, names are a map', () => {
  const { settings } = read('broadsheet: { hosts: [News.Example], names: { gangkou: 港口 } }').site;
  expect(settings.hosts).toEqual(['news.example']);
  expect(settings.names).toEqual(new Map([['gangkou', '港口']]));
});
