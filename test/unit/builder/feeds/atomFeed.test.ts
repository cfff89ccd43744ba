// @vitest-environment jsdom
import fc from 'fast-check';
import { parseFeed } from 'htmlparser2';
import { expect, test } from 'vitest';
import { atomFeed } from '#builder/feeds/atomFeed.ts';
import type { Feed, FeedEntry } from '#builder/feeds/feed.ts';
import { atomFaults } from './atomRules.ts';
import { attributesOf, readXml, textsOf } from './readXml.ts';

const ENTRY: FeedEntry = {
  id: 'https://news.example/2024/05/30/tide',
  link: 'https://news.example/2024/05/30/tide.html',
  title: '大潮',
  date: '2024-05-30T08:00:00+08:00',
  names: ['gangkou', '港口快讯'],
  summary: '码头今晚恢复夜航。',
  content: '<p>码头 &amp; 栈桥</p>',
  author: '海湾日报',
  original: 'https://wire.example/1',
};
const FEED: Feed = {
  id: 'https://news.example/feed.xml',
  self: 'https://news.example/feed.xml',
  page: 'https://news.example/',
  title: '澜浦潮信',
  author: 'desk',
  lang: 'zh-CN',
  entries: [ENTRY],
};

test('a feed reader finds all that a post says', () => {
  const bytes = atomFeed(FEED);
  expect(atomFaults(readXml(bytes))).toEqual([]);
  expect(parseFeed(bytes.toString())).toMatchObject({
    type: 'atom',
    id: FEED.id,
    link: FEED.page,
    title: '澜浦潮信',
    updated: new Date('2024-05-30T00:00:00Z'),
    items: [
      {
        id: ENTRY.id,
        link: ENTRY.link,
        title: '大潮',
        description: '码头今晚恢复夜航。',
        pubDate: new Date('2024-05-30T00:00:00Z'),
      },
    ],
  });
  const [entry] = [...readXml(bytes).getElementsByTagName('entry')];
  expect(entry && [textsOf(entry, 'content'), textsOf(entry, 'name'), attributesOf(entry, 'category', 'term')]).toEqual(
    [['<p>码头 &amp; 栈桥</p>'], ['海湾日报'], ['gangkou', '港口快讯']],
  );
});

test('the feed is as new as its newest post, in whatever zone that was written', () => {
  const dates = ['2024-05-30T08:00:00+08:00', '2024-05-30T01:00:00+00:00', '2024-05-29T23:00:00Z'];
  const entries = dates.map((date) => ({ ...ENTRY, id: `${ENTRY.id}${date}`, date }));
  expect(textsOf(readXml(atomFeed({ ...FEED, entries })), 'updated')[0]).toBe('2024-05-30T01:00:00+00:00');
  const empty = readXml(atomFeed({ ...FEED, entries: [] }));
  expect(atomFaults(empty)).toEqual([]);
  expect(textsOf(empty, 'updated')).toEqual(['1970-01-01T00:00:00Z']);
});

test.each([
  ['the end of a CDATA section', 'a]]>b'],
  ['tags and quotes', `<script>"x"</script>'&amp;`],
  ['a closing element of the feed', '</title></entry></feed>'],
  ['a document type', '<!DOCTYPE x [<!ENTITY e "y">]>&e;'],
  ['a replacement pattern', '$& $1 $`'],
])('a post that holds %s says exactly that', (_name, text) => {
  const page = readXml(atomFeed({ ...FEED, entries: [{ ...ENTRY, title: text, content: text, summary: text }] }));
  expect(atomFaults(page)).toEqual([]);
  expect(textsOf(page, 'title')).toEqual(['澜浦潮信', text]);
  expect([...textsOf(page, 'content'), ...textsOf(page, 'summary')]).toEqual([text, text]);
});

test('a feed is well-formed, whatever characters a post holds', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `${text}\u0000\ud800\uffff\u001b`);
  const isSound = fc.property(anyText, anyText, (title, other) => {
    const entry = { ...ENTRY, title, author: other, summary: other, content: other, names: [title], lang: 'zh' };
    const page = readXml(atomFeed({ ...FEED, title, subtitle: other, author: other, entries: [entry] }));
    expect(atomFaults(page)).toEqual([]);
  });
  fc.assert(isSound);
});
