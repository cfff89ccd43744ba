import { expect, test } from 'vitest';
import type { NamedKind } from '#shared/archive.ts';
import type { Headline } from '#shared/post.ts';
import { siteOf } from '../sites.ts';
import { listFiles, rowOf } from './memoryFiles.ts';

function streamsOf(...posts: readonly Partial<Headline>[]): readonly Headline[] {
  return posts.map((post, index) => ({
    address: `/no${index}/`,
    title: '潮信',
    time: `2024-05-${30 - index}T09:00`,
    ...post,
  }));
}

function namesOf(posts: readonly Headline[], config = ''): unknown[] {
  const { names } = listFiles(
    posts.map((post) => rowOf(post, `${post.time}:00+08:00`)),
    siteOf(config),
  );
  const kinds: readonly NamedKind[] = ['category', 'tag', 'source'];
  return kinds.flatMap((kind) => names.largest(kind).map(({ slug, name, count }) => [kind, slug, name, count]));
}

test('a post is in the stream of each category and tag once', () => {
  const streams = streamsOf({ categories: ['Port', 'port', '港口'], tags: ['夜航', '夜航'] }, { tags: ['夜航'] }, {});
  expect(namesOf(streams)).toEqual([
    ['category', 'port', 'Port', 1],
    ['category', '港口', '港口', 1],
    ['tag', '夜航', '夜航', 2],
  ]);
});

test('a category is named as its posts spell it most, of equals by code unit', () => {
  const spelled = ['port', 'Port', 'PORT', 'port', 'Port'].map((name) => ({ categories: [name] }));
  expect(namesOf(streamsOf(...spelled))).toContainEqual(['category', 'port', 'Port', 5]);
});

test('or after its posts’ commonest tag, or as the settings say', () => {
  const posts = [
    { categories: ['haiwan'], tags: ['海湾日报新闻'] },
    { categories: ['haiwan'], tags: ['海湾日报新闻', '夜航'] },
    { categories: ['bare'] },
  ];
  const byTags = 'broadsheet: { names: tags, source: { tagSuffix: 新闻 } }';
  expect(namesOf(streamsOf(...posts), byTags)).toEqual(
    expect.arrayContaining([
      ['category', 'haiwan', '海湾日报', 2],
      ['category', 'bare', 'bare', 1],
    ]),
  );
  const byMap = 'broadsheet: { names: { haiwan: 海湾 } }';
  expect(namesOf(streamsOf(...posts), byMap)).toContainEqual(['category', 'haiwan', '海湾', 2]);
});

test('a post is in the stream of its source, named as most of its posts spell it', () => {
  const streams = streamsOf(
    { source: 'Tide Post' },
    { source: '海湾日报' },
    { source: 'TIDE POST' },
    { source: 'TIDE POST' },
    {},
  );
  expect(namesOf(streams)).toEqual([
    ['source', 'tide post', 'TIDE POST', 3],
    ['source', '海湾日报', '海湾日报', 1],
  ]);
});
