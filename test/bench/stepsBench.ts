import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { inMs, printFigure, quantile } from './figures.ts';
import { generatePosts } from './generatePosts.ts';
import { inventNews } from './inventNews.ts';
import type { Times } from './timeSteps.ts';

const COUNT = 5000;

/** What the article steps cost a post, and how much of a publish they are. */
export async function stepsBench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'));
  try {
    await generatePosts(join(folder, 'posts'), COUNT, inventNews);
    const { steps, publish } = await timesOf(join(folder, 'posts'), join(folder, 'site'), join(folder, 'built'));
    const sum = steps.reduce((total, ms) => total + ms, 0);
    const [median, p99] = [quantile(steps, 0.5), quantile(steps, 0.99)];
    printFigure(`article steps, ${COUNT} posts`, { median: inMs(median), p99: inMs(p99), sum: inMs(sum) });
    printFigure('share of a publish', { steps: `${((100 * sum) / publish).toFixed(0)} %`, publish: inMs(publish) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

// Built as the command line is: run from its sources, every call across files would cost more than it does.
async function timesOf(folder: string, out: string, outDir: string): Promise<Times> {
  const entry = { ssr: 'test/bench/timeSteps.ts', outDir, emptyOutDir: true, minify: false, target: 'node20' };
  const rolldownOptions = { output: { entryFileNames: 'timeSteps.mjs' } };
  const options = { ...entry, rolldownOptions };
  await build({ configFile: false, logLevel: 'warn', publicDir: false, ssr: { noExternal: true }, build: options });
  const script = join(outDir, 'timeSteps.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, out], { maxBuffer: 1e8 });
  return JSON.parse(stdout) as Times; // What the script writes.
}
