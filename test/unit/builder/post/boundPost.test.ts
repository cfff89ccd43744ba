import { expect, test } from 'vitest';
import { boundPost } from '#builder/post/boundPost.ts';
import { Report } from '#builder/report.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

function bound(fields: Record<string, string>) {
  const report = new Report();
  const { post } = postOf('_posts/2024-05-30-tide.md', postText(fields), siteOf());
  return { before: post, after: boundPost(post, report), found: report.problems.map(({ found }) => found) };
}

test('a post of common size stays as it is', () => {
  const { before, after, found } = bound({ title: '夜航'.repeat(200), categories: 'port 港口', tags: '夜航' });
  expect([after, found]).toEqual([before, []]);
});

test('what every list would repeat is cut and reported, the address is not', () => {
  const names = `[${Array.from({ length: 60 }, (_name, index) => `c${index}`).join(', ')}]`;
  const { before, after, found } = bound({
    title: '潮'.repeat(9000),
    categories: names,
    tags: `[x, ${'长'.repeat(300)}]`,
  });
  expect(after.title).toBe(`${'潮'.repeat(499)}…`);
  expect(after.categories).toHaveLength(50);
  expect(after.tags).toEqual(['x', `${'长'.repeat(99)}…`]);
  expect(after.url).toBe(before.url);
  expect(found).toEqual(['a title of 9000 characters', '60 categories', 'one of its tags has 300 characters']);
});
