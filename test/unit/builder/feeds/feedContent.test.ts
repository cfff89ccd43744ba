import { expect, test } from 'vitest';
import { feedContent } from '#builder/feeds/feedContent.ts';
import type { Article } from '#shared/post.ts';

const PLACE = { origin: 'https://news.example', link: 'https://news.example/news/tide.html' };
const ARTICLE: Article = {
  address: '/tide.html',
  title: '大潮',
  time: '2024-05-30',
  date: '2024-05-30T00:00:00+08:00',
  html: '',
};

test.each([
  [
    'a link to another post',
    '<p><a href="/news/2024/05/30/fog.html">雾</a></p>',
    'href="https://news.example/news/2024/05/30/fog.html"',
  ],
  [
    'a picture of the site',
    '<figure><img src="/news/pier.jpg" alt="栈桥"></figure>',
    'src="https://news.example/news/pier.jpg"',
  ],
  ['a link within the text', '<p><a href="#a-tide">潮</a></p>', 'href="https://news.example/news/tide.html#a-tide"'],
  [
    'a link elsewhere',
    '<p><a href="https://q.example/?a=1&amp;b=2">行情</a></p>',
    'href="https://q.example/?a=1&amp;b=2"',
  ],
  ['a picture held in its address', '<img src="data:image/gif;base64,R0lG">', 'src="data:image/gif;base64,R0lG"'],
  ['an address to write to', '<a href="mailto:a@b.example">信</a>', 'href="mailto:a@b.example"'],
])('%s leads there from anywhere', (_name, html, expected) => {
  expect(feedContent({ ...ARTICLE, html }, PLACE)).toContain(expected);
});

test('what is text stays text', () => {
  const html = '<p>1 &lt; 2 &amp;&amp; <code>&lt;b&gt;</code>&nbsp;</p>';
  expect(feedContent({ ...ARTICLE, html }, PLACE)).toBe(html);
});

test('what the page shows around the text belongs to it', () => {
  const article = {
    ...ARTICLE,
    html: '<p>夜航。</p>',
    digest: '风 < 浪',
    captions: [{ mark: '①', text: '左为 & 右' }],
  };
  expect(feedContent(article, PLACE)).toBe(
    '<blockquote><p>风 &lt; 浪</p></blockquote><p>夜航。</p><ul><li>①左为 &amp; 右</li></ul>',
  );
});

test('a text so long that it comes in parts does not fill feeds', () => {
  expect(feedContent({ ...ARTICLE, html: '<p>一</p>', rest: ['<p>二</p>'] }, PLACE)).toBe(null);
});

test('a site whose url has a path of its own has it before every path, as in the address of the article', () => {
  const html = '<a href="/fog.html">雾</a><img src="/pics/1.png">';
  const content = feedContent({ ...ARTICLE, html }, { origin: 'https://news.example/sub', link: '' });
  expect(content).toContain('href="https://news.example/sub/fog.html"');
  expect(content).toContain('src="https://news.example/sub/pics/1.png"');
});
