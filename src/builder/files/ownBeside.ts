import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE } from '#shared/paths.ts';
import type { PageFile } from '#shared/prerender.ts';
import { dataTextIn } from '#builder/pages/pageDocument.ts';
import { pageFile } from '#builder/pages/pageFile.ts';
import { childrenOf } from './ownFiles.ts';

// What a site has at its top that holds no pages.
const NO_PAGES = /^(?:data|broadsheet)$/;

// Feeds of streams, and the files that the sitemap names.
const OWN = /^(?:(?:category|tag)\/[^/]+\/feed|sitemap-(?:screens|\d{4}(?:-\d\d){0,2})(?:-part\d+)?)\.xml$/;

/**
 * The pages, feeds and sitemap files that publishes left beside the data, for a site whose notes are lost: without them a
 * post that was taken away would stay on its page for ever. Throws `WriteError` for what cannot be listed.
 */
export function* ownBesideIn(out: string): Generator<string> {
  if (existsSync(join(out, 'data', MANIFEST_FILE))) yield* ownBelow(out, '');
}

function* ownBelow(out: string, folder: string): Generator<string> {
  for (const child of childrenOf(join(out, folder))) {
    const path = folder + child.name;
    if (child.name.startsWith('.')) continue; // No publish gives such names here.
    if (child.isDirectory() && !NO_PAGES.test(path)) yield* ownBelow(out, `${path}/`);
    else if (child.isFile() && (OWN.test(path) || (path.endsWith('.html') && isOwnPage(out, path)))) yield path;
  }
}

/** Whether a page tells that it is one of this site's. That of a site in a folder of this one has an address without it. */
function isOwnPage(out: string, path: string): boolean {
  try {
    const { address } = JSON.parse(dataTextIn(readFileSync(join(out, path), 'utf8')) ?? '') as PageFile; // What is none fails.
    return pageFile(address) === path;
  } catch {
    return false;
  }
}
