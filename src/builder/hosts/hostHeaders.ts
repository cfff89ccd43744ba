// What every host is to send with the files of a site, in no host's own language.

/** A header by its name and value. */
export type Header = readonly [name: string, value: string];

/** For files that are named by their content. */
export const IMMUTABLE: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];

/** For all other files: kept, and asked for each time whether they are still true. */
export const REVALIDATED: Header = ['Cache-Control', 'no-cache'];

/** Chunks are packed, whatever they hold, and are unpacked by the page. */
export const PACKED: Header = ['Content-Type', 'application/octet-stream'];

/**
 * What is sent with everything. The policy also keeps other sites from framing this one, which a page cannot say itself,
 * and lets the service worker fetch the pictures of saved articles.
 */
export function securityHeaders(policy: string): readonly Header[] {
  return [
    ['Content-Security-Policy', [...(policy === '' ? [] : [forWorker(policy)]), "frame-ancestors 'self'"].join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'SAMEORIGIN'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ];
}

/**
 * A page's policy, with the hosts of its pictures as such that may be asked for data. A worker is held to the policy that
 * its script comes with, and by no other. It stands in the policy of all files, since in `_headers` two rules for one
 * path would both be enforced; pages name a policy of their own, which goes on to forbid this to them.
 */
function forWorker(policy: string): string {
  const pictures = /(?<=(?:^|; )img-src )[^;]*/.exec(policy)?.[0] ?? '';
  const hosts = pictures.split(' ').filter((source) => /^https?:/.test(source));
  return policy.replace(/(?<=(?:^|; )connect-src )[^;]*/, (own) => [own, ...hosts].join(' '));
}

/**
 * Endings of files that a page or another site may ask for as a part of itself. Where there is no such file, the answer
 * has status 404, although an article may be found at the address: a script must never be answered with a page.
 */
export const ASSET_ENDINGS: readonly string[] = [
  ...['js', 'mjs', 'css', 'map', 'json', 'webmanifest', 'wasm', 'xml', 'txt', 'pdf', 'zip', 'gz', 'csv'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg', 'ico', 'bmp', 'woff', 'woff2', 'ttf', 'otf'],
  ...['mp3', 'mp4', 'm4a', 'ogg', 'wav', 'webm'],
];
