import type { SiteCheck } from './SiteCheck.ts';

// What a page names of the app: its scripts and styles. The base before it may be any.
const NAMED = /(?:src|href)="\/[^"?#]*?(broadsheet\/[\w.-]+\.(?:js|css))"/g;

/** Checks, where there are notes, that every page's scripts and styles are there. */
export function checkPages(check: SiteCheck): void {
  const missing = new Map<string, string>();
  const isThere = new Set<string>();
  for (const page of check.site.notes?.beside ?? []) {
    if (!page.endsWith('.html')) continue;
    for (const [, path = ''] of check.bytes(page)?.toString('utf8').matchAll(NAMED) ?? []) {
      if (isThere.has(path) || missing.has(path)) continue;
      if (check.site.has(path)) isThere.add(path);
      else missing.set(path, page);
    }
  }
  for (const [path, page] of missing) check.fail(path, `is named by ${page}, and is missing`);
}
