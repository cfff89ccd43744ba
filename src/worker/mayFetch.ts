/** The hosts whose pictures a site shows, as its settings name them, beside its own. */
export type ImageHosts = 'all' | readonly string[];

/**
 * Whether a picture may be fetched, as a page's policy would let it be shown. The worker has no such policy on hosts
 * that send none, and a saved article may come from a file that somebody made.
 */
export function mayFetch(
  url: string,
  { scope, hosts }: { readonly scope: string; readonly hosts: ImageHosts },
): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, origin } = new URL(url);
  if (origin === new URL(scope).origin) return true;
  return /^https?:$/.test(protocol) && (hosts === 'all' || hosts.includes(host));
}
