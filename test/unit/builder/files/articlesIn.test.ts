import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { articlesIn } from '#builder/files/articlesIn.ts';
import { DamagedSiteError } from '#builder/files/DamagedSiteError.ts';
import { chunkFile } from '#shared/paths.ts';

const HASH = 'ab12';

function filesWith(bytes: Buffer | null) {
  return { read: (path: string) => (path === chunkFile(HASH) ? bytes : null) };
}

test('a chunk gives its articles', () => {
  const articles = [{ address: '/tide.html', html: '<p>夜航。</p>' }];
  expect(articlesIn(HASH, filesWith(gzipSync(JSON.stringify({ articles }))))).toEqual(articles);
});

test.each([
  ['that is missing', null],
  ['that is not packed', Buffer.from('{}')],
  ['that is no JSON', gzipSync('{')],
  ['without articles', gzipSync('{}')],
])('a chunk %s is damage that a full publish puts right, and named', (_name, bytes) => {
  expect(() => articlesIn(HASH, filesWith(bytes))).toThrow(DamagedSiteError);
  expect(() => articlesIn(HASH, filesWith(bytes))).toThrow('data/posts/ab/ab12 ');
});
