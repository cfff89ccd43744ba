import type { Host } from './Host.ts';

const FILE = 's3-website.json';

/**
 * An S3 bucket that is served as a website. It knows redirects for beginnings of addresses only, 50 of them, which would
 * lead away from other addresses that begin alike; so the reader redirects.
 */
export const s3: Host = {
  paths: [FILE],
  maxRedirects: 0,
  filesFor: ({ base }) => {
    const config = {
      IndexDocument: { Suffix: 'index.html' },
      ErrorDocument: { Key: `${decodeURI(base).slice(1)}404.html` },
    };
    return { files: [{ path: FILE, text: `${JSON.stringify(config, null, 1)}\n` }], redirects: 0 };
  },
};
