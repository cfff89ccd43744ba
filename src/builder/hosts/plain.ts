import type { Host } from './Host.ts';

/** Any host that answers addresses without a file with `404.html`. */
export const plain: Host = { paths: [], maxRedirects: 0, filesFor: () => ({ files: [], redirects: 0 }) };
