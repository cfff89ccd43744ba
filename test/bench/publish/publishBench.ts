import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { type Archive, makeArchive, removeAside } from './archive.ts';
import { takeRepository } from './gitPosts.ts';
import { hugoRow, hugoVersion } from './hugo.ts';
import { type PublishOptions, type PublishValues, publishOptionsOf } from './publishOptions.ts';
import { fullRunsOf, publishRows } from './publishRows.ts';
import { ratioLine, tableHead, tableLine } from './publishTable.ts';
import type { Row } from './row.ts';

/** Hugo holds all pages in memory: 5 GB at this size, and no machine of ours has ten times that. */
const HUGO_MOST = 100_000;

/**
 * What a publish costs at several sizes of archive, in full and of twenty posts, beside Hugo on the same posts. Prints
 * a table and writes the rows as JSON. Throws `UsageError`, and when a site is not sound after a row.
 */
export async function publishBench(values: PublishValues): Promise<void> {
  const options = publishOptionsOf(values);
  const folder = options.cache === null ? await mkdtemp(join(tmpdir(), 'broadsheet-bench-')) : resolve(options.cache);
  const hugo = options.rows.has('hugo') ? await hugoVersion() : null;
  if (options.rows.has('hugo') && hugo === null) console.log('Hugo is not installed, and left out.');
  const rows: Row[] = [];
  console.log(tableHead());
  try {
    for (const count of options.counts) rows.push(...(await benchArchive(folder, count, { ...options, hugo })));
  } finally {
    const machine = { node: process.version, hugo, cpus: cpus().map(({ model }) => model), memoryBytes: totalmem() };
    await writeFile(options.json, `${JSON.stringify({ ...machine, rows }, null, 2)}\n`);
    if (options.cache === null) await rm(folder, { recursive: true, force: true });
  }
}

type Plan = PublishOptions & { readonly hugo: string | null };

async function benchArchive(folder: string, count: number, plan: Plan): Promise<readonly Row[]> {
  const archive = await makeArchive(folder, count);
  const rows: Row[] = [];
  try {
    for await (const row of rowsOf(archive, plan)) {
      rows.push(row);
      console.log(tableLine(row));
    }
  } finally {
    await removeAside(archive);
  }
  const ratio = ratioLine(rows);
  if (ratio) console.log(ratio);
  if (plan.cache === null) await rm(archive.root, { recursive: true });
  return rows;
}

async function* rowsOf(archive: Archive, { rows, hugo }: Plan): AsyncGenerator<Row> {
  await takeRepository(archive);
  if (hugo !== null && archive.count <= HUGO_MOST) yield await hugoRow(archive, fullRunsOf(archive.count));
  if ([...rows].some((row) => row !== 'hugo')) yield* publishRows(archive, rows);
}
