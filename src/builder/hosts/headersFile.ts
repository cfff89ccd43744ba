import { type Header, IMMUTABLE, PACKED, securityHeaders } from './hostHeaders.ts';
import type { HostFile } from './Host.ts';

export const HEADERS_FILE = '_headers';

/**
 * The `_headers` of Cloudflare Pages and Netlify. Both let rules for one path add to each other, and revalidate what no
 * rule tells them to keep; so only what may be kept has a rule for that.
 */
export function headersFile(base: string, policy: string): HostFile {
  const rules = [
    rule(`${base}*`, securityHeaders(policy)),
    rule(`${base}broadsheet/*`, [IMMUTABLE]),
    rule(`${base}data/posts/*`, [IMMUTABLE, PACKED]),
  ];
  return { path: HEADERS_FILE, text: `# Written by broadsheet publish.\n${rules.join('')}` };
}

function rule(path: string, headers: readonly Header[]): string {
  return [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].map((line) => `${line}\n`).join('');
}
