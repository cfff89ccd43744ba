import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { differingAddresses } from './differingAddresses.ts';
import { differingFeeds } from './differingFeeds.ts';
import { runCommand } from './runCommand.ts';
import { plus, type Tally, tallyOf } from './tally.ts';

const CLI = 'dist/cli.js';
const HOSTILE_LIMIT_MS = 10_000;

/**
 * Publishes and verifies the demo and, when a folder with archives is given and there, each of `corpora/*`, compares
 * their addresses with Jekyll's, feed and sitemap with those of its plugins, and publishes the hostile posts within their time. Says what fails.
 */
export async function checkArchives(folder: string | undefined): Promise<Tally> {
  const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  try {
    let tally = await checkArchive('demo', temporary);
    if (!folder || !existsSync(folder)) return tally;
    for (const archive of archivesIn(join(folder, 'corpora'))) {
      tally = plus(tally, await checkArchive(archive, temporary));
    }
    tally = plus(tally, await checkPlugins(join(folder, 'jekyll-cases'), temporary));
    return plus(tally, await checkHostile(join(folder, 'security-cases', 'posts'), temporary));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function archivesIn(folder: string): string[] {
  const archives = readdirSync(folder).map((name) => join(folder, name));
  return archives.filter((archive) => existsSync(join(archive, '_posts')));
}

async function checkArchive(archive: string, temporary: string): Promise<Tally> {
  const out = join(temporary, basename(archive));
  const published = said(`publish ${archive}`, await broadsheet('publish', archive, out));
  const verified = said(`verify ${archive}`, await broadsheet('verify', out));
  const table = join(archive, 'expected-urls.tsv');
  if (!existsSync(table)) return plus(published, verified);
  const faults = await differingAddresses(archive, table);
  for (const fault of faults.slice(0, 10)) console.error(fault);
  return plus(published, verified, said(`addresses of ${archive}`, faults.length));
}

/** Compares what Jekyll's plugins made of a site, and of one more post that lies beside their files, with ours. */
async function checkPlugins(cases: string, temporary: string): Promise<Tally> {
  const [plugins, site, out] = [join(cases, 'plugins'), join(temporary, 'plugin-posts'), join(temporary, 'plugins')];
  if (!existsSync(plugins)) return tallyOf(true);
  for (const path of filesIn(join(cases, 'site'))) copyFile(join(cases, 'site', path), join(site, path));
  for (const path of filesIn(plugins))
    if (path.endsWith('.md')) copyFile(join(plugins, path), join(site, '_posts', path));
  const published = said('publish the site of the plugins', await broadsheet('publish', site, out));
  const faults = differingFeeds(out, plugins);
  for (const fault of faults.slice(0, 10)) console.error(fault);
  return plus(published, said('feed and sitemap of the plugins', faults.length));
}

function filesIn(folder: string): string[] {
  const children = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((child) => child.isFile());
  return children.map((child) => relative(folder, join(child.parentPath, child.name)));
}

// A folder copied whole would be as read-only as where it comes from.
function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, readFileSync(from));
}

// The hostile posts come without a site around them.
async function checkHostile(posts: string, temporary: string): Promise<Tally> {
  const site = join(temporary, 'hostile-posts');
  mkdirSync(site);
  cpSync(posts, join(site, '_posts'), { recursive: true });
  writeFileSync(join(site, '_config.yml'), 'title: hostile\n');
  const out = join(temporary, 'hostile');
  const start = Date.now();
  const code = await broadsheet('publish', site, out);
  const isInTime = Date.now() - start <= HOSTILE_LIMIT_MS;
  return plus(
    said('publish the hostile posts in 10 s', isInTime ? code : 1),
    said('verify the hostile posts', await broadsheet('verify', out)),
  );
}

function broadsheet(...args: readonly string[]): Promise<number> {
  // Real archives have hundreds of problems to report, which would bury the lines that count.
  return runCommand(process.execPath, [CLI, ...args], { stdio: ['ignore', 'ignore', 'ignore'] });
}

function said(check: string, faultCount: number): Tally {
  console.log(faultCount === 0 ? `ok      ${check}` : `not ok  ${check} (${faultCount})`);
  return tallyOf(faultCount === 0);
}
