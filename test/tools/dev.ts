// `npm run dev [-- <jekyll-folder>]`: the reader under Vite, over the demo or another folder as it is published.
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { buildAndPublish, publish, siteFolder } from './buildAndPublish.ts';
import { publishedSite } from './publishedSite.ts';

// A real page starts the app that was built, not the one under development.
const OPTIONS = ['--pages', 'none'];

/** Serves until stopped. Resolves with the exit code of what failed before, else with 0 as soon as it serves. */
export async function main([folder = 'demo']: readonly string[]): Promise<number> {
  const jekyllFolder = resolve(folder);
  const failed = await buildAndPublish(jekyllFolder, OPTIONS);
  if (failed !== 0) return failed;
  const site = { jekyllFolder, out: siteFolder(jekyllFolder), publish: () => publish(jekyllFolder, OPTIONS) };
  const server = await createServer({ plugins: [publishedSite(site)] });
  await server.listen();
  server.printUrls();
  return 0;
}
