import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutChunks, packChunk } from '#builder/files/chunks.ts';
import { articleAt, articles, type DayArticle } from './articles.ts';

function sizes(entries: readonly DayArticle[]): number[] {
  return cutChunks(entries).map((chunk) => chunk.length);
}

function hashes(entries: readonly DayArticle[]): string[] {
  return cutChunks(entries).map((chunk) => pack(chunk).hash);
}

function pack(chunk: readonly DayArticle[]) {
  return packChunk(
    '2024-05-30',
    chunk.map(({ json }) => json),
  );
}

test('every article is in one chunk, in order', () => {
  expect(cutChunks(articles(500)).flat()).toEqual(articles(500));
  expect(cutChunks([])).toEqual([]);
});

test('a chunk has 8 to 24 articles, but for the last', () => {
  const all = sizes(articles(500)).slice(0, -1);
  expect(Math.min(...all)).toBeGreaterThanOrEqual(8);
  expect(Math.max(...all)).toBeLessThanOrEqual(24);
  // About 15, as a border comes at every eighth address once there are eight.
  expect(500 / all.length).toBeGreaterThan(11);
  expect(500 / all.length).toBeLessThan(19);
});

test('where no address closes a chunk, 24 articles do', () => {
  const open = articles(2000).filter(({ folded }) => sizes([...articles(8), articleAt(folded)]).length === 1);
  expect(sizes(open.slice(0, 50))).toEqual([24, 24, 2]);
});

test('articles of 40 KB lie two in a chunk', () => {
  const large = Array.from({ length: 5 }, (_article, number) => articleAt(`/a${number}/`, { padding: 40 * 1024 }));
  expect(sizes(large)).toEqual([2, 2, 1]);
});

test('an article larger than a chunk stands alone', () => {
  const big = articleAt('/big/', { padding: 200 * 1024 });
  expect(sizes([articleAt('/a/'), big, articleAt('/b/')])).toEqual([1, 1, 1]);
});

test('one more article anywhere changes a few chunks beside it and no others', () => {
  const day = articles(300);
  const before = new Set(hashes(day));
  const place = fc.nat({ max: 300 });
  let changed = 0;
  fc.assert(
    fc.property(place, fc.nat({ max: 100_000 }), (at, number) => {
      const late = articleAt(`/late/2024/05/30/${number}/`);
      const after = hashes(day.toSpliced(at, 0, late));
      const added = after.filter((hash) => !before.has(hash)).length;
      changed += added;
      expect(added).toBeLessThanOrEqual(8);
    }),
    { numRuns: 60 },
  );
  expect(changed / 60).toBeLessThanOrEqual(3);
});

test('an edited article changes its own chunk alone', () => {
  const day = articles(300);
  const edited = day.with(150, { ...articleAt('x'), folded: day[150]?.folded ?? '' });
  const before = new Set(hashes(day));
  expect(hashes(edited).filter((hash) => !before.has(hash))).toHaveLength(1);
});

test('a packed chunk is gzip of its JSON, named by the hash of that, and the same each time', () => {
  const packed = pack(articles(3));
  const json = gunzipSync(packed.bytes);
  expect(JSON.parse(json.toString('utf8'))).toEqual({
    format: 1,
    day: '2024-05-30',
    articles: articles(3).map((article) => JSON.parse(article.json)),
  });
  expect(packed.hash).toBe(createHash('sha256').update(json).digest('hex'));
  expect(pack(articles(3)).bytes).toEqual(packed.bytes);
});

test('the gzip header names no time and no system', () => {
  const { bytes } = pack(articles(1));
  expect([...bytes.subarray(0, 4)]).toEqual([0x1f, 0x8b, 8, 0]);
  expect([...bytes.subarray(4, 8), bytes[9]]).toEqual([0, 0, 0, 0, 255]);
});
