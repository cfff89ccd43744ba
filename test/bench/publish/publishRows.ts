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

/**
 * Publishes an archive in full when `full` is wanted, then twenty posts and nothing in each wanted way, on the site that
 * is there. The site is verified each time; throws when it is not sound.
 */
export async function* publishRows(archive: Archive, wanted: ReadonlySet<string>): AsyncGenerator<Row> {
  if (wanted.has('full')) yield* fullRows(archive);
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

async function* fullRows(archive: Archive): AsyncGenerator<Row> {
  const { count: posts, site: out } = archive;
  const ours = { posts, out, program: process.execPath };
  const runs = fullRunsOf(posts);
  yield await measureRow({
    ...ours,
    what: 'full',
    runs,
    prepare: () => setAside(archive, out).then(() => [CLI, ...publishArgs(archive)]),
  });
  yield await measureRow({ ...ours, what: 'verify', runs: 1, prepare: async () => [CLI, 'verify', out] });
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
