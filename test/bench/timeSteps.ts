// A script of its own: `timeSteps <jekyll-folder> <out>` prints its `Times` as JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '#builder/article/article.ts';
import { parseTree } from '#builder/article/tree.ts';
import { scanFolder } from '#builder/find/scanFolder.ts';
import { readPost, readText } from '#builder/post/readPost.ts';
import { renderSource } from '#builder/post/renderBody.ts';
import { publish } from '#builder/publish.ts';
import { Report } from '#builder/report.ts';
import { readSite, type Site } from '#builder/site.ts';

/** The milliseconds the steps took for each post of a folder, and those of a whole publish. */
export type Times = { readonly steps: readonly number[]; readonly publish: number };

/** Times the steps of every post, then a publish of all. */
async function timeSteps(folder: string, out: string): Promise<Times> {
  const report = new Report();
  const site = readSite(folder, {}, report);
  const steps = scanFolder(folder, site, { out: null, report }).posts.map((path) =>
    stepTime(join(folder, path), path, site),
  );
  const start = performance.now();
  await publish({ folder, out, appFolder: 'dist/app', nowMs: Date.now() });
  return { steps, publish: performance.now() - start };
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

const [folder = '', out = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await timeSteps(folder, out)));
