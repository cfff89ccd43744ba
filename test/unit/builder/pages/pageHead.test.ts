import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { shortEntry } from '#builder/feeds/feedEntries.ts';
import { type PageFacts, pageHead } from '#builder/pages/pageHead.ts';
import type { Article } from '#shared/post.ts';
import { siteOf } from '../sites.ts';

const CONFIG = 'title: 澜浦潮信\ndescription: 一份小报\nlang: zh-CN\nurl: https://news.example\n';
const ARTICLE: Article = {
  address: '/gangkou/2024/05/30/tide.html',
  title: '大潮',
  time: '2024-05-30T09:05',
  date: '2024-05-30T09:05:00+08:00',
  categories: ['港口'],
  tags: ['潮汐', '夜航'],
  source: '海湾日报',
  html: '<p>码头今晚恢复夜航。</p>',
};
const FACTS: PageFacts = { screen: 'article', address: ARTICLE.address, name: '大潮', article: ARTICLE };

type Read = { readonly title: string; readonly tags: readonly Record<string, string>[]; readonly data: unknown };

/** What a browser reads in a head: its title, the attributes of its tags, the linked data. */
function read(html: string): Read {
  const tags: Record<string, string>[] = [];
  const texts: Record<string, string> = {};
  let open = '';
  const parser = new Parser({
    onopentag: (name, attributes) => void tags.push({ tag: (open = name), ...attributes }),
    ontext: (text) => void (texts[open] = (texts[open] ?? '') + text),
    onclosetag: () => void (open = ''),
  });
  parser.end(html);
  return { title: texts['title'] ?? '', tags, data: JSON.parse(texts['script'] ?? 'null') };
}

function graphOf({ tags }: Read): Record<string, string> {
  const told = tags.filter((tag) => 'content' in tag);
  return Object.fromEntries(told.map((tag) => [tag['property'] ?? tag['name'] ?? '', tag['content'] ?? '']));
}

/** Which attributes its tags have. */
function shape({ tags }: Read): ReadonlySet<string> {
  return new Set(tags.map((tag) => Object.keys(tag).join(' ')));
}

test('an article says what it is, in every way that is read', () => {
  const picture = { src: '/pier.jpg', width: 800, height: 600 };
  const head = read(pageHead({ ...FACTS, description: '码头今晚恢复夜航', picture }, siteOf(CONFIG)));
  const url = 'https://news.example/gangkou/2024/05/30/tide.html';
  expect(head.title).toBe('大潮 – 澜浦潮信');
  expect(head.tags).toContainEqual({ tag: 'link', rel: 'canonical', href: url });
  expect(graphOf(head)).toEqual({
    description: '码头今晚恢复夜航',
    'og:type': 'article',
    'og:title': '大潮',
    'og:description': '码头今晚恢复夜航',
    'og:url': url,
    'og:site_name': '澜浦潮信',
    'og:locale': 'zh_CN',
    'og:image': 'https://news.example/pier.jpg',
    'og:image:width': '800',
    'og:image:height': '600',
    'article:published_time': ARTICLE.date,
    'article:section': '港口',
    'article:tag': '夜航',
    'twitter:card': 'summary_large_image',
  });
  expect(head.data).toMatchObject({
    '@type': 'NewsArticle',
    headline: '大潮',
    description: '码头今晚恢复夜航',
    datePublished: ARTICLE.date,
    inLanguage: 'zh-CN',
    image: { url: 'https://news.example/pier.jpg' },
    author: { '@type': 'Organization', name: '海湾日报' },
    publisher: { name: '澜浦潮信' },
    articleSection: ['港口'],
    keywords: ['潮汐', '夜航'],
    mainEntityOfPage: { '@id': url },
  });
});

test('who wrote it goes before who printed it, and an original is named', () => {
  const article = { ...ARTICLE, reporters: '林潮', original: { href: 'https://wire.example/1' } };
  const { data } = read(pageHead({ ...FACTS, article }, siteOf(CONFIG)));
  expect(data).toMatchObject({ author: { '@type': 'Person', name: '林潮' }, isBasedOn: 'https://wire.example/1' });
});

test('a headline is cut where search engines cut it, between whole characters', () => {
  const { data } = read(pageHead({ ...FACTS, name: '🌊'.repeat(200) }, siteOf(CONFIG)));
  expect(data).toMatchObject({ headline: `${'🌊'.repeat(109)}…` });
});

test.each([
  ['</title><script>__hit()</script>'],
  ['</script><script>__hit()</script><!--'],
  ['" onload="__hit()" \' <b>&amp;&lt;'],
  ['🌊 \u2028\u2029 \u202e'],
  ['{{ x }} ]]> <![CDATA['],
])('%s as every text stays text', (text) => {
  const site = { ...siteOf(CONFIG), title: text, description: text };
  const article = { ...ARTICLE, title: text, categories: [text], tags: [text], source: text, reporters: text };
  const head = read(pageHead({ ...FACTS, name: text, description: text, article, feed: '/category/x/feed.xml' }, site));
  expect(head.title).toBe(`${text} – ${text}`);
  const expected = read(
    pageHead({ ...FACTS, description: 'x', article: ARTICLE, feed: '/category/x/feed.xml' }, siteOf(CONFIG)),
  );
  expect(shape(head)).toEqual(shape(expected));
  expect(graphOf(head)).toMatchObject({ 'og:title': text, 'og:description': text, 'article:section': text });
  expect(head.data).toMatchObject({ headline: text, author: { name: text }, publisher: { name: text } });
});

test('half a character, and a NUL, become the sign for what is none', () => {
  const html = Buffer.from(pageHead({ ...FACTS, name: 'a\ud800b\0c' }, siteOf(CONFIG))).toString('utf8');
  expect(read(html).title).toBe('a\ufffdb\ufffdc – 澜浦潮信');
});

test('without an address of its own, the site says nothing that needs one', () => {
  const picture = { src: '/pier.jpg' };
  const html = pageHead({ ...FACTS, picture }, siteOf('title: A'));
  expect(html).not.toMatch(/canonical|og:url|og:image|mainEntityOfPage|"url"/);
  expect(graphOf(read(html))).toMatchObject({ 'twitter:card': 'summary' });
  const elsewhere = pageHead({ ...FACTS, picture: { src: 'https://p.example/a.jpg' } }, siteOf('title: A'));
  expect(graphOf(read(elsewhere))).toMatchObject({ 'og:image': 'https://p.example/a.jpg' });
});

test('addresses lie below the base, pictures where their address says', () => {
  const site = siteOf(`${CONFIG}baseurl: /paper\n`);
  const feed = '/category/%E6%B8%AF%E5%8F%A3/feed.xml';
  const { tags } = read(
    pageHead({ screen: 'stream', address: '/category/%E6%B8%AF%E5%8F%A3/', name: '港口', feed }, site),
  );
  expect(tags.map(({ href }) => href).filter((href) => href)).toEqual([
    'https://news.example/paper/category/%E6%B8%AF%E5%8F%A3/',
    '/paper/feed.xml',
    '/paper/feed.json',
    `/paper${feed}`,
  ]);
  const picture = pageHead({ ...FACTS, picture: { src: '/paper/pier.jpg' } }, site);
  expect(graphOf(read(picture))).toMatchObject({ 'og:image': 'https://news.example/paper/pier.jpg' });
});

test.each([
  ['home', { '@type': 'WebSite', name: '澜浦潮信' }, '澜浦潮信'],
  ['archive', { '@type': 'CollectionPage', name: '澜浦潮信' }, '澜浦潮信 – 澜浦潮信'],
] as const)('the screen %s says what it is, with the description of the site', (screen, data, title) => {
  const head = read(pageHead({ screen, address: '/', name: '澜浦潮信' }, siteOf(CONFIG)));
  expect(head.title).toBe(title);
  expect(head.data).toMatchObject({ ...data, description: '一份小报' });
  expect(graphOf(head)).toMatchObject({ 'og:type': 'website', description: '一份小报' });
});

test('an address of another kind than http is none', () => {
  const html = pageHead(
    { ...FACTS, picture: { src: 'data:image/gif;base64,R0lGOD' } },
    siteOf('url: "javascript:alert(1)//"'),
  );
  expect(html).not.toMatch(/javascript|data:image/);
});

test('addresses are those of the feeds, also where the url has a path and an address odd signs', () => {
  const site = siteOf('url: https://news.example/sub/?x#y\n');
  const [address, picture] = ['/a[1]|b/', { src: '/pics/1.png' }];
  const { link, picture: image } = shortEntry({ ...ARTICLE, address, picture }, site);
  const told = graphOf(read(pageHead({ ...FACTS, address, picture }, site)));
  expect([told['og:url'], told['og:image']]).toEqual([link, image]);
  expect(image).toBe('https://news.example/sub/pics/1.png');
});
