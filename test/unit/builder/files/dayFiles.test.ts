import { expect, test } from 'vitest';
import { cutChunks } from '#builder/files/chunks.ts';
import { dayFiles, type ListedChunk } from '#builder/files/dayFiles.ts';
import { dayPartFile } from '#shared/paths.ts';
import { articles } from './articles.ts';

const DAY = '2024-05-30';

function chunksOf(count: number): readonly ListedChunk[] {
  return cutChunks(articles(count)).map((chunk, index) => {
    return { hash: String(index).padStart(64, '0'), posts: chunk.map(({ folded }) => folded) };
  });
}

/** The index of a day by path, with as many articles, all in few chunks, and one post that others lead to. */
function filesOf(count: number, redirects: readonly string[] = []): Record<string, unknown> {
  const files = dayFiles(DAY, chunksOf(count), [{ address: '/gangkou/2024/05/30/no0/', redirects }]);
  return Object.fromEntries(files.map(({ path, bytes }) => [path, JSON.parse(bytes.toString('utf8'))]));
}

test('a day’s index says in which chunk each address lies', () => {
  const chunks = chunksOf(30);
  expect(filesOf(30)).toEqual({
    'days/2024/05/30.json': {
      format: 1,
      day: DAY,
      chunks: chunks.map(({ hash }) => hash),
      posts: Object.fromEntries(chunks.flatMap(({ posts }, index) => posts.map((folded) => [folded, index]))),
    },
  });
});

test('old addresses lead to the one that answers', () => {
  expect(filesOf(1, ['/old', '/older'])).toHaveProperty(['days/2024/05/30.json', 'redirects'], {
    '/old': '/gangkou/2024/05/30/no0/',
    '/older': '/gangkou/2024/05/30/no0/',
  });
});

test('beyond 2,000 posts the index is in 16 files by address', () => {
  expect(Object.keys(filesOf(2000))).toHaveLength(1);
  const files = filesOf(2001, ['/old']);
  expect(files['days/2024/05/30.json']).toEqual({ format: 1, day: DAY, parts: 16 });
  expect(Object.keys(files)).toHaveLength(17);
  for (const { folded } of articles(2001))
    expect(files[dayPartFile(DAY, folded)]).toHaveProperty(['posts', folded], expect.any(Number));
  expect(files[dayPartFile(DAY, '/old')]).toHaveProperty(['redirects', '/old']);
});
