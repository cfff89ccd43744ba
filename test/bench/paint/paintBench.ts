import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright';
import { findChromium } from '../../tools/findChromium.ts';
import { makeArchive } from '../publish/archive.ts';
import { budgetLine, budgetsOf } from './paintBudgets.ts';
import { type PaintOptions, paintOptionsOf, type PaintValues } from './paintOptions.ts';
import { measureSites } from './measureSites.ts';
import { type PaintRow, rowsOf } from './paintRows.ts';
import { makeSites } from './paintSites.ts';
import { servePictures } from './servePictures.ts';
import { paintHead, paintLine } from './paintTable.ts';

/**
 * When a reader on a slow phone sees the text of our pages, beside the same posts as other people publish them. Prints a
 * table and how it stands with the budgets, and writes both as JSON. Throws `UsageError`.
 */
export async function paintBench(values: PaintValues): Promise<void> {
  const options = paintOptionsOf(values);
  const folder = options.cache === null ? await mkdtemp(join(tmpdir(), 'broadsheet-bench-')) : resolve(options.cache);
  const pictures = await servePictures();
  const browser = await chromium.launch(withoutOthers(await findChromium(), pictures.host));
  try {
    const rows = await rowsIn(folder, browser, options);
    const budgets = budgetsOf(rows);
    console.log([paintHead(), ...rows.map(paintLine), ...budgets.map(budgetLine)].join('\n'));
    const machine = { node: process.version, browser: browser.version(), cpus: cpus().map(({ model }) => model) };
    const { posts, runs, json } = options;
    const all = { ...machine, load: loadavg(), posts, runs, rows, budgets };
    await writeFile(json, `${JSON.stringify(all, null, 2)}\n`);
  } finally {
    await browser.close();
    await pictures.close();
    if (options.cache === null) await rm(folder, { recursive: true, force: true });
  }
}

async function rowsIn(folder: string, browser: Browser, options: PaintOptions): Promise<readonly PaintRow[]> {
  const archive = await makeArchive(folder, options.posts);
  const sites = await makeSites(archive, options);
  return (await measureSites(browser, sites, options.runs)).flatMap(rowsOf);
}

/** Nothing leaves this machine: the host of the posts' pictures is another one here, and no other is found. */
function withoutOthers(options: LaunchOptions, pictures: string): LaunchOptions {
  const rules = `MAP pictures.example ${pictures}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  return { ...options, args: [...(options.args ?? []), `--host-resolver-rules=${rules}`] };
}
