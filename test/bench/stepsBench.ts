import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticle } from '#builder/article/article.ts';
import { parseTree } from '#builder/article/tree.ts';
import { scanFolder } from '#builder/find/scanFolder.ts';
import { readPost, readText } from '#builder/post/readPost.ts';
import { renderSource } from '#builder/post/renderBody.ts';
import { publish } from '#builder/publish.ts';
import { Report } from '#builder/report.ts';
import { readSite, type Site } from '#builder/site.ts';
import { generatePosts } from './generatePosts.ts';
import { inMs, printFigure, quantile } from './figures.ts';

const COUNT = 5000;

/** What the article steps cost a post, and how much of a publish they are. */
export async function stepsBench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
  try {
    await generatePosts(join(folder, 'posts'), COUNT);
    const times = stepTimes(join(folder, 'posts'));
    const steps = times.reduce((sum, ms) => sum + ms, 0);
    const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    printFigure(`article steps, ${COUNT} posts`, { median: inMs(median), p99: inMs(p99), sum: inMs(steps) });
    const start = performance.now();
    publish({ folder: join(folder, 'posts'), out: join(folder, 'site'), appFolder: 'dist/app', nowMs: Date.now() });
    const whole = performance.now() - start;
    printFigure('share of a publish', { steps: `${((100 * steps) / whole).toFixed(0)} %`, publish: inMs(whole) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function stepTimes(folder: string): readonly number[] {
  const report = new Report();
  const site = readSite(folder, {}, report);
  return scanFolder(folder, site, null, report).posts.map((path) => stepTime(join(folder, path), path, site));
}

function stepTime(file: string, path: string, site: Site): number {
  const bytes = readFileSync(file);
  const post = readPost(path, bytes, site, { nowMs: Date.now(), report: new Report() });
  const { fields, body } = readText(path, bytes, site);
  const tree = parseTree(renderSource(body, '.md', site).html ?? '');
  if (!post || !tree.ok) throw new Error(`${path} is not the plain post that was generated`);
  const start = performance.now();
  readArticle({ body: tree.body, post, fields }, site);
  return performance.now() - start;
}
