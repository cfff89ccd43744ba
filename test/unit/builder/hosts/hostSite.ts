import type { HostSite } from '#builder/hosts/Host.ts';
import { HOSTS, type HostName } from '#builder/hosts/hosts.ts';
import type { Redirect } from '#builder/ledger/RedirectNotes.ts';

/** What hosts are told in tests: `redirects` lead to addresses with capitals, an ending and Chinese. */
export const REDIRECTS: readonly Redirect[] = [
  ['/old/潮信', '/%E6%B8%AF%E5%8F%A3/2024/Tide.html'],
  ['/old/a b', '/2024/pier/'],
];

/** What a front matter may try, and folding leaves. */
export const HOSTILE: readonly Redirect[] = [
  ['/x\n/* /evil 301', '/a/'],
  ['/x"; return 200 "', '/b/'],
  ['/*', '/c/'],
  ['/:splat', '/d/'],
  ['/x{1}', '/e/'],
  ['/$host', '/f/'],
  ['/x\\', '/g/'],
  ['/a#b', '/h/'],
  ['/%zz', '/i/'],
];

/** So many redirects. */
export function manyRedirects(count: number, name = 'old'): readonly Redirect[] {
  return Array.from({ length: count }, (_redirect, number) => [`/${name}-${number}`, `/new-${number}/`]);
}

/** A file that a host gets. Throws when it gets none of that name. */
export function fileFor(host: HostName, path: string, site: Partial<HostSite> = {}): string {
  const { files } = HOSTS[host].filesFor({ base: '/', policy: "default-src 'none'", redirects: REDIRECTS, ...site });
  const file = files.find((each) => each.path === path);
  if (!file) throw new Error(`${host} gets no ${path}`);
  return file.text;
}
