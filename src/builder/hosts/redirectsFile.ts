import type { HostFile } from './Host.ts';

export const REDIRECTS_FILE = '_redirects';

/** How long the file of a host may become. */
export type RedirectsLimit = { readonly lines: number; readonly bytes: number };

/** The `_redirects` of Cloudflare Pages and Netlify: as many groups of lines as fit whole, then some that always stand there. */
export function redirectsFile(
  groups: readonly (readonly string[])[],
  last: readonly string[],
  limit: RedirectsLimit,
): { readonly file: HostFile; readonly count: number } {
  const [head, tail] = ['# Written by broadsheet publish.\n', last.map((line) => `${line}\n`).join('')];
  const room = { lines: limit.lines - last.length, bytes: limit.bytes - head.length - tail.length };
  let text = head;
  let count = 0;
  for (const group of groups) {
    const more = group.map((line) => `${line}\n`).join('');
    room.lines -= group.length;
    room.bytes -= more.length;
    if (room.lines < 0 || room.bytes < 0) break;
    text += more;
    count++;
  }
  return { file: { path: REDIRECTS_FILE, text: text + tail }, count };
}
