import { expect, test } from 'vitest';
import { headlineOf } from '#shared/headlineOf.ts';

const ARTICLE = {
  address: '/a/',
  title: '潮',
  time: '2024-05-30T09:00',
  date: '2024-05-30T09:00:00+08:00',
  html: '<p>x</p>',
};

test('an article makes a row without its text', () => {
  const mentions = ['1', '2', '3'].map((code) => ({ code }));
  const article = {
    ...ARTICLE,
    mentions,
    digest: '长'.repeat(200),
    original: { href: 'https://x.example/' },
    words: 3,
  };
  expect(headlineOf(article)).toEqual({
    address: '/a/',
    title: '潮',
    time: '2024-05-30T09:00',
    mentions: [{ code: '1' }, { code: '2' }],
    digest: '长'.repeat(140),
  });
});

test.each([
  ['<h2>x</h2><p>潮位站<b>换</b>了 &amp; 修好</p><p>y</p>', '潮位站换了 & 修好'],
  ['<figure><img src="/a.jpg"></figure>', undefined],
])('without a digest it begins as its text does', (html, digest) => {
  expect(headlineOf({ ...ARTICLE, html }).digest).toBe(digest);
});

test.each([
  [
    '<p><img src="/sign.png"></p><figure>\n<img alt="a" src="/b.jpg?x=1&amp;y=2"><figcaption>c</figcaption></figure>',
    '/b.jpg?x=1&y=2',
  ],
  ['<figure><img src="data:image/png;base64,AA=="></figure>', undefined],
  ['<p><img src="/sign.png"></p>', undefined],
])('its picture is that of the first figure', (html, src) => {
  expect(headlineOf({ ...ARTICLE, html }).picture?.src).toBe(src);
});
