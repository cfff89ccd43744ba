import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';

/** Lets `fetch` answer from the `data/` of a site folder, until the globals are put back. */
export function serveFiles(out: string): void {
  vi.stubGlobal('fetch', async (url: string | URL) => {
    const path = join(out, decodeURIComponent(new URL(String(url), 'http://site.example/').pathname));
    return existsSync(path) ? new Response(readFileSync(path)) : new Response('', { status: 404 });
  });
}
