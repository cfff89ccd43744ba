import type { Host, HostSite } from './Host.ts';
import { ASSET_ENDINGS, type Header, IMMUTABLE, PACKED, REVALIDATED, securityHeaders } from './hostHeaders.ts';
import { endsWith, jsonText, readJsonText } from './jsonText.ts';
import { type RedirectForms, redirectForms } from './redirectForms.ts';

const FILE = 'vercel.json';

// 1,024 are allowed, rewrites and headers among them.
const MAX_REDIRECTS = 1000;

/**
 * Vercel. Rewrites hold where there is no file, one after the other: addresses with and without `.html` find each
 * other's page, then comes the reader, for all but data, scripts and other parts of pages.
 */
export const vercel: Host = {
  paths: [FILE],
  maxRedirects: MAX_REDIRECTS,
  filesFor: (site) => {
    const redirects = redirectForms(site.redirects.slice(0, MAX_REDIRECTS), site.base);
    const config = {
      $schema: 'https://openapi.vercel.sh/vercel.json',
      cleanUrls: false,
      headers: headersOf(site),
      redirects: redirects.map(redirectOf),
      rewrites: rewritesOf(site.base),
    };
    return { files: [{ path: FILE, text: jsonText(config) }], redirects: redirects.length };
  },
  isOurs: (text) => {
    const config = readJsonText(text, ['$schema', 'cleanUrls', 'headers', 'redirects', 'rewrites']);
    const rewrites = config?.['rewrites'];
    return Array.isArray(rewrites) && endsWith(rewrites.at(-1), 'destination', '/404.html');
  },
};

function headersOf({ base, policy }: HostSite) {
  return [
    rule(`${literal(base)}(.*)`, securityHeaders(policy)),
    rule(`${literal(base)}((?!broadsheet/|data/posts/).*)`, [REVALIDATED]),
    rule(`${literal(base)}broadsheet/(.*)`, [IMMUTABLE]),
    rule(`${literal(base)}data/posts/(.*)`, [IMMUTABLE, PACKED]),
  ];
}

function rule(source: string, headers: readonly Header[]) {
  return { source, headers: headers.map(([key, value]) => ({ key, value })) };
}

function redirectOf({ from: [bare = ''], to }: RedirectForms) {
  return { source: `${literal(bare)}(\\.html|/)?`, destination: to, statusCode: 301 };
}

function rewritesOf(base: string) {
  const page = `(?!data/|broadsheet/|.*\\.(?:${ASSET_ENDINGS.join('|')})$)`;
  return [
    { source: `${literal(base)}:path(${page}.+)\\.html`, destination: `${base}:path/index.html` },
    { source: `${literal(base)}:path(${page}.+[^/])/`, destination: `${base}:path.html` },
    { source: `${literal(base)}:path(${page}.+[^/])`, destination: `${base}:path.html` },
    { source: `${literal(base)}(${page}.*)`, destination: `${base}404.html` },
  ];
}

/** A path as a part of a pattern that means nothing else. */
function literal(path: string): string {
  return path.replace(/[(){}:*+?\\]/g, '\\$&');
}
