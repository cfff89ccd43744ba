import type { PageFile } from '#shared/prerender.ts';

/**
 * What the builder wrote into the page that the browser has loaded, for what asks no host for it again. It is of one make
 * with the scripts, and believed as they are. Null on the shell, and where the page was cut off on its way.
 */
export function readPage(): PageFile | null {
  try {
    return JSON.parse(document.getElementById('page-data')?.textContent ?? 'null') as PageFile | null; // As said above.
  } catch {
    return null;
  }
}
