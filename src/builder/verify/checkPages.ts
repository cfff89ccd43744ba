import type { Manifest } from '#shared/archive.ts';
import { isPartial, type PageFile } from '#shared/prerender.ts';
import { holdsGeneration } from '#builder/files/holdsGeneration.ts';
import { dataTextIn } from '#builder/pages/pageDocument.ts';
import type { SiteCheck } from './SiteCheck.ts';

// What a page names of the app: its scripts and styles. The base before it may be any.
const NAMED = /(?:src|href)="\/[^"?#]*?(broadsheet\/[\w.-]+\.(?:js|css))"/g;

/**
 * Checks, where there are notes, that every page's scripts and styles are there, and that the pages with the whole
 * manifest, which do not count in the generation, have the one that is there.
 */
export function checkPages(check: SiteCheck, manifest: Manifest): void {
  const missing = new Map<string, string>();
  const isThere = new Set<string>();
  for (const page of check.site.notes?.beside ?? []) {
    if (!page.endsWith('.html')) continue;
    const html = check.bytes(page)?.toString('utf8') ?? '';
    if (holdsGeneration(page) && !isOfManifest(html, manifest))
      check.fail(page, 'does not hold the manifest that is here');
    for (const [, path = ''] of html.matchAll(NAMED)) {
      if (isThere.has(path) || missing.has(path)) continue;
      if (check.site.has(path)) isThere.add(path);
      else missing.set(path, page);
    }
  }
  for (const [path, page] of missing) check.fail(path, `is named by ${page}, and is missing`);
}

/** A page without data is the shell, and one with a part of the manifest that of a post. */
function isOfManifest(html: string, manifest: Manifest): boolean {
  const json = dataTextIn(html);
  if (json === undefined) return !html.includes('data-page>');
  try {
    const page = JSON.parse(json) as PageFile; // What is none differs.
    return isPartial(page.manifest) || JSON.stringify(page.manifest) === JSON.stringify(manifest);
  } catch {
    return false;
  }
}
