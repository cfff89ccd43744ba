import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InventedPost } from './inventPost.ts';

const AT_ONCE = 64;

const CONFIG = `title: 生成的消息
lang: zh-CN
timezone: Asia/Shanghai
url: https://news.example
broadsheet:
  preset: eastmoney
`;

/** Writes a Jekyll folder with that many invented posts, the newest first. Every run writes the same files. */
export async function generatePosts(
  folder: string,
  count: number,
  invent: (place: number) => InventedPost,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '_config.yml'), CONFIG);
  for (let first = 0; first < count; first += AT_ONCE) {
    const places = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_place, index) => first + index);
    await writePosts(folder, places.map(invent));
  }
}

/** Writes posts into a Jekyll folder, and tells their paths in it. */
export async function writePosts(folder: string, posts: readonly InventedPost[]): Promise<readonly string[]> {
  for (const month of new Set(posts.map(({ file }) => dirname(file))))
    await mkdir(join(folder, '_posts', month), { recursive: true });
  await Promise.all(posts.map(({ file, text }) => writeFile(join(folder, '_posts', file), text)));
  return posts.map(({ file }) => `_posts/${file}`);
}
