import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedEntry } from '#builder/feeds/feed.ts';
import { jsonFeed } from '#builder/feeds/jsonFeed.ts';

// JSON Feed 1.1, as far as we use it.
const text = { type: 'string' };
const url = { type: 'string', pattern: '^https?://' };
const authors = {
  type: 'array',
  minItems: 1,
  items: { type: 'object', properties: { name: text }, required: ['name'] },
};
const SCHEMA = {
  type: 'object',
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    ...{ title: text, home_page_url: url, feed_url: url, description: text, language: text, authors },
    items: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          ...{ id: text, url, external_url: url, title: text, content_html: text, content_text: text, summary: text },
          ...{ image: url, date_published: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d' } },
          ...{ authors, language: text, tags: { type: 'array', items: text } },
        },
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        additionalProperties: false,
      },
    },
  },
  required: ['version', 'title', 'items'],
  additionalProperties: false,
};
const isJsonFeed = new Ajv2020({ allErrors: true }).compile(SCHEMA);

const ENTRY: FeedEntry = {
  id: 'https://news.example/tide',
  link: 'https://news.example/tide.html',
  title: '大潮',
  date: '2024-05-30T08:00:00+08:00',
  names: ['gangkou'],
};
const FEED = { page: 'https://news.example/', title: '澜浦潮信', author: 'desk', lang: 'zh-CN' };
const SELF = 'https://news.example/feed.json';

function read(entries: readonly FeedEntry[]) {
  const feed = JSON.parse(jsonFeed({ ...FEED, entries }, SELF).toString('utf8'));
  expect(isJsonFeed(feed), JSON.stringify(isJsonFeed.errors)).toBe(true);
  return feed;
}

test('a post with its text, and one without', () => {
  const whole = {
    ...ENTRY,
    content: '<p>夜航</p>',
    summary: '恢复',
    author: '海湾日报',
    picture: 'https://p.example/a.jpg',
  };
  expect(read([{ ...whole, original: 'https://wire.example/1' }, ENTRY]).items).toEqual([
    {
      id: 'https://news.example/tide',
      url: 'https://news.example/tide.html',
      external_url: 'https://wire.example/1',
      title: '大潮',
      content_html: '<p>夜航</p>',
      summary: '恢复',
      image: 'https://p.example/a.jpg',
      date_published: '2024-05-30T08:00:00+08:00',
      authors: [{ name: '海湾日报' }],
      tags: ['gangkou'],
    },
    expect.objectContaining({ content_text: '大潮' }),
  ]);
});

test('it keeps to its schema, whatever characters a post holds, and holds no half characters', () => {
  const isSound = fc.property(fc.string({ unit: 'binary' }), (words) => {
    const hostile = `${words}\u0000\ud800`;
    read([{ ...ENTRY, title: hostile, summary: hostile, author: hostile, names: [hostile] }]);
    expect(jsonFeed({ ...FEED, entries: [{ ...ENTRY, content: hostile }] }, SELF).toString()).not.toMatch(
      /\\u(?:d[89a-f]|0000)/i,
    );
  });
  fc.assert(isSound);
});
