import { resolve, sep } from 'node:path';
import sirv from 'sirv';
import type { Plugin, ViteDevServer } from 'vite';

/** A Jekyll folder, where its site lies, and how it gets there: resolves with an exit code. */
type Published = { readonly jekyllFolder: string; readonly out: string; readonly publish: () => Promise<number> };

/**
 * Lets the dev server answer for the data and static files of a published site; the screens stay Vite's. When a file of
 * the Jekyll folder changes, it is published again and the page reloads.
 */
export function publishedSite(site: Published): Plugin {
  return {
    name: 'published-site',
    configureServer(server) {
      // Without extensions a folder never answers with its index.html, so every screen is the one under development.
      const answer = sirv(site.out, { dev: true, extensions: [] });
      server.middlewares.use((request, response, next) => {
        if (request.url === '/index.html') next();
        else answer(request, response, next);
      });
      publishChanges(server, site);
    },
  };
}

function publishChanges({ watcher, ws }: ViteDevServer, { jekyllFolder, publish }: Published): void {
  let changes = 0;
  let isPublishing = false;
  watcher.add(jekyllFolder);
  watcher.on('all', async (_event, path) => {
    if (!`${resolve(path)}${sep}`.startsWith(`${jekyllFolder}${sep}`)) return;
    changes++;
    if (isPublishing) return;
    isPublishing = true;
    // What changes meanwhile, such as the rest of a checkout, comes with the next round.
    for (let seen = 0; seen !== changes; ) {
      seen = changes;
      await publish();
    }
    isPublishing = false;
    ws.send({ type: 'full-reload' });
  });
}
