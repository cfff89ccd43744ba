import type { Site } from '#builder/site.ts';

/** Where the web app manifest lies in the site. */
export const WEB_MANIFEST = 'manifest.webmanifest';

// The paper of the light theme, as index.html names it for the window.
const PAPER = '#fbfaf6';

/** What a browser must know to install the site as an app. */
export function webManifest({ base, title, description, lang }: Site): Buffer {
  const manifest = {
    id: base,
    name: title,
    short_name: title,
    ...(description !== undefined && { description }),
    ...(lang !== undefined && { lang }),
    start_url: base,
    scope: base,
    display: 'standalone',
    theme_color: PAPER,
    background_color: PAPER,
    icons: [
      { src: 'icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: 'icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: 'icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: 'icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  };
  return Buffer.from(JSON.stringify(manifest));
}
