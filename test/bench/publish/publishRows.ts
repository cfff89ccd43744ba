import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addBatch, type Archive, BATCH, removeBatches, setAside } from './archive.ts';
import { bringRepository, commitFiles, takeRepository } from './gitPosts.ts';
import { measureCommand } from './measureCommand.ts';
import { measureRow, type Row } from './row.ts';

const CLI = 'dist/cli.js';
const RUNS = 5;

/** How a publish learns what changed. */
type Way = {
  readonly name: string;
  /** Before its rows, which are measured on the same site as those of other ways. */
  readonly begin?: (archive: Archive) => Promise<void>;
  /** Tells of changed files: what to add to the command line. */
  readonly tell: (archive: Archive, paths: readonly string[]) => Promise<readonly string[]>;
  readonly end?: (archive: Archive) => Promise<void>;
};

/** Every way by its name in `--rows`. */
export const WAYS: Readonly<Record<string, Way>> = {
  known: { name: 'paths known', tell: listPaths },
  scan: { name: 'by scan', tell: async () => [] },
  git: { name: 'by git', begin: beginGit, tell: tellGit, end: takeRepository },
};

/** Full publishes by their name in `--rows`, with the pages they write. The last leaves the site that changes come to. */
export const FULL: Readonly<Record<string, { readonly what: string; readonly pages: readonly string[] }>> = {
  none: { what: 'full, no pages', pages: ['--pages', 'none'] },
  all: { what: 'full, all pages', pages: ['--pages', 'all'] },
  full: { what: 'full', pages: [] },
};

/** A page an article: at a million posts they would fill most disks. */
const ALL_PAGES_MOST = 100_000;

/**
 * Publishes an archive in full in each wanted way, then twenty posts and nothing in each wanted way, on the site that
 * is there. The site is verified each time; throws when it is not sound.
 */
export async function* publishRows(archive: Archive, wanted: ReadonlySet<string>): AsyncGenerator<Row> {
  for (const [key, full] of Object.entries(FULL))
    if (wanted.has(key) && (key !== 'all' || archive.count <= ALL_PAGES_MOST)) yield* fullRows(archive, full);
  let batches = 0;
  for (const [key, way] of Object.entries(WAYS)) {
    if (!wanted.has(key)) continue;
    await way.begin?.(archive);
    // Not measured: brings the site to what lies in the folder now, and the next publish can ask what changed since.
    await broadsheet(...publishArgs(archive));
    yield await changeRow(archive, way, { what: `${BATCH} posts`, make: () => addBatch(archive, batches++) });
    yield await changeRow(archive, way, { what: 'nothing', make: async () => [] });
    await broadsheet('verify', archive.site);
    await way.end?.(archive);
  }
}

async function* fullRows(archive: Archive, { what, pages }: (typeof FULL)[string]): AsyncGenerator<Row> {
  const { count: posts, site: out } = archive;
  const ours = { posts, out, program: process.execPath };
  const runs = fullRunsOf(posts);
  yield await measureRow({
    ...ours,
    what,
    runs,
    prepare: () => setAside(archive, out).then(() => [CLI, ...publishArgs(archive), ...pages]),
  });
  yield await measureRow({
    ...ours,
    what: what.replace('full', 'verify'),
    runs: 1,
    prepare: async () => [CLI, 'verify', out],
  });
}

type Change = { readonly what: string; readonly make: () => Promise<readonly string[]> };

async function changeRow(archive: Archive, { name, tell }: Way, { what, make }: Change): Promise<Row> {
  const { count: posts, site: out } = archive;
  const prepare = async () => [CLI, ...publishArgs(archive), ...(await tell(archive, await make()))];
  return measureRow({ posts, what: `${what}, ${name}`, runs: RUNS, out, program: process.execPath, prepare });
}

async function broadsheet(...args: readonly string[]): Promise<void> {
  await measureCommand(process.execPath, [CLI, ...args]);
}

/** How often to publish everything: a short run needs a median. */
export function fullRunsOf(posts: number): number {
  return posts <= 10_000 ? 3 : 1;
}

function publishArgs({ posts, site }: Archive): readonly string[] {
  return ['publish', posts, site];
}

async function listPaths({ root }: Archive, paths: readonly string[]): Promise<readonly string[]> {
  const file = join(root, 'changed.txt');
  await writeFile(file, paths.map((path) => `${path}\n`).join(''));
  return ['--changed', file];
}

async function beginGit(archive: Archive): Promise<void> {
  await removeBatches(archive);
  await bringRepository(archive);
}

async function tellGit(archive: Archive, paths: readonly string[]): Promise<readonly string[]> {
  await commitFiles(archive, paths);
  return [];
}
