import { HEADERS_FILE, headersFile } from './headersFile.ts';
import type { Host } from './Host.ts';
import { redirectForms } from './redirectForms.ts';
import { REDIRECTS_FILE, redirectsFile } from './redirectsFile.ts';

// Netlify advises against more than 10,000 rules, and names no limit in bytes.
const LIMIT = { lines: 10_000, bytes: 2_000_000 };

/**
 * Netlify. Files go before rules, and the first rule that fits counts: so what is missing among data and scripts is
 * told so before everything else is answered with the reader.
 */
export const netlify: Host = {
  paths: [HEADERS_FILE, REDIRECTS_FILE],
  maxRedirects: 4000,
  filesFor: ({ base, policy, redirects }) => {
    const groups = redirectForms(redirects, base).map(({ from: [bare, , html], to }) => {
      return [`${bare} ${to} 301`, `${html} ${to} 301`]; // The bare form also stands for the one with a slash.
    });
    const missing = ['data/*', 'broadsheet/*', 'sw.js', 'manifest.webmanifest'];
    const last = [...missing.map((path) => `${base}${path} ${base}404.html 404`), `${base}* ${base}404.html 200`];
    const { file, count } = redirectsFile(groups, last, LIMIT);
    return { files: [headersFile(base, policy), file], redirects: count };
  },
};
