import type { Host } from './Host.ts';
import { endsWith, jsonText, readJsonText } from './jsonText.ts';

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
    return { files: [{ path: FILE, text: jsonText(config) }], redirects: 0 };
  },
  isOurs: (text) => {
    const config = readJsonText(text, ['IndexDocument', 'ErrorDocument']);
    return config !== null && endsWith(config['ErrorDocument'], 'Key', '404.html');
  },
};
