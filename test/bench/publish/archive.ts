import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '#builder/UsageError.ts';
import { generatePosts, writePosts } from '../generatePosts.ts';
import { inventLateNews, inventNews } from '../inventNews.ts';

/** A generated archive, and where everything measured with it lies. */
export type Archive = {
  readonly count: number;
  readonly root: string;
  /** The Jekyll folder. */
  readonly posts: string;
  /** What we publish. */
  readonly site: string;
};

/** How many posts are added at a time. */
export const BATCH = 20;
/** How many batches are ever added to one archive. */
const MOST_BATCHES = 100;
// A file of 4 KB takes 4 or 8 on disk; a repository adds 2.
const POST_BYTES = 10 * 1024;
// Of our site with what is written aside, and of Hugo's; of a small archive more than once.
const SITE_BYTES = 20 * 1024;

/** Makes the archive below a folder, or takes the whole one that is there. Throws `UsageError` when space is short. */
export async function makeArchive(folder: string, count: number): Promise<Archive> {
  const root = join(folder, `posts-${count}`);
  const archive = { count, root, posts: join(root, 'posts'), site: join(root, 'site') };
  const isWhole = (await readFile(noteOf(archive), 'utf8').catch(() => '')) === kindOf(count);
  if (!isWhole) await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await refuseShortSpace(archive, isWhole);
  if (isWhole) {
    await removeBatches(archive);
    return archive;
  }
  await generatePosts(archive.posts, count, inventNews);
  await writeFile(noteOf(archive), kindOf(count));
  return archive;
}

/** Adds twenty posts to the newest day, others for each number, and tells their paths in the Jekyll folder. */
export async function addBatch({ count, posts }: Archive, batch: number): Promise<readonly string[]> {
  return writePosts(posts, batchOf(count, batch));
}

/** Takes all batches away. */
export async function removeBatches({ count, posts }: Archive): Promise<void> {
  const added = Array.from({ length: MOST_BATCHES }, (_batch, batch) => batchOf(count, batch)).flat();
  await Promise.all(added.map(({ file }) => rm(join(posts, '_posts', file), { force: true })));
}

const ASIDE = 'aside-';

/**
 * Makes room for a site. What lies there is kept aside until the measuring is over: for a minute after files were
 * removed, ext4 looks among them before it finds a place for a new one, which then takes ten times as long.
 */
export async function setAside({ root }: Archive, folder: string): Promise<void> {
  const aside = join(root, `${ASIDE}${Date.now()}`);
  await rename(folder, aside).catch((cause: unknown) => {
    if (existsSync(folder)) throw cause; // Else there is none yet.
  });
}

/** Removes all that was set aside. */
export async function removeAside({ root }: Archive): Promise<void> {
  for (const name of await readdir(root))
    if (name.startsWith(ASIDE)) await rm(join(root, name), { recursive: true, force: true });
}

function batchOf(count: number, batch: number) {
  return Array.from({ length: BATCH }, (_post, index) => inventLateNews(count + batch * BATCH + index));
}

/** Written last, so that only a whole archive has it. */
function noteOf({ root }: Archive): string {
  return join(root, 'whole');
}

/** Tells archives of one invention from those of another. */
function kindOf(count: number): string {
  const texts = Array.from({ length: 100 }, (_post, place) => inventNews(place).text);
  return `${count} ${createHash('sha256').update(texts.join('')).digest('hex')}\n`;
}

async function refuseShortSpace({ count, root }: Archive, isWhole: boolean): Promise<void> {
  const { bavail, bsize } = await statfs(root);
  const needed = count * ((isWhole ? 0 : POST_BYTES) + SITE_BYTES);
  const [neededGb, freeGb] = [needed, bavail * bsize].map((bytes) => (bytes / 1e9).toFixed(1));
  if (bavail * bsize < needed)
    throw new UsageError(
      `${root}: ${count} posts need ${neededGb} GB, ${freeGb} are free. Give another folder with --cache.`,
    );
}
