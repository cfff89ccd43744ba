import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inventPost } from './inventPost.ts';

const AT_ONCE = 64;

const CONFIG = `title: 生成的消息
lang: zh-CN
timezone: Asia/Shanghai
broadsheet:
  preset: eastmoney
`;

/**
 * Writes a Jekyll folder with that many invented posts, a thousand a day unless told otherwise. The newest posts are
 * the same whatever the number, and every run writes the same files.
 */
export async function generatePosts(folder: string, count: number, perDay = 1000): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '_config.yml'), CONFIG);
  const made = new Set<string>();
  for (let first = 0; first < count; first += AT_ONCE) {
    const places = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_place, index) => first + index);
    const posts = places.map((place) => inventPost(place, perDay));
    for (const month of new Set(posts.map(({ file }) => join(folder, '_posts', dirname(file))))) {
      if (!made.has(month)) await mkdir(month, { recursive: true });
      made.add(month);
    }
    await Promise.all(posts.map(({ file, text }) => writeFile(join(folder, '_posts', file), text)));
  }
}
