// By hand: `node test/tools/run.mjs test/bench/generate.ts <folder> <count>`.
import { generatePosts } from './generatePosts.ts';
import { inventNews } from './inventNews.ts';

/** Writes that many invented posts into the folder. */
export async function main([folder, count]: readonly string[]): Promise<number> {
  if (folder && Number(count) > 0) {
    await generatePosts(folder, Number(count), inventNews);
    return 0;
  }
  console.error('usage: generate.ts <folder> <count>');
  return 2;
}
