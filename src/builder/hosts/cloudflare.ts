import { HEADERS_FILE, headersFile } from './headersFile.ts';
import type { Host } from './Host.ts';
import { redirectForms } from './redirectForms.ts';
import { REDIRECTS_FILE, redirectsFile } from './redirectsFile.ts';

// 2,000 lines that name one address each; that the file may have 100 KB is not written in its documentation.
const LIMIT = { lines: 2000, bytes: 100_000 };
const MAX_LINE = 1000;
const MAX_HEADER_LINE = 2000;

/**
 * Cloudflare Pages. It follows redirects before it looks for files, so there can be no fallback with status 200; since
 * there is a `404.html`, it answers with that, and status 404.
 */
export const cloudflare: Host = {
  paths: [HEADERS_FILE, REDIRECTS_FILE],
  maxRedirects: LIMIT.lines / 3,
  filesFor: ({ base, policy, redirects }) => {
    const groups = redirectForms(redirects, base)
      .map(({ from, to }) => from.map((form) => `${form} ${to} 301`))
      .filter((lines) => lines.every((line) => line.length <= MAX_LINE));
    const { file, count } = redirectsFile(groups, [], LIMIT);
    const hasRoom = policy.length + 100 <= MAX_HEADER_LINE; // Else the pages name it themselves.
    const headers = headersFile(base, hasRoom ? policy : '');
    return { files: [headers, file], redirects: count };
  },
};
