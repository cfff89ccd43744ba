import { expect, test } from 'vitest';
import { findSaved, type SavedOrder, savedOrderOf, sortSaved, textBytes } from '#routes/findSaved.ts';

type Given = {
  readonly title: string;
  readonly html?: string;
  readonly rest?: readonly string[];
  readonly time?: string;
  readonly digest?: string;
};

function post({ title, html, rest, time = '2024-05-30', digest }: Given) {
  const headline = { address: `/${title}/`, title, time, ...(digest !== undefined && { digest }) };
  const article = { address: headline.address, title, time, date: time, html: html ?? '', ...(rest && { rest }) };
  return { address: headline.address, savedAt: 0, headline, ...(html !== undefined && { article }) };
}

const POSTS = [
  post({
    title: '潮位站换浮子',
    html: '<p>东岬县<b>海</b>洋局 ＤＮＡ &amp; AT&amp;T</p>',
    rest: ['<p>尾声</p>'],
    time: '2024-05-28',
  }),
  post({ title: 'Ferry 10:10', html: '<p>The last boat</p>', time: '2024-05-31' }),
  post({ title: '只有一行', digest: '摘要里的词' }),
];
const titlesFor = (typed: string) => findSaved(POSTS, typed).map(({ headline }) => headline.title);

test.each([
  ['', ['潮位站换浮子', 'Ferry 10:10', '只有一行']],
  ['   ', ['潮位站换浮子', 'Ferry 10:10', '只有一行']],
  ['海洋', ['潮位站换浮子']],
  ['岬县', ['潮位站换浮子']],
  ['尾声', ['潮位站换浮子']],
  ['dna at&t', ['潮位站换浮子']],
  ['ＢＯＡＴ', ['Ferry 10:10']],
  ['last FERRY', ['Ferry 10:10']],
  ['里的', ['只有一行']],
  ['海洋 boat', []],
  ['<b>', []],
])('“%s” finds %j', (typed, titles) => {
  expect(titlesFor(typed)).toEqual(titles);
});

test.each<[SavedOrder, readonly string[]]>([
  ['bySaving', ['潮位站换浮子', 'Ferry 10:10', '只有一行']],
  ['newest', ['Ferry 10:10', '只有一行', '潮位站换浮子']],
  ['byName', ['Ferry 10:10', '潮位站换浮子', '只有一行']],
])('in the order %s they are %j', (order, titles) => {
  const sorted = sortSaved(POSTS, order, 'en').map(({ headline }) => headline.title);
  if (order === 'byName') expect(sorted[0]).toBe(titles[0]);
  else expect(sorted).toEqual(titles);
});

test('titles in Chinese are sorted by their sound', () => {
  const chinese = [post({ title: '中' }), post({ title: '啊' })];
  expect(sortSaved(chinese, 'byName', 'zh-Hant').map(({ headline }) => headline.title)).toEqual(['啊', '中']);
});

test('nonsense in the address is no order', () => {
  expect([savedOrderOf('newest'), savedOrderOf('x'), savedOrderOf(null)]).toEqual(['newest', 'bySaving', 'bySaving']);
});

test('a size is that of the texts as they are stored', () => {
  expect(textBytes([post({ title: 'a', html: '潮', rest: ['ab'] }), post({ title: 'b' })])).toBe(5);
});
