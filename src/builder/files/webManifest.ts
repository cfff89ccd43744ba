import type { Site } from '#builder/site.ts';
import type { Messages } from '#messages/messages.ts';
import { ARCHIVE_PATH, SAVED_PATH } from '#shared/paths.ts';

/** Where the web app manifest lies in the site. */
export const WEB_MANIFEST = 'manifest.webmanifest';

// The paper of the light theme, as index.html names it for the window.
const PAPER = '#fbfaf6';

/** A picture of the site on a screen, which a browser may show before it installs it. */
export type Screenshot = {
  /** From the manifest, at the site's root. */
  readonly src: string;
  readonly type: string;
  readonly sizes: string;
  readonly form_factor: 'wide' | 'narrow';
};

/** What the manifest has beside the site's settings: the words of its shortcuts, and the publisher's screenshots. */
export type InstallParts = { readonly words: Messages; readonly screenshots: readonly Screenshot[] };

/** What a browser must know to install the site as an app. */
export function webManifest({ base, title, description, lang }: Site, parts?: InstallParts): Buffer {
  const manifest = {
    id: base,
    name: title,
    short_name: title,
    ...(description !== undefined && { description }),
    ...(lang !== undefined && { lang }),
    start_url: base,
    scope: base,
    display: 'standalone',
    categories: ['news'],
    theme_color: PAPER,
    background_color: PAPER,
    icons: [
      { src: 'icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: 'icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: 'icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: 'icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    ...(parts && { shortcuts: shortcutsOf(base, parts.words) }),
    ...(parts && parts.screenshots.length > 0 && { screenshots: parts.screenshots }),
  };
  return Buffer.from(JSON.stringify(manifest));
}

/** The ways a long press on the app's icon offers. */
function shortcutsOf(base: string, { newest, archive, install }: Messages) {
  const shortcut = (name: string, address: string) => ({
    name,
    url: base + address.slice(1),
    icons: [{ src: 'icon-192.png', type: 'image/png', sizes: '192x192' }],
  });
  return [shortcut(newest, '/'), shortcut(install.saved, SAVED_PATH), shortcut(archive, ARCHIVE_PATH)];
}
