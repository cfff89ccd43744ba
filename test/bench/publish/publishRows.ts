import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addBatch, type Archive, BATCH, removeBatches } from './archive.ts';
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

/**
 * Publishes an archive in full, then twenty posts and nothing in each wanted way. The site is verified after each row;
 * throws when it is not sound.
 */
export async function* publishRows(archive: Archive, wanted: ReadonlySet<string>): AsyncGenerator<Row> {
  const { count: posts, site: out } = archive;
  const ours = { posts, out, program: process.execPath };
  const clear = () => rm(out, { recursive: true, force: true });
  const runs = fullRunsOf(posts);
  yield await measureRow({ ...ours, what: 'full', runs, prepare: () => clear().then(() => publishArgs(archive)) });
  yield await measureRow({ ...ours, what: 'verify', runs: 1, prepare: async () => [CLI, 'verify', out] });
  let batch = 0;
  for (const [key, { name, begin, tell, end }] of Object.entries(WAYS)) {
    if (!wanted.has(key)) continue;
    await begin?.(archive);
    const changes = { [`${BATCH} posts`]: () => addBatch(archive, batch++), nothing: async () => [] };
    for (const [change, make] of Object.entries(changes)) {
      const prepare = async () => [...publishArgs(archive), ...(await tell(archive, await make()))];
      const row = await measureRow({ ...ours, what: `${change}, ${name}`, runs: RUNS, prepare });
      await measureCommand(process.execPath, [CLI, 'verify', out]);
      yield row;
    }
    await end?.(archive);
  }
}

/** How often to publish everything: a short run needs a median. */
export function fullRunsOf(posts: number): number {
  return posts <= 10_000 ? 3 : 1;
}

function publishArgs({ posts, site }: Archive): readonly string[] {
  return [CLI, 'publish', posts, site];
}

async function listPaths({ root }: Archive, paths: readonly string[]): Promise<readonly string[]> {
  const file = join(root, 'changed.txt');
  await writeFile(file, paths.map((path) => `${path}\n`).join(''));
  return ['--changed', file];
}

/** A publish that is not measured: the next can ask what changed since. */
async function beginGit(archive: Archive): Promise<void> {
  await removeBatches(archive);
  await bringRepository(archive);
  await measureCommand(process.execPath, publishArgs(archive));
}

async function tellGit(archive: Archive, paths: readonly string[]): Promise<readonly string[]> {
  await commitFiles(archive, paths);
  return [];
}
