// A row for each shape of post that the first archive holds, in posts of our own: what a reader is shown of it.
import { describe, expect, test } from 'vitest';
import type { Article } from '#shared/post.ts';
import { composeArticle } from '#builder/article/composeArticle.ts';
import { liquidScopes } from '#builder/post/liquidScopes.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

const SITE = siteOf(
  'lang: zh-CN\ntimezone: Asia/Shanghai\nurl: https://news.example\nbroadsheet: { preset: eastmoney, hosts: [old.example] }',
);
const LINK = '<http://source.example/news/1353,202405300955067614.html>';
const QUOTES = 'http://quote.example/unify/r/';
const FIRST = '三号码头今晚恢复夜航，货轮两天内清完，港务局称浓雾已经散去。';
const SECOND = '船长们说，这是入夏以来最长的一次停航，岸上的货堆到了门口。';
const BODY = `<p>${FIRST}</p> <p>${SECOND}</p>`;

type Read = Article & { readonly summary?: string };

function read(body: string, fields: Readonly<Record<string, string>> = {}, name = '202405300955067614'): Read {
  const text = postText({ title: '"夜航"', date: '2024-05-30 09:30:00 +0800', ...fields }, body);
  const { post, text: postBody } = postOf(`_posts/2024-05-30-${name}.md`, text, SITE);
  const scopeOf = liquidScopes(SITE, [post]);
  const { article, headline } = composeArticle(post, post.url, postBody, { site: SITE, scopeOf });
  return { ...article, ...(headline.digest !== undefined && { summary: headline.digest }) };
}

describe('front matter', () => {
  test.each([
    ['curly quotes', { title: '“夜航”归来' }, { title: '“夜航”归来' }],
    ['straight quotes that break the YAML', { title: '"他说"好"了"' }, { title: '他说"好"了' }],
    ['a backslash', { title: '"夜\\航"' }, { title: '夜\\航' }],
    ['an empty title', { title: '""' }, { title: FIRST }],
    ['a date with zone', {}, { time: '2024-05-30T09:30', date: '2024-05-30T09:30:00+08:00' }],
    ['a date without zone', { date: '2024-05-30 22:46:00' }, { time: '2024-05-30T22:46', day: '2024-05-31' }],
    ['a zone alone', { date: ' +0800' }, { time: '2024-05-30' }],
    ['a category of two words', { categories: 'jiabao  yibao' }, { categories: ['jiabao', 'yibao'] }],
    ['no category', { categories: '' }, { address: '/2024/05/30/202405300955067614.html' }],
    ['a tag of a medium', { tags: '港口快讯新闻' }, { tags: ['港口快讯新闻'], source: '港口快讯' }],
    ['a tag of a medium called so', { tags: '海湾新闻新闻' }, { source: '海湾新闻' }],
    ['upper case in a category', { categories: 'TechX' }, { address: '/techx/2024/05/30/202405300955067614.html' }],
  ])('%s', (_name, fields, shown) => {
    expect(read(BODY, fields)).toMatchObject(shown);
  });

  test('the tag of the wire is no medium, nor is an empty one', () => {
    expect(read(BODY, { tags: '东财滚动新闻' })).not.toHaveProperty('source');
    expect(read(BODY, { tags: '新闻' }).source).not.toBe('');
  });
});

describe('the digest', () => {
  const rest = `<p>${SECOND}</p>`;
  test.each([
    ['is shown once', FIRST, BODY, FIRST, rest],
    ['is compared without its medium', `${FIRST}（港口快讯）`, BODY, FIRST, rest],
    ['joins two paragraphs', `${FIRST}${SECOND}`, `${BODY}<p>下文。</p>`, `${FIRST}${SECOND}`, '<p>下文。</p>'],
    ['is said by the text when it is cut off', `${FIRST.slice(0, 15)}…`, BODY, undefined, BODY.replace('> <', '><')],
    ['is said by the text from the middle on', FIRST.slice(8), BODY, undefined, BODY.replace('> <', '><')],
    ['is nothing when it is empty', '', BODY, undefined, BODY.replace('> <', '><')],
    ['is text: emphasis', '*ST甲、*ST乙领跌，5~10个点跌3~4个点', BODY, '*ST甲、*ST乙领跌，5~10个点跌3~4个点', null],
    ['is text: a number first', '2021. 年的浓雾又来了', BODY, '2021. 年的浓雾又来了', null],
  ])('%s', (_name, quote, html, digest, left) => {
    const article = read(`> ${quote}\n\n${html}\n\n${LINK}\n`);
    expect([article.digest, article.html]).toEqual([digest, left ?? BODY.replace('> <', '><')]);
  });

  test('stays when chart or reporters stand before its paragraph', () => {
    const article = read(`> ${FIRST}\n\n<p>□ 本报记者 王某 李某</p>${BODY}`);
    expect(article).toMatchObject({ digest: FIRST, reporters: '本报记者 王某 李某', html: rest });
  });

  test('of an early post is its text, and its medium goes to the byline', () => {
    expect(read(`\n${FIRST}（港口快讯）\n\n${LINK}\n\n[返回快讯](../emnews/)\n[返回首页](../)`)).toMatchObject({
      html: `<p>${FIRST}</p>`,
      summary: FIRST,
      source: '港口快讯',
    });
  });

  test('a title line before a digest line is plain text', () => {
    expect(read(`夜航\n${FIRST}\n\n${LINK}`).html).toBe(`<p>夜航\n${FIRST}</p>`);
  });
});

describe('the HTML part', () => {
  const shown = `<p>${FIRST}</p><p>${SECOND}</p>`;
  test.each([
    ['a paragraph', BODY, shown],
    ['on one line', BODY.replaceAll('> <', '><'), shown],
    ['broken after paragraphs', BODY.replaceAll('> <', '>\n <'), shown],
    ['broken by Windows', BODY.replaceAll('> <', '>\r\n <'), shown],
    ['with breaks at the end', BODY.replaceAll('</p>', '<br /></p>'), shown],
    ['with full-width blanks at the start', BODY.replaceAll('<p>', '<p>\u3000\u3000'), shown],
    ['with a hidden paragraph', `<p style="display:none;height:1px;overflow:hidden;"> </p>${BODY}`, shown],
    ['with a hidden break', `<p style="display:none;height:1px;overflow:hidden;"><br /></p>${BODY}`, shown],
    ['with a source line', `${BODY}<p class="em_media">（文章来源：海湾日报）</p>`, shown],
    ['with two source lines', `${BODY}${'<p class="em_media">（文章来源：海湾日报）</p>'.repeat(2)}`, shown],
    ['bold inside a paragraph', '<p>三<b>号</b>码头</p>', '<p>三<b>号</b>码头</p>'],
    ['references', '<p>&lt;b&gt; &amp;lt;</p>', '<p>&lt;b&gt; &amp;lt;</p>'],
    ['numbers typed by hand', '<p>1、潮信。<br>一、夜航。<br>●灯塔。</p>', null],
    ['lists and tables', '<ul><li>潮</li></ul><table><tbody><tr><td>1</td></tr></tbody></table>', null],
    ['a script', `<script>alert(1)</script>${BODY}`, shown],
    ['a style first', `<style>p { color: red }</style>${BODY}`, shown],
    ['a drawing', `<svg><text>涨</text></svg>${BODY}`, shown],
    ['a form', `<form><input value="x"><button>买</button></form>${BODY}`, shown],
  ])('%s', (_name, html, left) => {
    expect(read(`${html}\n\n${LINK}`).html.replace(/<div data-b="scroll">(.*?)<\/div>/gs, '$1')).toBe(left ?? html);
  });

  test.each([
    ['a short bold paragraph', '<p><strong>浓雾散去 </strong></p>', '<h2 id="a-浓雾散去">浓雾散去 </h2>'],
    ['a bold sentence', '<p><strong>浓雾散去。</strong></p>', '<p><strong>浓雾散去。</strong></p>'],
    ['a bold lead-in', '<p><strong>港务局称：</strong></p>', '<p><strong>港务局称：</strong></p>'],
  ])('%s', (_name, html, left) => {
    expect(read(html + BODY).html).toBe(left + shown);
  });

  test('an embedded film becomes a link', () => {
    expect(read(`${BODY}<iframe src="https://film.example/1"></iframe>`).html).toMatch(
      /<a href="https:\/\/film\.example\/1" data-b="embed"/,
    );
  });
});

describe('marks inside the text', () => {
  const name = '海港';
  const harbour = { code: '600001', market: '1', name };
  test.each([
    [
      'a first mention and its empty span',
      `<span id="stock_1.600001"><a href="${QUOTES}1.600001" class="keytip" data-code="1,600001">海港</a></span><span id="quote_1.600001"></span>`,
      [harbour],
    ],
    [
      'Hong Kong',
      `<span id="Info.116.00001"><a href="${QUOTES}116.00001" class="keytip" data-code="116,00001">海港</a></span>`,
      [{ code: '00001', market: '116', name }],
    ],
    [
      'a sector',
      `<span id="bk_90.BK0001"><a href="${QUOTES}90.BK0001" class="keytip" data-code="90,BK0001">海港</a></span><span id="bkquote_90.BK0001"></span>`,
      [{ code: 'BK0001', market: '90', name, isSector: true }],
    ],
    [
      'a later mention',
      `<span web="1" href="${QUOTES}1.600001" class="em_stock_key_common" data-code="1,600001">海港</span>`,
      [harbour],
    ],
    [
      'a dictionary word',
      '<span id="Info.3321"><a href="http://data.example/x/" class="infokey">海港</a></span>',
      undefined,
    ],
    [
      'an index in that class',
      `<span id="Info.3259"><a href="${QUOTES}0.399001" class="infokey">海港</a></span>`,
      [{ code: '399001', market: '0', name }],
    ],
  ])('%s is plain text', (_name, html, mentions) => {
    const article = read(`<p>今日${html}走强。</p>`);
    expect([article.html, article.mentions]).toEqual(['<p>今日海港走强。</p>', mentions]);
  });

  test('a link inside the source line is no mention', () => {
    const link = `<span id="stock_1.600001"><a href="${QUOTES}1.600001" data-code="1,600001">证券</a></span>`;
    const article = read(`${BODY}<p class="em_media">（文章来源：海湾${link}报）</p>`);
    expect([article.source, article.mentions]).toEqual(['海湾证券报', undefined]);
  });

  test.each([
    ['(600001)', { code: '600001', market: '1' }],
    ['(002001)', { code: '002001', market: '0' }],
    ['(01234.HK)', { code: '01234', market: '116' }],
    ['(1234.HK)', { code: '01234', market: '116' }],
    ['(ABCD.O)', { code: 'ABCD', market: '105' }],
    ['(AB.N)', { code: 'AB', market: '106' }],
    ['(002001.SZ，最新价：12.30元)', { code: '002001', market: '0' }],
  ])('%s in title or text is a mention', (ticker, mention) => {
    expect(read(`<p>海港${ticker}走强。</p>`).mentions).toEqual([mention]);
    expect(read(BODY, { title: `"海港${ticker}走强"` }).mentions).toEqual([mention]);
  });
});

describe('the tail', () => {
  test.each([
    ['none', ''],
    ['two lines, relative', '[返回快讯](../emnews/)\n[返回首页](../)'],
    ['two lines with a host', '[返回快讯](//old.example/emnews/)\n[返回首页](//old.example/)'],
    ['a full-width bar', '[返回快讯](//old.example/emnews/)｜[返回首页](//old.example/)'],
    ['a category page', '[返回海湾日报](//old.example/category/haiwanribao.html)｜[返回首页](//old.example/)'],
    ['a slug alone', '[返回海湾日报](//other.example/haiwanribao/)｜[返回首页](//other.example/)'],
    ['a slug with blanks', '[返回甲报 乙报](//old.example/jiabao  yibao/)｜[返回首页](//old.example/)'],
    ['several paragraphs', '[返回快讯](../emnews/)\n\n[返回首页](../)'],
    ['Windows lines', '[返回快讯](../emnews/)\r\n[返回首页](../)\r\n'],
  ])('nav in the spelling of %s goes', (_name, nav) => {
    const article = read(`${BODY}\n\n${LINK}\n\n${nav}`);
    expect(article.html).toBe(BODY.replace('> <', '><'));
    expect(article.original).toEqual({ href: LINK.slice(1, -1) });
  });

  test.each([
    ['the publisher’s', LINK, { href: LINK.slice(1, -1) }],
    [
      'a proxy’s',
      '<http://proxy.example/NewsShare.html?infoCode=NW202405300955067614>',
      { href: 'https://finance.eastmoney.com/a/202405300955067614.html' },
    ],
    ['a lost one', '<>', undefined],
    ['none', '', undefined],
  ])('the original is %s', (_name, line, original) => {
    const article = read(`${BODY}\n\n${line}\n\n[返回首页](../)`);
    expect([article.html, article.original]).toEqual([BODY.replace('> <', '><'), original]);
  });
});

test('Liquid in a body is text', () => {
  expect(read('<p>{{ page.title }} {% raw %}</p>').html).toBe('<p>{{ page.title }} {% raw %}</p>');
});

describe('the post to start from', () => {
  const captions = '<p>①收割船离港</p> <p>②加固筏架 </p>';
  const lines = '<p>抢在台风“之前”</p> <p>收完头茬</p>';
  const article = read(
    `<p>□林岸周汐</p> ${BODY} ${lines} <p>${FIRST}</p> <p>渔歌</p> ${captions}<p class="em_media">（文章来源：海湾日报）</p>` +
      '\n\n[返回海湾日报](//old.example/category/haiwanribao.html)｜[返回首页](//old.example/)',
  );

  test('its reporters are one string in the byline', () => {
    expect(article).toMatchObject({ reporters: '林岸周汐', source: '海湾日报' });
  });

  test('short lines before a full paragraph are one heading, a single one before captions is none', () => {
    expect(article.html).toContain('</p><h2 id="a-抢在台风-之前-收完头茬">抢在台风“之前”<br>收完头茬</h2><p>');
    expect(article.html).toMatch(/<p>渔歌<\/p>$/);
  });

  test('captions without pictures are a list', () => {
    expect(article.captions).toEqual([
      { mark: '①', text: '收割船离港' },
      { mark: '②', text: '加固筏架' },
    ]);
  });
});

test('a closing disclaimer is small, and neither digest nor size', () => {
  const plain = read(BODY);
  const article = read(`${BODY}<p>(声明：本文仅供参考，不构成投资建议)</p>`);
  expect(article.html).toBe(`${plain.html}<p data-b="disclaimer">(声明：本文仅供参考，不构成投资建议)</p>`);
  expect([article.summary, article.size]).toEqual([plain.summary, plain.size]);
});
