import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mostMentioned } from '#builder/files/front.ts';
import type { Front } from '#shared/archive.ts';
import type { Headline, Mention } from '#shared/post.ts';
import { siteOf } from '../sites.ts';
import { listFiles, rowOf } from './memoryFiles.ts';

function frontBytes(posts: readonly Headline[], mentions: readonly Mention[] = []): Buffer {
  const rows = posts.map((post) => ({
    ...rowOf(post, `${post.day ?? post.time.slice(0, 10)}T09:00:00+08:00`),
    mentions,
  }));
  return listFiles(rows, siteOf()).files.held.get('front.json') ?? Buffer.alloc(0);
}

function frontOf(posts: readonly Headline[]): Front {
  return JSON.parse(frontBytes(posts).toString('utf8')) as Front; // Just written as one.
}

test('each section has its newest four headlines as one line', () => {
  const long: Omit<Headline, 'address'> = {
    title: '码头恢复夜航',
    time: '2024-05-31T23:50',
    day: '2024-06-01',
    categories: ['Port'],
    tags: ['夜航'],
    source: '海湾日报',
    digest: '雾散之后。',
    picture: { src: '/pier.jpg' },
    mentions: [{ code: '600018' }],
    twin: '/twin/',
    size: 900,
    lang: 'en',
  };
  const front = frontOf([0, 1, 2, 3, 4].map((number) => ({ address: `/${number}/`, ...long })));
  expect(front).toMatchObject({ format: 1, day: '2024-06-01', sections: [{ slug: 'port', name: 'Port', count: 5 }] });
  expect(front.sections[0]?.newest).toEqual(
    [0, 1, 2, 3].map((number) => ({
      address: `/${number}/`,
      title: '码头恢复夜航',
      time: '2024-05-31T23:50',
      day: '2024-06-01',
      source: '海湾日报',
      lang: 'en',
    })),
  );
});

test('an archive without posts has no sections and no day', () => {
  expect(frontOf([])).toEqual({ format: 1, sections: [], mentions: [] });
});

test('what most articles mention comes first, of equals by code; a name is taken from whoever gives it', () => {
  const [port, wind] = [
    { code: '600018', market: '1' },
    { code: 'BK0428', market: '90', name: '风电', isSector: true as const },
  ];
  const articles = [
    { mentions: [port, wind] },
    {},
    { mentions: [wind, { code: '000001', market: '1', name: '指数' }] },
    {
      mentions: [
        { ...port, name: '甲港' },
        { code: '000001', market: '0', name: '乙银行' },
      ],
    },
  ];
  expect(mostMentioned(articles)).toEqual([
    { mention: { ...port, name: '甲港' }, count: 2 },
    { mention: wind, count: 2 },
    { mention: { code: '000001', market: '0', name: '乙银行' }, count: 1 },
    { mention: { code: '000001', market: '1', name: '指数' }, count: 1 },
  ]);
});

test('eight are named at most', () => {
  const mentions = Array.from({ length: 9 }, (_mention, index) => ({ code: `${600_000 + index}` }));
  expect(mostMentioned([{ mentions: mentions.toReversed() }]).map(({ mention }) => mention.code)).toEqual(
    mentions.slice(0, 8).map(({ code }) => code),
  );
});

test('with twelve sections and long titles it is a small file', () => {
  const posts = Array.from({ length: 60 }, (_post, number): Headline => {
    const title = String.fromCodePoint(
      ...Array.from({ length: 28 }, (_c, at) => 0x4e00 + ((number * 977 + at * 7919) % 6000)),
    );
    const address = `/section-${number % 12}/2024/05/31/post-${number}.html`;
    return { address, title, time: '2024-05-31T09:00', categories: [`section-${number % 12}`], source: '海湾日报' };
  });
  const mentions = Array.from({ length: 8 }, (_mention, index) => {
    return { code: `${600_000 + index}`, market: '1', name: `第${index}港` };
  });
  expect(gzipSync(frontBytes(posts, mentions)).length).toBeLessThan(6 * 1024);
});
