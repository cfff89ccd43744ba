import { expect, test } from 'vitest';
import { liquidScopes } from '#builder/post/liquidScopes.ts';
import { postText } from '../posts.ts';
import { postOf, siteOf } from '../sites.ts';

const SITE = siteOf('title: 潮信\nurl: https://news.example\nbaseurl: /news');

test.each([
  ['its name with the day', '2024-05-31-tide', '/harbour/2024/05/31/tide.html'],
  ['its path below the post folder', 'may/2024-05-31-tide', '/harbour/2024/05/31/tide.html'],
  ['its whole path', 'harbour/_posts/may/2024-05-31-tide.md', '/harbour/2024/05/31/tide.html'],
  ['its path from the root', '/harbour/_posts/may/2024-05-31-tide.md', '/harbour/2024/05/31/tide.html'],
  ['its slug alone', 'tide', undefined],
])('a post is found by %s', (_name, name, address) => {
  const { post, text } = postOf('harbour/_posts/may/2024-05-31-tide.md', postText({ title: '夜航' }), SITE);
  const scope = liquidScopes(SITE, [post])(text);
  expect(scope.addressOf(name)).toBe(address);
  expect(scope).toMatchObject({ baseurl: '/news', url: 'https://news.example' });
  expect([scope.site.get('title'), scope.page.get('title')]).toEqual(['潮信', '夜航']);
});
