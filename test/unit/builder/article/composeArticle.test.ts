import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeArticle } from '#builder/article/composeArticle.ts';
import { liquidScopes } from '#builder/post/liquidScopes.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

const EASTMONEY = siteOf('timezone: Asia/Shanghai\nurl: https://news.example\nbroadsheet: { preset: eastmoney }');

function compose(text: string, { site = EASTMONEY, path = '_posts/2024-05-30-tide.md' } = {}) {
  const read = postOf(path, text, site);
  return composeArticle(read.post, read.post.url, read.text, { site, scopeOf: liquidScopes(site, [read.post]) });
}

test('a bot’s post in full is taken apart', () => {
  const path = '_posts/2024-05-30-NW202405300955067614.md';
  const { article, headline, problems } = compose(readFileSync('test/fixtures/bot/numbered-captions.md', 'utf8'), {
    path,
  });
  expect(problems).toEqual([]);
  expect(article).toEqual({
    address: '/haiwanribao/2024/05/30/NW202405300955067614.html',
    title: '北屿：海带场在台风前收完头茬',
    time: '2024-05-30T06:40',
    categories: ['haiwanribao'],
    tags: ['海湾日报新闻'],
    source: '海湾日报',
    size: 58,
    lang: 'zh',
    date: '2024-05-30T06:40:12+08:00',
    reporters: '林岸周汐',
    html: '<p>北屿的海带场昨夜收完头茬，三百亩筏架全部加固。</p><p>抢在台风之前</p><p>场长顾汀说，今年的价钱比去年好，工人轮班干到天亮。</p>',
    original: { href: 'https://finance.eastmoney.com/a/202405300955067614.html' },
    captions: [
      { mark: '①', text: '收割船离港' },
      { mark: '②', text: '加固筏架' },
    ],
  });
  expect(headline).toEqual({
    address: article.address,
    title: article.title,
    time: article.time,
    categories: article.categories,
    tags: article.tags,
    source: '海湾日报',
    size: 58,
    lang: 'zh',
    digest: '北屿的海带场昨夜收完头茬，三百亩筏架全部加固。',
  });
});

test('a quoted digest is shown above the text, and its medium in the byline', () => {
  const body =
    '> 三号码头恢复夜航。（港口快讯）\n\n<p>港务局称浓雾已散。</p>\n\n<http://source.example/1>\n\n[返回首页](//news.example/)';
  const { article, headline } = compose(postText({ title: '夜航', date: '2024-05-30 14:20:00 +0800' }, body));
  expect(article).toMatchObject({
    digest: '三号码头恢复夜航。',
    source: '港口快讯',
    original: { href: 'http://source.example/1' },
    html: '<p>港务局称浓雾已散。</p>',
  });
  expect(headline.digest).toBe('三号码头恢复夜航。');
});

test('Markdown is rendered, links and pictures are made whole', () => {
  const site = siteOf('url: https://news.example\nbaseurl: /news');
  const body = '# Tide\n\nSee [the pier](/news/pier/) and\n{:.note}\n\n![Pier](pier.png)\n';
  const { article, headline } = compose(postText({ title: 'Tide', categories: 'port' }, body), { site });
  const sent = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';
  expect(article.html).toBe(
    '<h2 id="a-tide">Tide</h2><p>See <a href="/news/pier/">the pier</a> and</p>' +
      `<figure><img src="/news/port/2024/05/30/pier.png" alt="Pier" ${sent}></figure>`,
  );
  expect(headline.picture).toEqual({ src: '/news/port/2024/05/30/pier.png' });
});

describe('the title', () => {
  test.each([
    ['of the post', { title: '"潮\u202e信 <b>"' }, '潮信 <b>'],
    ['that is empty is the digest', { title: '""', excerpt: '浓雾已散' }, '浓雾已散'],
    ['that is blank is the first words', { title: '" "' }, '码头今晚恢复夜航。'],
  ])('%s', (_name, fields, title) => {
    expect(compose(postText(fields)).headline.title).toBe(title);
  });

  test('is the file’s name when there are no words at all', () => {
    expect(compose(postText({ title: '""' }, '')).headline.title).toBe('tide');
  });
});

describe('the picture of a headline', () => {
  test.each([
    [
      'is the first figure’s',
      '<p>文</p><p><img src="/a.png" width="640" height="400px"></p>',
      { src: '/a.png', width: 640, height: 400 },
    ],
    ['has no size by halves', '<p><img src="/a.png" width="640"></p>', { src: '/a.png' }],
    ['is none among words', '<p>文<img src="/a.png">字</p>', undefined],
    ['is none in data', '<p><img src="data:image/png;base64,AA"></p>', undefined],
    ['is none of 1×1', '<p><img src="/a.gif" width="1" height="1"></p>', undefined],
  ])('%s', (_name, body, picture) => {
    expect(compose(postText({ title: 'x' }, body)).headline.picture).toEqual(picture);
  });

  test('comes from an allowed host', () => {
    const site = siteOf('broadsheet: { images: [] }');
    const { article, headline } = compose(postText({ title: 'x' }, '<p><img src="https://b.invalid/a.png"></p>'), {
      site,
    });
    expect([headline.picture, article.html]).toEqual([undefined, '<figure></figure>']);
  });
});

test.each([
  ['the site’s', 'zh-CN', undefined],
  ['another', 'en', 'en'],
  ['nonsense', '"><script>"', undefined],
])('the language of a post stands there when it is not %s', (_name, lang, expected) => {
  const site = siteOf('lang: zh-CN');
  expect(compose(postText({ title: 'x', lang }), { site }).headline.lang).toBe(expected);
});

test('a time on another day than the post’s says which day that is', () => {
  const site = siteOf('timezone: Asia/Shanghai\nbroadsheet: { zonelessTimes: site }');
  const { headline } = compose(postText({ title: 'x', date: '2024-05-30 23:30:00' }), { site });
  expect(headline).toMatchObject({ time: '2024-05-30T23:30', day: '2024-05-31' });
});

test('the same tag twice is one', () => {
  expect(compose(postText({ title: 'x', tags: '[潮, "潮 ", 信]' })).headline.tags).toEqual(['潮', '信']);
});

test('a category or tag of nothing but control marks is none', () => {
  const { headline } = compose(postText({ title: 'x', categories: '["\\u0001", 港口]', tags: '["\\u202e"]' }));
  expect(headline.categories).toEqual(['港口']);
  expect(headline).not.toHaveProperty('tags');
});

describe('text that is too much', () => {
  test.each([
    ['too deep', `${'<div>'.repeat(300)}底${'<style>x</style>'}`, 'nested', '<p>底</p>'],
    ['too long for Markdown', `文${' '.repeat(1_000_000)}`, 'characters', '<p>文</p>'],
  ])('%s is shown as plain text, and is a problem', (_name, body, found, html) => {
    const { article, problems } = compose(postText({ title: 'x' }, body));
    expect(article.html).toBe(html);
    expect(problems).toEqual([expect.objectContaining({ found: expect.stringContaining(found) })]);
  });
});

test('Liquid that needs Jekyll is left out and named', () => {
  const { article, problems } = compose(postText({ title: 'x' }, '<p>潮{% include chart.html %}信</p>'), {
    site: siteOf(),
  });
  expect(article.html).toBe('<p>潮信</p>');
  expect(problems).toEqual([expect.objectContaining({ found: expect.stringContaining('{% include chart.html %}') })]);
});

test('with liquid: false braces are text', () => {
  const { article, problems } = compose(postText({ title: 'x' }, '<p>{{ x }}{% y %}</p>'));
  expect([article.html, problems]).toEqual(['<p>{{ x }}{% y %}</p>', []]);
});

test('a file that is neither Markdown nor HTML is shown as text', () => {
  const { article } = compose(postText({ title: 'x' }, '一 <b>\n\n二'), { path: '_posts/2024-05-30-tide.txt' });
  expect(article.html).toBe('<p>一 &lt;b&gt;</p><p>二</p>');
});
