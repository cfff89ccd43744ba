import { expect, test } from 'vitest';
import { detached } from '#builder/post/detached.ts';
import { heapBytes } from '../heapBytes.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

test('a detached post keeps nothing of its file’s text', () => {
  const fields = { title: '四十台风机抢在大风之前全部并网发电，夜航恢复', tags: '海湾日报新闻与港口快讯的合订本' };
  const text = postText(fields, '潮'.repeat(100_000));
  const before = heapBytes();
  const posts = Array.from({ length: 100 }, () => detached(postOf('_posts/2024-05-30-tide.md', text, siteOf()).post));
  expect(heapBytes() - before).toBeLessThan(5_000_000);
  expect(posts).toHaveLength(100);
});
