import sirv from 'sirv';
import type { Plugin } from 'vite';

/** Lets the dev server answer for the data and static files of a published site; the screens stay Vite's. */
export function publishedSite(folder = 'site'): Plugin {
  return {
    name: 'published-site',
    apply: 'serve',
    configureServer(server) {
      // Without extensions a folder never answers with its index.html, so every screen is the one under development.
      const answer = sirv(folder, { dev: true, extensions: [] });
      server.middlewares.use((request, response, next) => {
        if (request.url === '/index.html') next();
        else answer(request, response, next);
      });
    },
  };
}
