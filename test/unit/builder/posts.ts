import type { Files } from './folders.ts';

/** The text of a post: front matter lines, an empty line, the body. */
export function postText(fields: Readonly<Record<string, string>>, body = '<p>码头今晚恢复夜航。</p>'): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return ['---', ...lines, '---', body, ''].join('\n');
}

/** A post file of a day in May 2024 by its number, one every ten minutes, 100 a day. */
export function numberedPost(number: number, body = `<p>第${number}艘货轮已经靠岸。</p>`): Files {
  const time = new Date(Date.UTC(2024, 4, 1 + Math.floor(number / 100), 0, (number % 100) * 10)).toISOString();
  const text = postText(
    {
      title: `"第${number}号潮信"`,
      date: `${time.slice(0, 10)} ${time.slice(11, 19)} +0800`,
      categories: ['gangkou', 'haiwan', 'fengdian'][number % 3] ?? '',
      tags: ['港口快讯', '海湾日报', '夜航', '风机'][number % 4] ?? '',
    },
    body,
  );
  return { [`_posts/2024-05-0${1 + Math.floor(number / 100)}-no${number}.md`]: text };
}

/** Many numbered posts. */
export function numberedPosts(count: number): Files {
  return Object.assign({}, ...Array.from({ length: count }, (_post, number) => numberedPost(number)));
}
